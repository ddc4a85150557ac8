import type { Language } from '../model'
import { fold } from '../text/fold'
import { tokenize } from '../text/tokenize'
import type { AssociatedText } from './associated-text'
import { chanceReader, commonest, equivalentsOf } from './equivalents-of'
import { stopWords, type StopWords } from './stop-words'

/** A text that terms are looked for in: a paragraph with its address. */
export interface SourceText {
  readonly address: string
  readonly text: string
}

/** A wording that may be a term: how often it stands there, how much speaks for it, and one place to look at. */
export interface TermCandidate {
  readonly term: string
  readonly count: number
  /** C-value, raised by how much more often its words stand here than elsewhere; only comparable within one list. */
  readonly score: number
  readonly address: string
}

/** A rendering of a candidate in another version, with the share of its places. */
export interface Rendering {
  readonly wording: string
  readonly probability: number
  readonly count: number
}

/** A candidate with its likeliest renderings by version. */
export interface ExtractedTerm extends TermCandidate {
  readonly renderings: Readonly<Record<Language, readonly Rendering[]>>
}

/** What is looked for: `least` occurrences, `most` candidates, `rest` texts that are not special to the matter, which common words are told by. */
export interface ExtractOptions {
  readonly least?: number
  readonly most?: number
  readonly rest?: readonly string[]
}

interface Group {
  readonly stems: readonly string[]
  readonly wordings: string[]
  readonly address: string
  count: number
  /** Occurrences inside longer candidates, and in how many different ones. */
  inside: number
  containers: number
  readonly before: Map<string, number>
  readonly after: Map<string, number>
}

const HAN = /^\p{Script=Han}$/u
const LETTER = /\p{L}/u
const FIGURE = /\p{N}/u
const SPACE = /^[\s\p{Pd}\p{Cf}'’]*$/u

const LONGEST = 6
const LONGEST_HAN = 8
const LEAST_COUNT = 2
const MOST = 500

/** Bits of entropy that the neighbours of a run of Chinese characters must have on both sides: with less it is a piece of a longer word. */
const LEAST_ENTROPY = 0.9

/** Renderings that are kept of each candidate in each version. */
const RENDERINGS = 3

/**
 * Candidate terms of a text, best first: runs of words that neither begin nor end with a little word (`de`, `of the` may stand inside), of Chinese runs of two to eight characters with
 * varied neighbours. Ranked by C-value (Frantzi, Ananiadou and Mima 2000), which discounts what stands in longer candidates, and by the log-likelihood of its words against `rest`.
 */
export function findCandidates(
  texts: readonly SourceText[],
  language: Language,
  { least = LEAST_COUNT, most = MOST, rest = [] }: ExtractOptions = {},
): readonly TermCandidate[] {
  const groups = collect(texts, language)
  const kept = [...groups.values()].filter(
    (group) => group.count >= least && (!isHan(group) || isWhole(group, least)),
  )
  countContainers(kept)
  const keenness = keennessOf(texts, rest, language)
  return kept
    .map((group) => ({
      term: commonest(group.wordings),
      count: group.count,
      score: cValue(group) * keenness(group.stems),
      address: group.address,
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.count - a.count || (a.term < b.term ? -1 : 1))
    .slice(0, most)
}

/**
 * Candidate terms of the pivot with what answers them in each other version: `others` are the associations of the pivot's text (their left side) with each. The
 * texts are those of the pivot.
 */
export function extractTerms(
  texts: readonly SourceText[],
  language: Language,
  others: readonly AssociatedText[],
  options: ExtractOptions = {},
): readonly ExtractedTerm[] {
  const asked = others.map((text) => ({ text, chances: chanceReader(text) }))
  return findCandidates(texts, language, options).map((candidate) => ({
    ...candidate,
    renderings: Object.fromEntries(
      asked.map(({ text, chances }) => [
        text.languages[1],
        equivalentsOf(candidate.term, text, chances)
          .slice(0, RENDERINGS)
          .map(({ wording, probability, count }) => ({ wording, probability, count })),
      ]),
    ),
  }))
}

function collect(texts: readonly SourceText[], language: Language): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>()
  const little = stopWords(language)
  for (const { address, text } of texts) {
    const tokens = tokenize(text, language).map((token) => {
      const written = text.slice(token.from, token.to)
      return { ...token, folded: fold(written).replace(/['’]$/u, ''), han: HAN.test(written) }
    })
    for (let first = 0; first < tokens.length; first += 1) {
      const longest = tokens[first]!.han ? LONGEST_HAN : LONGEST
      for (let last = first; last < tokens.length && last < first + longest; last += 1) {
        const [one, other] = [tokens[last]!, tokens[last - 1]]
        if (last > first && (other!.han !== one.han || !isJoined(text.slice(other!.to, one.from), one.han)))
          break
        if (!mayContinue(one, little, last === first)) break
        if (!mayEnd(one, little) || (one.han && last === first)) continue
        const run = tokens.slice(first, last + 1)
        const stems = run.map(({ stem }) => stem)
        const key = stems.join(' ')
        const group = groups.get(key) ?? newGroup(stems, address)
        groups.set(key, group)
        group.count += 1
        group.wordings.push(text.slice(tokens[first]!.from, one.to))
        if (!one.han) continue
        add(
          group.before,
          tokens[first - 1]?.to === tokens[first]!.from ? tokens[first - 1]!.stem : `|${address}`,
        )
        add(group.after, tokens[last + 1]?.from === one.to ? tokens[last + 1]!.stem : `|${address}`)
      }
    }
  }
  return groups
}

function newGroup(stems: readonly string[], address: string): Group {
  const maps = { before: new Map<string, number>(), after: new Map<string, number>() }
  return { stems, wordings: [], address, count: 0, inside: 0, containers: 0, ...maps }
}

function isJoined(between: string, han: boolean): boolean {
  return han ? between === '' : SPACE.test(between)
}

interface Piece {
  readonly folded: string
  readonly han: boolean
}

function mayContinue(word: Piece, little: StopWords, first: boolean): boolean {
  if (!LETTER.test(word.folded) || FIGURE.test(word.folded)) return false
  return !little.all.has(word.folded) || (!first && little.inner.has(word.folded))
}

function mayEnd({ folded, han }: Piece, little: StopWords): boolean {
  return !little.all.has(folded) && (han || folded.length > 2)
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function isHan({ stems }: Group): boolean {
  return HAN.test(stems[0]!)
}

function isWhole({ before, after, count }: Group, least: number): boolean {
  return count >= Math.max(3, least) && Math.min(entropy(before), entropy(after)) >= LEAST_ENTROPY
}

function entropy(counts: ReadonlyMap<string, number>): number {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return [...counts.values()].reduce((sum, count) => sum - (count / all) * Math.log2(count / all), 0)
}

/** Tells each candidate how often it stands in longer ones. */
function countContainers(groups: readonly Group[]): void {
  const byKey = new Map(groups.map((group) => [group.stems.join(' '), group]))
  for (const { stems, count } of groups)
    for (let from = 0; from < stems.length; from += 1)
      for (let to = from + 1; to <= stems.length; to += 1) {
        const inner = to - from === stems.length ? undefined : byKey.get(stems.slice(from, to).join(' '))
        if (inner === undefined) continue
        inner.inside += count
        inner.containers += 1
      }
}

function cValue({ stems, count, inside, containers }: Group): number {
  const words = HAN.test(stems[0]!) ? stems.length / 2 : stems.length
  const own = containers === 0 ? count : count - inside / containers
  return Math.log2(words + 1) * Math.max(0, own)
}

/** How much more often the words of a candidate stand in these texts than in the rest: the mean of their log-likelihoods, at least 1. */
function keennessOf(
  texts: readonly SourceText[],
  rest: readonly string[],
  language: Language,
): (stems: readonly string[]) => number {
  const count = (list: readonly string[]) => {
    const counts = new Map<string, number>()
    for (const text of list) for (const { stem } of tokenize(text, language)) add(counts, stem)
    return { counts, all: [...counts.values()].reduce((sum, one) => sum + one, 0) }
  }
  const [here, there] = [count(texts.map(({ text }) => text)), count(rest)]
  if (there.all === 0) return () => 1
  const likelihood = (stem: string) => {
    const [a, b] = [here.counts.get(stem) ?? 0, there.counts.get(stem) ?? 0]
    const share = (a + b) / (here.all + there.all)
    const part = (seen: number, all: number) => (seen === 0 ? 0 : seen * Math.log(seen / (all * share)))
    return a / here.all <= b / there.all ? 0 : 2 * (part(a, here.all) + part(b, there.all))
  }
  return (stems) => 1 + Math.log1p(stems.reduce((sum, stem) => sum + likelihood(stem), 0) / stems.length)
}
