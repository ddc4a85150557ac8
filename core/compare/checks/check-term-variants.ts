import type { Finding } from '../../model'
import { fold } from '../../text/fold'
import type { Check, CheckContext } from '../check-context'
import { makeFinding } from '../make-finding'
import { conceptsOf, sameConcept, termRows, type Hit, type TermRow } from '../term-pairs'

interface Use {
  readonly row: TermRow
  readonly pivot: Hit
  readonly other: Hit
}

/** Uses from which on a rendering is the usual one of a text, and how many times commoner than an odd one it must be. */
const USUAL = 3
const CLEARLY = 3

/** Uses from which on a single departure from the usual rendering is worth a look. */
const ESTABLISHED = 12

/** A departure from a well established rendering; and one that is only worth knowing, since both forms are in order. */
const ODD = 0.55
const ORDINARY = 0.4

/**
 * Renderings of one wording of the pivot that are accepted but not what this version uses elsewhere for it (`odd-one-out`). The usual rendering is sought; it
 * must be used three times and three times as often. A warning only where the usual rendering is the preferred one and well established, and the odd
 * one stands alone.
 */
export const checkTermVariants: Check = (pairs, context) => {
  const byWording = new Map<string, Use[]>()
  for (const row of termRows(pairs))
    for (const use of sureUses(row)) {
      const known = byWording.get(use.pivot.item.wording)
      if (known === undefined) byWording.set(use.pivot.item.wording, [use])
      else known.push(use)
    }
  return [...byWording.values()].flatMap((uses) => oddOnes(uses, context))
}

/** Answers of which it is sure what they answer: the row has the concept once on either side. */
function sureUses(row: TermRow): readonly Use[] {
  return row.pivot.flatMap((pivot) => {
    const answers = row.other.filter((candidate) => sameConcept(pivot, candidate))
    const own = row.pivot.filter((candidate) => sameConcept(pivot, candidate))
    const other = answers[0]
    // A wording that only answers (« this Council ») stands for any of the others.
    if (other === undefined || other.item.weak === true || answers.length > 1 || own.length > 1) return []
    return other.item.status === 'preferred' || other.item.status === 'admitted'
      ? [{ row, pivot, other }]
      : []
  })
}

function oddOnes(uses: readonly Use[], context: CheckContext): readonly Finding[] {
  const renderings = joinForms(uses)
  const usual = renderings[0]!
  if (usual.length < USUAL) return []
  const { wording, status } = usual[0]!.other.item
  return renderings.slice(1).flatMap((list) => {
    if (list.length * CLEARLY > usual.length) return []
    const sure = list.length === 1 && usual.length >= ESTABLISHED && status === 'preferred'
    return list.map(({ row, pivot, other }) =>
      makeFinding('term-variant', row.pair, pivot, other, {
        rule: 'odd-one-out',
        sought: [wording],
        matched: other.item.wording,
        concept: conceptsOf(other, context)[0]?.id ?? null,
        confidence: sure && other.item.status !== 'preferred' ? ODD : ORDINARY,
      }),
    )
  })
}

/** Uses by rendering, the commonest first; those that are forms of one wording are put together under the commonest of them. */
function joinForms(uses: readonly Use[]): readonly (readonly Use[])[] {
  const plain = new Map<string, Use[]>()
  for (const use of uses)
    plain.set(use.other.item.wording, [...(plain.get(use.other.item.wording) ?? []), use])
  const joined = new Map<string, readonly Use[]>()
  for (const [wording, list] of [...plain].sort((a, b) => b[1].length - a[1].length)) {
    const kin = [...joined.keys()].find((known) => isForm(known, wording))
    joined.set(kin ?? wording, [...(kin === undefined ? [] : joined.get(kin)!), ...list])
  }
  return [...joined.values()].sort((a, b) => b.length - a.length)
}

/** The share of a word's letters that its forms and derivatives keep: Asia and Asian, азия and азиатский. */
const KEPT = 0.6

/**
 * True for two wordings that are one wording in two forms: one holds the other (Chinese and Arabic add to it), or they begin alike word by word
 * (`Central Asia`, `Central Asian`).
 */
function isForm(a: string, b: string): boolean {
  const [x, y] = [fold(a), fold(b)]
  if (x.includes(y) || y.includes(x)) return true
  const [words, others] = [x.split(' '), y.split(' ')]
  return words.length === others.length && words.every((word, k) => beginAlike(word, others[k]!))
}

function beginAlike(a: string, b: string): boolean {
  let shared = 0
  while (shared < a.length && a[shared] === b[shared]) shared += 1
  return shared >= KEPT * Math.min(a.length, b.length)
}
