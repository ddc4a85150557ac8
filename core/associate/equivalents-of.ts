import type { Span } from '../model'
import { jointChances } from './align-words'
import type { AssociatedRow, AssociatedText } from './associated-text'
import { readWords } from './read-words'

/** Where an equivalent stands: the row's address, the words asked for and those that answer them. */
export interface EquivalentPlace {
  readonly address: string
  readonly left: Span
  readonly right: Span
}

/** A wording that answers another, with the share of its places in which it does, and how sure the links are. */
export interface Equivalent {
  readonly wording: string
  /** 0–1, over all places of the wording asked for; what has no answer counts too. */
  readonly probability: number
  readonly count: number
  readonly places: readonly EquivalentPlace[]
}

/** Chance of a link from which on a word belongs to an answer. */
const LINK = 0.3

/** Words between two linked ones that a phrase may span: articles and prepositions have often no link. */
const GAP = 2

/** Where one cannot read all places of a frequent word while someone points at it. */
const MOST_PLACES = 200

/**
 * What answers a word or phrase of the left language in aligned texts, the likeliest first; empty where it stands nowhere. Inflected forms of the phrase count as
 * it; answers that differ in inflection alone are one, under their commonest form. At most the first 200 places are read.
 */
export function equivalentsOf(
  phrase: string,
  text: AssociatedText,
  chances: (row: AssociatedRow) => Float64Array = chanceReader(text),
): readonly Equivalent[] {
  const wanted = readWords(phrase, text.languages[0]).map(({ stem }) => stem)
  if (wanted.length === 0) return []
  const found: { readonly row: AssociatedRow; readonly at: number }[] = []
  for (const row of text.rows) {
    for (const at of placesOf(wanted, row)) found.push({ row, at })
    if (found.length >= MOST_PLACES) break
  }

  return gather(found.map(({ row, at }) => answerAt(row, at, at + wanted.length, chances(row))))
}

/** What answers the words of one row that a span of its left text touches, or null where nothing does. */
export function equivalentAt(row: AssociatedRow, span: Span, text: AssociatedText): Equivalent | null {
  const first = row.leftWords.findIndex(({ to }) => to > span.from)
  const last = row.leftWords.findLastIndex(({ from }) => from < span.to)
  if (first < 0 || last < first) return null
  return gather([answerAt(row, first, last + 1, chanceReader(text)(row))])[0] ?? null
}

interface Answer {
  readonly place: EquivalentPlace
  readonly wording: string
  readonly key: string
  readonly chance: number
}

/** The chances of links of a row, read once a row. */
export function chanceReader({ model }: AssociatedText): (row: AssociatedRow) => Float64Array {
  const known = new Map<AssociatedRow, Float64Array>()
  return (row) => {
    const chances =
      known.get(row) ??
      jointChances(
        row.leftWords.map(({ stem }) => stem),
        row.rightWords.map(({ stem }) => stem),
        model,
      )
    known.set(row, chances)
    return chances
  }
}

function placesOf(wanted: readonly string[], { leftWords }: AssociatedRow): readonly number[] {
  return leftWords.flatMap((_, at) =>
    wanted.every((stem, k) => leftWords[at + k]?.stem === stem) ? [at] : [],
  )
}

/** The stretch of right words that is linked to the left words from `from` to `to`, around its surest link; null where none is sure enough. */
function answerAt(row: AssociatedRow, from: number, to: number, chances: Float64Array): Answer | null {
  const width = row.rightWords.length
  const strength = new Float64Array(width)
  for (let j = 0; j < width; j += 1)
    for (let i = from; i < to; i += 1) strength[j] = Math.max(strength[j]!, chances[i * width + j]!)
  let best = 0
  for (let j = 1; j < width; j += 1) if (strength[j]! > strength[best]!) best = j
  if (!(strength[best]! >= LINK)) return null
  const [first, last] = [reach(strength, best, -1), reach(strength, best, 1)]
  const right = { from: row.rightWords[first]!.from, to: row.rightWords[last]!.to }
  const linked = [...strength.slice(first, last + 1)].filter((chance) => chance >= LINK)
  return {
    place: {
      address: row.address,
      left: { from: row.leftWords[from]!.from, to: row.leftWords[to - 1]!.to },
      right,
    },
    wording: row.right.slice(right.from, right.to),
    key: row.rightWords
      .slice(first, last + 1)
      .map(({ stem }) => stem)
      .join(' '),
    chance: linked.reduce((sum, chance) => sum + chance, 0) / linked.length,
  }
}

function reach(strength: Float64Array, start: number, step: 1 | -1): number {
  let end = start
  for (let j = start + step; j >= 0 && j < strength.length && Math.abs(j - end) <= GAP + 1; j += step)
    if (strength[j]! >= LINK) end = j
  return end
}

function gather(answers: readonly (Answer | null)[]): readonly Equivalent[] {
  const groups = new Map<string, Answer[]>()
  for (const answer of answers)
    if (answer !== null) groups.set(answer.key, [...(groups.get(answer.key) ?? []), answer])
  return [...groups.values()]
    .map((group): Equivalent => ({
      wording: commonest(group.map(({ wording }) => wording)),
      probability: group.reduce((sum, { chance }) => sum + chance, 0) / answers.length,
      count: group.length,
      places: group.map(({ place }) => place),
    }))
    .sort((a, b) => b.probability - a.probability || b.count - a.count)
}

/** The commonest of wordings; of equally common ones the first. */
export function commonest(wordings: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const wording of wordings) counts.set(wording, (counts.get(wording) ?? 0) + 1)
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0]
}
