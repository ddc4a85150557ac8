import type { Finding, Mention, MentionKind } from '../../model'
import { makeFinding, sideRule } from '../make-finding'
import { bothPresent, locate, type Cell, type Located, type RowPair } from '../row-pair'

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
    const [missing, added] = withoutOtherForms(
      without(pivot, other).filter(standsFree(pair.pivot)),
      without(other, pivot).filter(standsFree(pair.other)),
    )
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

/** A number word inside a term (`Fourth Committee`) is answered together with it, and asks for nothing by itself. */
function standsFree({ paragraphs }: Cell): (found: Found) => boolean {
  return ({ item, place }) =>
    item.written === 'figures' ||
    !paragraphs.some(
      ({ paragraph, hits }) =>
        paragraph.address === place.address &&
        hits.some(({ from, to, weak }) => weak !== true && from <= place.from && place.to <= to),
    )
}

type Left = readonly Found[]

/** What is left of both sides when what is the same in another form is taken out: see `sameInOtherForm`. */
function withoutOtherForms(missing: Left, added: Left): readonly [missing: Left, added: Left] {
  const open = { missing: [...missing], added: [...added] }
  const answer = (own: 'missing' | 'added', others: 'missing' | 'added') => {
    for (const item of [...open[own]]) {
      const answers = sameInOtherForm(item, open[others])
      if (answers === null) continue
      open[own] = open[own].filter((other) => other !== item)
      open[others] = open[others].filter((other) => !answers.includes(other))
    }
  }
  answer('missing', 'added')
  answer('added', 'missing')
  return [open.missing, open.added]
}

const DATE = /^(?<year>\d{4}|-)-(?<month>\d{2})(?:-(?<day>\d{2}))?$/u
const YEAR = /^(?:18|19|20)\d{2}$/u

/**
 * Among what the other side has left, what says the same in another form; null where nothing does. A whole date may stand as its parts, be they words or what a
 * comma holds apart (`December 30 , 1975`); a comma before three digits groups them in one language and in another makes a fraction; a year may lack its century.
 */
function sameInOtherForm(found: Found, others: Left): Left | null {
  const { item } = found
  if (item.kind === 'number') {
    const same = others.find(
      (candidate) =>
        candidate.item.kind === 'number' &&
        (sameDigits(found, candidate) || sameYear(item.value, candidate.item.value)),
    )
    return same === undefined ? null : [same]
  }
  const date = item.kind === 'date' ? DATE.exec(item.value)?.groups : undefined
  if (date === undefined) return null
  const find = (kind: MentionKind, value: string) =>
    others.find(({ item: other }) => other.kind === kind && other.value === value)
  const year = date.year === '-' ? null : find('number', date.year!)
  if (date.day === undefined) return year === null || year === undefined ? null : [year]
  const day = find('number', String(Number(date.day))) ?? find('date', `--${date.month}-${date.day}`)
  if (day === undefined || year === undefined) return null
  return year === null ? [day] : [day, year]
}

/** Digits that a comma or point cuts before the last three. */
const CUT = /^\d{1,3}[.,]\d{3}$/u

function sameDigits(a: Found, b: Found): boolean {
  if (a.item.written !== 'figures' || b.item.written !== 'figures') return false
  const [one, two] = [a, b].map(({ text }) => text.normalize('NFKC'))
  const digits = (text: string) => text.replace(/\D/gu, '')
  return (CUT.test(one!) || CUT.test(two!)) && digits(one!) === digits(two!)
}

function sameYear(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length === 2 && YEAR.test(long) && long.endsWith(short)
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
