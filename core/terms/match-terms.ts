import { baseLanguage } from '../text/languages'
import type { TermHit, TermStatus } from '../model'
import { exactForm, type Ending, type Matcher } from './build-matcher'
import type { Reading, Units } from './read-units'
import { resolveOverlaps } from './resolve-overlaps'
import { ROOT } from './trie'

/** A wording that stands at the units tried, with what is needed to choose among several. */
interface Found {
  readonly ending: Ending
  /** Index of its last unit. */
  readonly last: number
  /** Words that are written as the base writes them. */
  readonly likeness: number
  readonly gapped: boolean
}

/** Codes of the hyphens that join the parts of a compound: -, ‐ and ‑. */
const HYPHEN = 0x2d
const FIRST_HYPHEN = 0x2010
const LAST_HYPHEN = 0x2011

/**
 * The terms of a text in order, never two that overlap: the longest wording wins over what stands inside it and over what it overlaps. Never a part of a word or of a
 * hyphened compound except in Chinese. Articles may be there or not; space and hyphen are one, and no wording runs across other punctuation
 * than its own comma. A hit covers the words as written: in Arabic with their clitics, elsewhere without a leading article. `wording` is
 * the base's wording that is nearest to the text.
 */
export function matchTerms(text: string, matcher: Matcher): readonly TermHit[] {
  return resolveOverlaps(findCandidates(text, matcher))
}

/**
 * Every wording that stands in a text, those inside and across others too, by where it begins, the longer first: what `resolveOverlaps` chooses from. One hit for each
 * range of the text.
 */
export function findCandidates(text: string, matcher: Matcher): readonly TermHit[] {
  const units = matcher.reader.read(text)
  if (units.beginnings === 0) return NONE
  const walk: Walk = { text, matcher, units, path: [], found: [] }
  let candidates: TermHit[] | null = null
  for (let k = 0; k < units.beginnings; k += 1) {
    const first = units.begins[k]!
    if (goesOnBefore(walk, units.from[first]!)) continue
    step(walk, ROOT, first, false)
    if (walk.found.length === 0) continue
    candidates ??= []
    pushHits(walk, first, candidates)
    walk.found.length = 0
  }
  return candidates ?? NONE
}

const NONE: readonly TermHit[] = []

/** The way from the root of the trie along the units of a text, and what was found on it. One a text: most words begin no term. */
interface Walk {
  readonly text: string
  readonly matcher: Matcher
  readonly units: Units
  /** Indices of the units that make up the way. */
  readonly path: number[]
  readonly found: Found[]
}

function step(walk: Walk, node: number, at: number, gapped: boolean): void {
  const { units, path } = walk
  const { trie } = walk.matcher
  const { ids } = readingAt(walk, at)
  path.push(at)
  for (let k = 0; k < ids.length; k += 1) {
    const next = trie.next(node, ids[k]!)
    if (next < 0) continue
    const endings = trie.endings(next)
    if (endings !== null && !goesOnAfter(walk, units.to[at]!)) collect(walk, endings, at, gapped)
    if (trie.goesOn(next)) goOn(walk, next, at, gapped)
  }
  path.pop()
}

function readingAt({ units, matcher }: Walk, unit: number): Reading {
  return matcher.reader.readings[units.reading[unit]!]!
}

function goOn(walk: Walk, node: number, at: number, gapped: boolean): void {
  const { units } = walk
  const next = nextUnit(units, at)
  if (next < 0) return
  if (units.reading[next] !== 0) step(walk, node, next, gapped)
  if (!walk.matcher.trie.hasGap(node) || readingAt(walk, next).isComma) return
  const behind = nextUnit(units, next)
  if (behind >= 0 && units.reading[behind] !== 0) step(walk, node, behind, true)
}

function collect(walk: Walk, endings: readonly Ending[], at: number, gapped: boolean): void {
  const { path, found } = walk
  for (const ending of endings) {
    if ((gapped && !ending.gap) || !fits(walk, ending, at)) continue
    let likeness = 0
    for (let k = 0; k < path.length; k += 1) {
      if (ending.words[k] === readingAt(walk, path[k]!).word) likeness += 1
    }
    found.push({ ending, last: at, likeness, gapped })
  }
}

function fits(walk: Walk, { exact, words }: Ending, at: number): boolean {
  const { path, matcher } = walk
  if (exact !== null) return isExactly(exact, written(walk, at), matcher.language)
  for (let k = 0; k < words.length; k += 1) {
    const word = words[k]!
    if (word === null) continue
    if (!isForm(word, readingAt(walk, path[k]!), matcher)) return false
  }
  return true
}

function isForm(cited: string, reading: Reading, { sameInflection }: Matcher): boolean {
  const { word } = reading
  if (cited === word || word === null) return word !== null
  const forms = (reading.forms ??= new Map())
  const known = forms.get(cited)
  if (known !== undefined) return known
  const same = sameInflection(cited, word)
  forms.set(cited, same)
  return same
}

/** The text from the first unit of the way to one, without the words that stand in gaps. */
function written({ text, units, path }: Walk, at: number): string {
  let result = ''
  let from = units.from[path[0]!]!
  for (let unit = path[0]!, k = 0; unit <= at; unit += 1) {
    if (unit === path[k]) k += 1
    else if (units.skip[unit] !== 1) {
      result += text.slice(from, units.from[unit])
      from = units.to[unit]!
    }
  }
  return result + text.slice(from, units.to[at])
}

function goesOnBefore({ text, matcher: { scanner } }: Walk, at: number): boolean {
  return isHyphen(text, at - 1) && scanner.isLetter(text, at - 2) && scanner.isLetter(text, at)
}

function goesOnAfter({ text, matcher: { scanner } }: Walk, at: number): boolean {
  return isHyphen(text, at) && scanner.isLetter(text, at + 1) && scanner.isLetter(text, at - 1)
}

function isHyphen(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false
  const unit = text.charCodeAt(at)
  return unit === HYPHEN || (unit >= FIRST_HYPHEN && unit <= LAST_HYPHEN)
}

/** The unit behind another that counts, or -1 where a term must end. */
function nextUnit({ size, cut, skip }: Units, at: number): number {
  for (let next = at + 1; next < size && cut[next] === 0; next += 1) if (skip[next] === 0) return next
  return -1
}

/** Arabic writes its conjunctions, its prepositions and the article as part of the word; they are no part of its form. */
const ARABIC_CLITICS = ['', 'و', 'ف', 'ب', 'ك', 'ل', 'وب', 'ول', 'وك', 'فب', 'فل', 'فك', 'ال', 'وال', 'فال', 'بال', 'كال', 'وبال', 'لل', 'ولل'] // prettier-ignore

function isExactly(exact: string, written: string, language: string): boolean {
  const form = exactForm(written)
  if (form === exact) return true
  if (baseLanguage(language) !== 'ar') return false
  const bare = exact.startsWith('ال') ? exact.slice(2) : exact
  return ARABIC_CLITICS.some((clitic) => form === clitic + exact || form === clitic + bare)
}

/** One hit for each place where a wording ends, the longest first. */
function pushHits({ units, found }: Walk, first: number, hits: TermHit[]): void {
  const from = units.from[first]!
  if (found.length > 1) found.sort((a, b) => b.last - a.last)
  for (let k = 0, end = 0; k < found.length; k = end) {
    const { last, ending } = found[k]!
    end = k + 1
    while (end < found.length && found[end]!.last === last) end += 1
    const { wording, status, concepts } = end === k + 1 ? ending : merge(found.slice(k, end))
    hits.push({ from, to: units.to[last]!, concepts, wording, status })
  }
}

/** What wordings that stand at the same words say together. */
function merge(found: readonly Found[]): Pick<TermHit, 'wording' | 'status' | 'concepts'> {
  // A gap that nobody needs makes no second reading of the same words.
  const whole = found.filter(({ gapped }) => !gapped)
  const these = whole.length > 0 ? whole : found
  const { wording, status } = nearest(these)
  return { wording, status, concepts: [...new Set(these.flatMap(({ ending }) => ending.concepts))] }
}

/** The wording written most like the text, so that a hit names the form that stands there; the base's first among equals. */
function nearest(found: readonly Found[]): { readonly wording: string; readonly status: TermStatus } {
  return found.reduce((best, one) => (one.likeness > best.likeness ? one : best)).ending
}
