import type { Finding, Mention, MentionKind } from '../../model'
import { makeFinding, sideRule } from '../make-finding'
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
    const [missing, added] = [without(pivot, other), without(other, pivot)]
    const position = positions(pair)
    return pairUp(missing, added, position)
      .filter(
        ([expected, found]) =>
          !(found === null && isRepeat(expected, other)) && !(expected === null && isRepeat(found, pivot)),
      )
      .map(([expected, found]) => {
        const code =
          PRIORITY.find((kind) => kind === expected?.item.kind || kind === found?.item.kind) ?? 'number'
        return makeFinding(code, pair, expected, found, {
          rule: sideRule(expected, found),
          sought: expected === null ? [] : [expected.item.value],
        })
      })
  })
}

const keyOf = ({ item }: Found) => `${item.kind}:${item.value}`

/** The items of one side that the other side's multiset of values does not explain. */
function without(items: readonly Found[], taken: readonly Found[]): readonly Found[] {
  const counts = new Map<string, number>()
  for (const item of taken) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return items.filter((item) => {
    const count = counts.get(keyOf(item)) ?? 0
    if (count > 0) counts.set(keyOf(item), count - 1)
    return count === 0
  })
}

/** A number word that the other side has too, only not as often: a language may repeat what another leaves out. */
function isRepeat(item: Found | null, others: readonly Found[]): boolean {
  return (
    item !== null && item.item.written === 'words' && others.some((other) => keyOf(other) === keyOf(item))
  )
}

/** Where an item stands in its cell, 0 at its beginning and 1 at its end. */
function positions(pair: RowPair): (item: Found) => number {
  const starts = new Map<string, { readonly before: number; readonly all: number }>()
  for (const cell of [pair.pivot, pair.other]) {
    const all = cell.paragraphs.reduce((sum, { paragraph }) => sum + paragraph.text.length, 0)
    let before = 0
    for (const { paragraph } of cell.paragraphs) {
      starts.set(`${cell.language} ${paragraph.address}`, { before, all })
      before += paragraph.text.length
    }
  }
  const pivot = new Set(pair.pivot.paragraphs.flatMap(({ mentions }) => mentions))
  return ({ item, place }) => {
    const start = starts.get(
      `${pivot.has(item) ? pair.pivot.language : pair.other.language} ${place.address}`,
    )
    return start === undefined || start.all === 0 ? 0 : (start.before + place.from) / start.all
  }
}

/** How far apart in their cells, as a share of them, two mentions of different kinds may stand and still be one change. */
const NEAR = 0.2

/**
 * Pairs what is missing with what was added: of the same kind, in order; then across kinds, each with what stands nearest, if it is near enough to have
 * taken its place.
 */
function pairUp(
  missing: readonly Found[],
  added: readonly Found[],
  position: (item: Found) => number,
): readonly (readonly [Found | null, Found | null])[] {
  const pairs: (readonly [Found | null, Found | null])[] = []
  const open = { missing: [...missing], added: [...added] }
  const take = (expected: Found, found: Found) => {
    pairs.push([expected, found])
    open.missing.splice(open.missing.indexOf(expected), 1)
    open.added.splice(open.added.indexOf(found), 1)
  }
  for (const kind of PRIORITY) {
    const left = open.missing.filter(({ item }) => item.kind === kind)
    const right = open.added.filter(({ item }) => item.kind === kind)
    left.slice(0, right.length).forEach((expected, k) => take(expected, right[k]!))
  }
  for (const expected of [...open.missing]) {
    const distance = (found: Found) => Math.abs(position(found) - position(expected))
    const [nearest] = [...open.added].sort((a, b) => distance(a) - distance(b))
    if (nearest !== undefined && distance(nearest) <= NEAR) take(expected, nearest)
  }
  return [
    ...pairs,
    ...open.missing.map((item) => [item, null] as const),
    ...open.added.map((item) => [null, item] as const),
  ]
}
