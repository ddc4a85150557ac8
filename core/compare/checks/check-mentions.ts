import type { Finding, Mention, MentionKind } from '../../model'
import { makeFinding } from '../make-finding'
import { bothPresent, locate, type Located, type RowPair } from '../row-pair'

/** A symbol before a date before a number: one change is one finding, under the most telling name. */
const PRIORITY: readonly MentionKind[] = ['symbol', 'date', 'number']

type Found = Located<Mention>

/**
 * Symbols, dates and numbers that stand on one side of a row and not on the other, compared by meaning. What is left over on both sides is
 * paired, so that a changed date is one finding and not a missing one and an added one.
 */
export function checkMentions(pairs: readonly RowPair[]): readonly Finding[] {
  return pairs.filter(bothPresent).flatMap((pair) => {
    const pivot = locate(pair.pivot, (read) => read.mentions)
    const other = locate(pair.other, (read) => read.mentions)
    const [missing, added] = leftOver(pivot, other)
    return pairUp(missing, added).map(([expected, found]) => {
      const code =
        PRIORITY.find((kind) => kind === expected?.item.kind || kind === found?.item.kind) ?? 'number'
      return makeFinding(code, pair, expected, found)
    })
  })
}

/**
 * What neither side's multiset of values explains in the other. A value that stands on both sides but more often on one is no difference where
 * it is written in words on the side that has more of it, since a language may repeat a number word that another leaves out.
 */
function leftOver(pivot: readonly Found[], other: readonly Found[]): readonly [Found[], Found[]] {
  const key = ({ item }: Found) => `${item.kind}:${item.value}`
  const without = (items: readonly Found[], taken: readonly Found[]) => {
    const counts = new Map<string, number>()
    for (const item of taken) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1)
    const known = new Set(counts.keys())
    return items.filter((item) => {
      const count = counts.get(key(item)) ?? 0
      if (count > 0) {
        counts.set(key(item), count - 1)
        return false
      }
      return !(item.item.written === 'words' && known.has(key(item)))
    })
  }
  return [without(pivot, other), without(other, pivot)]
}

/** Pairs what is missing with what was added: first of the same kind, in order; then whatever is left, in order. */
function pairUp(
  missing: readonly Found[],
  added: readonly Found[],
): readonly (readonly [Found | null, Found | null])[] {
  const pairs: (readonly [Found | null, Found | null])[] = []
  const open = { missing: [...missing], added: [...added] }
  for (const kind of PRIORITY) {
    const left = open.missing.filter(({ item }) => item.kind === kind)
    const right = open.added.filter(({ item }) => item.kind === kind)
    const count = Math.min(left.length, right.length)
    for (let k = 0; k < count; k += 1) pairs.push([left[k]!, right[k]!])
    const used = new Set([...left.slice(0, count), ...right.slice(0, count)])
    open.missing = open.missing.filter((item) => !used.has(item))
    open.added = open.added.filter((item) => !used.has(item))
  }
  for (let k = 0; k < Math.max(open.missing.length, open.added.length); k += 1) {
    pairs.push([open.missing[k] ?? null, open.added[k] ?? null])
  }
  return pairs
}
