import type { Finding, Opening } from '../../model'
import { makeFinding } from '../make-finding'
import { bothPresent, locate, type Located, type RowPair } from '../row-pair'

/** A row whose two sides both open with a verb. */
interface Use {
  readonly pair: RowPair
  readonly pivot: Located<Opening>
  readonly other: Located<Opening>
}

/** Two verbs of the table without a meaning in common. */
const NO_COMMON_MEANING = 0.85

/** A departure from the usual pairing: of two verbs that may answer each other it is only told; the table must not know one of them to make it a matter. */
const ACCEPTED = 0.35
const UNKNOWN = 0.6

/** What is left of that where the usual pairing stands hardly more often than the odd one, so that neither is surely the usual one. */
const HARDLY_USUAL = 0.7

/**
 * Opening verbs that do not answer each other. Three rules, and a row breaks at most one: the two wordings express no concept in common; the
 * pivot's verb is rendered otherwise here than elsewhere in this version; one verb stands here for a pivot verb that is not the one it usually
 * answers. Where a rendering is the odd one out is told by counts, then by which of them also serves another verb, then by order. The first rule is
 * strong; the others only tell where the table allows the rendering, since a synonym is no error.
 */
export function checkOpeningVerbs(pairs: readonly RowPair[]): readonly Finding[] {
  const uses = pairs.filter(bothPresent).flatMap(readUse)
  const found = new Set<Use>()
  const findings: Finding[] = []
  const report = (use: Use, rule: string, confidence: number, sought: readonly string[] = []) => {
    if (found.has(use)) return
    found.add(use)
    const concept = use.pivot.item.concepts[0] ?? null
    findings.push(
      makeFinding('opening-verb', use.pair, use.pivot, use.other, { rule, sought, concept, confidence }),
    )
  }
  uses
    .filter(({ pivot, other }) => strangers(pivot.item, other.item))
    .forEach((use) => report(use, 'no-common-meaning', NO_COMMON_MEANING))
  const sound = uses.filter((use) => !found.has(use))
  const byPivot = groups(sound, ({ pivot }) => pivot.item.key)
  const byOther = groups(sound, ({ other }) => other.item.key)
  for (const list of byPivot.values()) {
    const renderings = groups(list, ({ other }) => other.item.key)
    // The usual rendering: used most often for this verb; then the one that serves fewest other verbs; then the earlier one.
    const usual = best([...renderings.values()], (own) => [
      own.length,
      -(byOther.get(own[0]!.other.item.key)?.length ?? 0),
    ])
    for (const own of renderings.values())
      if (own !== usual)
        own.forEach((use) =>
          report(use, 'rendered-otherwise', sureness(use, usual!, own), [usual![0]!.other.text]),
        )
  }
  for (const list of byOther.values()) {
    const verbs = groups(
      list.filter((use) => !found.has(use)),
      ({ pivot }) => pivot.item.key,
    )
    const usual = best([...verbs.values()], (own) => [own.length])
    // One finding for a verb that shares its rendering with another: all its uses say the same.
    for (const own of verbs.values())
      if (own !== usual && own[0] !== undefined)
        report(own[0], 'rendering-shared', sureness(own[0], usual!, own))
  }
  return findings
}

function readUse(pair: RowPair): Use[] {
  const opening = (cell: RowPair['pivot']) =>
    locate(cell, ({ opening: own }) => (own === null ? [] : [own]))[0]
  const pivot = opening(pair.pivot)
  const other = opening(pair.other)
  return pivot === undefined || other === undefined ? [] : [{ pair, pivot, other }]
}

function strangers(a: Opening, b: Opening): boolean {
  return (
    a.concepts.length > 0 &&
    b.concepts.length > 0 &&
    !a.concepts.some((concept) => b.concepts.includes(concept))
  )
}

/** How sure it is that a departure from the usual pairing is one that a person would mend. */
function sureness({ pivot, other }: Use, usual: readonly Use[], odd: readonly Use[]): number {
  if (pivot.item.concepts.some((concept) => other.item.concepts.includes(concept))) return ACCEPTED
  return usual.length >= 2 * odd.length ? UNKNOWN : UNKNOWN * HARDLY_USUAL
}

function groups(uses: readonly Use[], keyOf: (use: Use) => string): Map<string, Use[]> {
  const map = new Map<string, Use[]>()
  for (const use of uses) {
    const list = map.get(keyOf(use)) ?? []
    map.set(keyOf(use), list)
    list.push(use)
  }
  return map
}

/** The first of the lists with the greatest rank, compared figure by figure. */
function best(lists: readonly Use[][], rank: (list: Use[]) => readonly number[]): Use[] | undefined {
  const greater = (a: readonly number[], b: readonly number[]) => {
    const k = a.findIndex((value, index) => value !== b[index])
    return k >= 0 && a[k]! > b[k]!
  }
  let top: Use[] | undefined
  for (const list of lists) if (top === undefined || greater(rank(list), rank(top))) top = list
  return top
}
