import { diffArrays } from 'diff'
import type { Finding, TermHit } from '../../model'
import { fold } from '../../text/fold'
import { makeFinding, sideRule } from '../make-finding'
import { bothPresent, locate, type Located, type RowPair } from '../row-pair'

type Hit = Located<TermHit>

const sameConcept = (a: Hit, b: Hit) => a.item.concepts.some((concept) => b.item.concepts.includes(concept))

/**
 * Concepts that stand on one side of a row only (`term-missing`), and concepts whose accepted wording here is not the one this version uses for
 * the same pivot wording elsewhere (`term-variant`). Each side becomes its sequence of concepts; what the diff removes or adds and the other
 * side does not hold anywhere in the row is the difference, since languages order and repeat terms differently.
 */
export function checkTerms(pairs: readonly RowPair[]): readonly Finding[] {
  const present = pairs.filter(bothPresent)
  return [...present.flatMap(missingTerms), ...variants(present)]
}

function missingTerms(pair: RowPair): readonly Finding[] {
  const pivot = locate(pair.pivot, (read) => read.hits)
  const other = locate(pair.other, (read) => read.hits)
  const removed: Hit[] = []
  const added: Hit[] = []
  for (const change of diffArrays([...pivot], [...other], { comparator: sameConcept })) {
    if (change.removed) removed.push(...change.value)
    else if (change.added) added.push(...change.value)
  }
  const missing = once(removed.filter((hit) => !other.some((hit2) => sameConcept(hit, hit2))))
  const extra = once(added.filter((hit) => !pivot.some((hit2) => sameConcept(hit, hit2))))
  return Array.from({ length: Math.max(missing.length, extra.length) }, (_, k) =>
    makeFinding('term-missing', pair, missing[k] ?? null, extra[k] ?? null, {
      rule: sideRule(missing[k] ?? null, extra[k] ?? null),
    }),
  )
}

/** The first hit of each concept: a term that is missing twice in a row is one difference. */
function once(hits: readonly Hit[]): readonly Hit[] {
  return hits.filter((hit, k) => hits.findIndex((before) => sameConcept(before, hit)) === k)
}

/** Renderings of one wording of the pivot that are used less than half as often as the usual one. */
function variants(pairs: readonly RowPair[]): readonly Finding[] {
  const uses = new Map<string, Map<string, { pair: RowPair; pivot: Hit; other: Hit }[]>>()
  for (const pair of pairs) {
    const other = locate(pair.other, (read) => read.hits)
    const pivot = locate(pair.pivot, (read) => read.hits)
    for (const hit of pivot) {
      // Only where the row has the term once on either side is it sure which wording answers which.
      const answers = other.filter((candidate) => sameConcept(hit, candidate))
      const own = pivot.filter((candidate) => sameConcept(hit, candidate))
      const answer = answers[0]
      if (answer === undefined || answers.length > 1 || own.length > 1) continue
      const renderings =
        uses.get(hit.item.wording) ?? new Map<string, { pair: RowPair; pivot: Hit; other: Hit }[]>()
      uses.set(hit.item.wording, renderings)
      renderings.set(answer.item.wording, [
        ...(renderings.get(answer.item.wording) ?? []),
        { pair, pivot: hit, other: answer },
      ])
    }
  }
  return [...uses.values()].map(joinForms).flatMap((renderings) => {
    const most = Math.max(...[...renderings.values()].map((list) => list.length))
    return [...renderings.values()]
      .filter((list) => list.length * 2 < most)
      .flatMap((list) =>
        list.map(({ pair, pivot, other }) =>
          makeFinding('term-variant', pair, pivot, other, { rule: 'odd-one-out' }),
        ),
      )
  })
}

/** Renderings with those that are forms of one wording put together, under the commonest of them. */
function joinForms<T>(renderings: ReadonlyMap<string, readonly T[]>): ReadonlyMap<string, readonly T[]> {
  const joined = new Map<string, readonly T[]>()
  for (const [wording, uses] of [...renderings].sort((a, b) => b[1].length - a[1].length)) {
    const kin = [...joined.keys()].find((known) => isForm(known, wording))
    joined.set(kin ?? wording, [...(kin === undefined ? [] : joined.get(kin)!), ...uses])
  }
  return joined
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
