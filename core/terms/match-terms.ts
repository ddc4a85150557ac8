import type { TermHit, TermStatus } from '../model'
import { exactForm, type Ending, type Matcher, type TrieNode } from './build-matcher'
import type { TermUnit } from './read-units'
import { sameInflection } from './same-inflection'

interface Found {
  readonly concepts: readonly string[]
  readonly wording: string
  readonly status: TermStatus
  /** Index of its last unit. */
  readonly last: number
}

/** A letter and a hyphen before a place, a hyphen and a letter behind it: the word goes on there. */
const GOES_ON_BEFORE = /(?![⁰¹²³⁴-⁹])[\p{L}\p{N}][-‐‑]$/u
const GOES_ON_AFTER = /^[-‐‑](?![⁰¹²³⁴-⁹])[\p{L}\p{N}]/u
const HAN = /\p{Script=Han}/u

/**
 * The terms of a text in order: at each word the longest wording that begins there, never two that overlap, never a part of a word or of a
 * hyphened compound except in Chinese. Articles may be there or not; space and hyphen are one, and no wording runs across other punctuation
 * than its own comma. A hit covers the words as written: in Arabic with their clitics, elsewhere without a leading article. `wording` is
 * the base's wording that is nearest to the text.
 */
export function matchTerms(text: string, matcher: Matcher): readonly TermHit[] {
  const units = matcher.readUnits(text)
  const hits: TermHit[] = []
  for (let first = 0; first < units.length; first += 1) {
    const found = longestFrom(text, units, first, matcher)
    const from = units[first]?.from
    const to = found === null ? undefined : units[found.last]?.to
    if (found === null || from === undefined || to === undefined) continue
    hits.push({ from, to, concepts: found.concepts, wording: found.wording, status: found.status })
    first = found.last
  }
  return hits
}

function longestFrom(
  text: string,
  units: readonly TermUnit[],
  first: number,
  matcher: Matcher,
): Found | null {
  const start = units[first]
  if (start === undefined || start.skip || goesOnBefore(text, start.from)) return null
  let longest: Found | null = null
  let nodes: readonly TrieNode[] = [matcher.root]
  const read: (string | null)[] = []
  for (let at = first; at < units.length; at += 1) {
    const unit = units[at]
    if (unit === undefined || (at > first && unit.cut)) break
    // An article inside a term belongs to the sentence, and so does a preposition that it repeats.
    if (unit.skip) continue
    nodes = nodes.flatMap((node) => unit.keys.flatMap((key) => node.next.get(key) ?? []))
    if (nodes.length === 0) break
    read.push(unit.word)
    if (nodes.every((node) => node.endings.length === 0) || goesOnAfter(text, unit.to)) continue
    const written = text.slice(start.from, unit.to)
    const endings = nodes
      .flatMap((node) => node.endings)
      .filter((ending) => fits(ending, read, written, matcher))
    if (endings.length > 0) {
      const concepts = [...new Set(endings.flatMap((ending) => ending.concepts))]
      const { wording, status } = nearest(endings, read)
      longest = { concepts, wording, status, last: at }
    }
  }
  return longest
}

function fits(ending: Ending, read: readonly (string | null)[], written: string, matcher: Matcher): boolean {
  if (ending.exact !== null) return ending.exact === exactForm(written)
  return ending.words.every((word, k) => {
    const other = read[k] ?? null
    return word === null || (other !== null && sameInflection(word, other, matcher.language))
  })
}

/** The wording written most like the text, so that a hit names the form that stands there; the base's first among equals. */
function nearest(endings: readonly Ending[], read: readonly (string | null)[]): Ending {
  const likeness = (ending: Ending) => ending.words.filter((word, k) => word === read[k]).length
  return endings.reduce((best, ending) => (likeness(ending) > likeness(best) ? ending : best))
}

function goesOnBefore(text: string, at: number): boolean {
  return GOES_ON_BEFORE.test(text.slice(Math.max(0, at - 2), at)) && !HAN.test(text.charAt(at))
}

function goesOnAfter(text: string, at: number): boolean {
  return GOES_ON_AFTER.test(text.slice(at, at + 2)) && !HAN.test(text.charAt(at - 1))
}
