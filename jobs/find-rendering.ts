import { jointChances } from '../core/associate/align-words'
import type { AssociatedRow, AssociatedText } from '../core/associate/associated-text'
import { baseLanguage } from '../core/text/languages'
import type { Span } from '../core/model'

/** What answers a phrase at one place: where it stands in the right text, how likely (0–1), and in `count` of the `of` places of the phrase it stands too. */
export interface FoundRendering extends Span {
  readonly probability: number
  readonly count: number
  readonly of: number
}

const HAN = /^\p{Script=Han}$/u

/** Words that a rendering may be longer than the phrase; a French word is up to three Chinese characters. */
const LONGER = 2
const HAN_LONGER = 3

/** Half a place is taken off what is known of each wording: once is chance. */
const DOUBT = 0.5

/** What the places may weigh beside the links, the more of them the more. */
const MOST_WEIGHT = 2

/** Score from which on a wording is believed, and the link to another word from which on a word belongs to that one. */
const LEAST = 0.5
const FOREIGN = 0.3

/** How far a phrase that stands hardly anywhere else must be linked. */
const LEAST_LINK = 0.25

/** Places from which on they count, and a neighbour that never fails belongs to a rendering. */
const STEADY = 3

interface Candidate {
  readonly first: number
  readonly last: number
  readonly both: number
  readonly all: number
  readonly coverage: number
  readonly score: number
}

/**
 * What answers the words that a span of a row's left text touches, as one stretch of its right text; null where nothing is likely. A stretch is likely when it stands where the
 * phrase stands in the other rows too and not elsewhere (the cosine of their places), and when its words are linked to the phrase's and not to others.
 */
export function findRendering(row: AssociatedRow, span: Span, text: AssociatedText): FoundRendering | null {
  const from = row.leftWords.findIndex(({ to }) => to > span.from)
  const to = row.leftWords.findLastIndex((word) => word.from < span.to) + 1
  if (from < 0 || to <= from) return null
  const wanted = row.leftWords.slice(from, to).map(({ stem }) => stem)
  const counts = text.rows.map(({ leftWords }) =>
    countRuns(
      leftWords.map(({ stem }) => stem),
      wanted,
    ),
  )
  const of = counts.reduce((sum, count) => sum + count, 0)
  const weight = (MOST_WEIGHT * of) / (of + 1)
  const links = linksOf(row, from, to, text)
  const rights = text.rows.map(({ rightWords }) => rightWords.map(({ stem }) => stem))
  const stems = row.rightWords.map(({ stem }) => stem)
  const known = new Map<string, { readonly both: number; readonly all: number }>()
  const rate = (first: number, last: number): Candidate => {
    const run = stems.slice(first, last + 1)
    const key = run.join(' ')
    const places = known.get(key) ?? countPlaces(rights, run, counts)
    known.set(key, places)
    const { coverage, purity } = links(first, last)
    const score = weight * cosine(places.both, of, places.all) + (purity * (1 + 1 / of)) / 2 + coverage
    return { first, last, ...places, coverage, score }
  }
  const most =
    baseLanguage(text.languages[1]) === 'zh' ? wanted.length * HAN_LONGER + LONGER : wanted.length + LONGER
  let best: Candidate | null = null
  for (let first = 0; first < stems.length; first += 1)
    for (let last = first; last < Math.min(stems.length, first + most); last += 1) {
      const candidate = rate(first, last)
      if (candidate.score > (best?.score ?? LEAST)) best = candidate
    }
  if (best === null || (of < STEADY && best.coverage < LEAST_LINK)) return null
  best = complete(
    best,
    rate,
    (at) => at >= 0 && at < stems.length && isFree(stems[at]!, links(at, at).foreign),
  )
  return {
    from: row.rightWords[best.first]!.from,
    to: row.rightWords[best.last]!.to,
    probability: Math.min(1, Math.max(of < STEADY ? 0 : cosine(best.both, of, best.all), best.coverage)),
    count: best.both,
    of,
  }
}

/** A rendering with the neighbours that stand beside it wherever it stands: a Chinese word's characters that no link reached. */
function complete(
  found: Candidate,
  rate: (first: number, last: number) => Candidate,
  mayJoin: (at: number) => boolean,
): Candidate {
  if (found.both < STEADY) return found
  const wider = [
    ...(mayJoin(found.first - 1) ? [rate(found.first - 1, found.last)] : []),
    ...(mayJoin(found.last + 1) ? [rate(found.first, found.last + 1)] : []),
  ].find(({ both, all }) => both === found.both && all === found.all)
  return wider === undefined ? found : complete(wider, rate, mayJoin)
}

/** Of Chinese words a link takes but single characters: another word's link to one says little. */
function isFree(stem: string, foreign: number): boolean {
  return HAN.test(stem) || foreign < FOREIGN
}

function cosine(both: number, left: number, right: number): number {
  return both / Math.sqrt((left + DOUBT) * (right + DOUBT))
}

/** How far a stretch of right words is linked to the phrase: the share of the phrase that it answers, how much its words are the phrase's own, and others'. */
function linksOf(row: AssociatedRow, from: number, to: number, text: AssociatedText) {
  const width = row.rightWords.length
  const chances = jointChances(
    row.leftWords.map(({ stem }) => stem),
    row.rightWords.map(({ stem }) => stem),
    text.model,
  )
  for (let i = from; i < to; i += 1)
    for (let j = 0; j < width; j += 1) {
      const chance = wordChance(row.leftWords[i]!.stem, row.rightWords[j]!.stem, text)
      chances[i * width + j] = Math.max(chances[i * width + j]!, chance)
    }
  const strongest = (left: number, right: number, keep: (i: number) => boolean) => {
    let most = 0
    for (let i = 0; i < left; i += 1) if (keep(i)) most = Math.max(most, chances[i * width + right]!)
    return most
  }
  const isOwn = (i: number) => i >= from && i < to
  const own = row.rightWords.map((_, j) => strongest(row.leftWords.length, j, isOwn))
  const others = row.rightWords.map((_, j) => strongest(row.leftWords.length, j, (i) => !isOwn(i)))
  return (first: number, last: number) => {
    let coverage = 0
    for (let i = from; i < to; i += 1) {
      let most = 0
      for (let j = first; j <= last; j += 1) most = Math.max(most, chances[i * width + j]!)
      coverage += most / (to - from)
    }
    let [purity, foreign] = [0, 0]
    for (let j = first; j <= last; j += 1) {
      purity += (own[j]! - others[j]!) / (last - first + 1)
      foreign = Math.max(foreign, others[j]!)
    }
    return { coverage, purity, foreign }
  }
}

/** How likely two words answer each other anywhere: a rare word nearby may have drawn the link at one place to itself. */
function wordChance(left: string, right: string, { model }: AssociatedText): number {
  const [a, b] = [model.left.ids.get(left), model.right.ids.get(right)]
  const id =
    a === undefined || b === undefined ? undefined : model.pairs.get(a * model.right.words.length + b)
  return id === undefined ? 0 : Math.sqrt(model.forth.chances[id]! * model.back.chances[id]!)
}

/** How often a run of words stands in the texts, and how often of these where the phrase does: at most as often as the phrase in each. */
function countPlaces(
  texts: readonly (readonly string[])[],
  run: readonly string[],
  phrase: readonly number[],
) {
  let [both, all] = [0, 0]
  texts.forEach((words, k) => {
    const count = countRuns(words, run)
    all += count
    both += Math.min(count, phrase[k]!)
  })
  return { both, all }
}

function countRuns(words: readonly string[], run: readonly string[]): number {
  let count = 0
  for (let at = words.indexOf(run[0]!); at >= 0; at = words.indexOf(run[0]!, at + 1))
    if (run.every((word, k) => words[at + k] === word)) count += 1
  return count
}
