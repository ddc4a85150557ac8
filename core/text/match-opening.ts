import type { UnLanguage } from '../model'
import { foldLetter, foldWords, unfoldLetter } from './fold-opening'
import { canBegin, matchWording, type MatchText, type Skip } from './match-wording'
import { CHAINING_ADVERBS, DEGREE_ADVERBS } from './opening-adverbs'
import { OPENING_VERBS } from './opening-verbs'

/** Words that show that "further" belongs to the verb ("Decides further that") and not to a noun ("Invites further contributions"). */
const AFTER_FURTHER =
  /^(?:$|[^ ]| (?:that|to|the|its|their|with|upon|all|of|in|a|an|any|those|these|this|for|on)(?![\p{L}\p{N}]))/u

/** Chinese prepositions that put an object before the verb. */
const CHINESE_OBJECT = /^[对就向为]/u

/** An opening in a folded head; `shown` is where the span begins, which is 0 except in Chinese with the object in front. */
export interface OpeningMatch {
  readonly shown: number
  readonly to: number
  readonly matched: number
  readonly key: string
  readonly concepts: readonly string[]
}

function endsWord(text: string, at: number): boolean {
  return at >= text.length || !/[\p{L}\p{N}]/u.test(text.charAt(at))
}

/** The adverbs that stand at an offset of the folded head: where each ends, and what it adds to the key. */
function readAdverbs(text: string, at: number, language: UnLanguage): readonly Skip[] {
  const found: Skip[] = []
  const collect = (adverbs: readonly string[], keep: boolean): void => {
    for (const adverb of adverbs) {
      if (foldLetter(adverb.charAt(0), language, true) !== text[at]) continue
      const folded = foldWords(adverb, language)
      const to = at + folded.length
      if (text.startsWith(folded, at) && (language === 'zh' || endsWord(text, to)))
        found.push({ to, kept: keep ? adverb : '' })
    }
  }
  collect(CHAINING_ADVERBS[language], false)
  collect(DEGREE_ADVERBS[language], true)
  return found
}

/** The adverbs at an offset with the space behind them, to be stepped over on the way to a verb. */
function readSkips(text: string, at: number, language: UnLanguage): readonly Skip[] {
  const adverbs = readAdverbs(text, at, language)
  if (language === 'zh' || adverbs.length === 0) return adverbs
  return adverbs
    .filter((adverb) => text[adverb.to] === ' ')
    .map(({ to, kept }) => ({ to: to + 1, kept: kept === '' ? '' : `${kept} ` }))
}

/**
 * The match with the adverbs that follow it in the folded head, as far as `limit`, an offset of the head; Infinity where the print
 * says nothing.
 */
export function takeTrailing(
  match: OpeningMatch,
  text: string,
  language: UnLanguage,
  limit: number,
): OpeningMatch {
  if (language === 'zh') return match
  let { to, key } = match
  while (text[to] === ' ') {
    const longest = readAdverbs(text, to + 1, language).reduce<Skip | null>(
      (best, adverb) => (best && best.to >= adverb.to ? best : adverb),
      null,
    )
    if (!longest || longest.to > limit) break
    const rest = text.slice(longest.to)
    if (limit === Infinity && text.slice(to + 1, longest.to) === 'further' && !AFTER_FURTHER.test(rest)) break
    to = longest.to
    if (longest.kept !== '') key = `${key} ${longest.kept}`
  }
  return { ...match, to, key }
}

/** Length of the Arabic particle `وإذ ` at the start of a folded text: it is spanned and not part of the wording. 0 where it is missing. */
export function skipParticle(text: string): number {
  return /^و?اذ /u.exec(text)?.[0].length ?? 0
}

/** Where a Chinese wording with an object in front ends: `以…为指导` names its preposition, `…表示关切` takes any of 对就向为. */
function matchAround(
  wording: string,
  text: string,
  start: number,
): { shown: number; to: number; key: string } | null {
  const cut = wording.indexOf('…')
  const before = wording.slice(0, cut)
  const verb = wording.slice(cut + 1)
  const opens =
    before === '' ? CHINESE_OBJECT.test(text.slice(start, start + 1)) : text.startsWith(before, start)
  if (!opens) return null
  const sentence = text.slice(start).search(/[。；;!?！？]/u)
  const shown = text.indexOf(verb, start + 2)
  if (shown < 0 || (sentence >= 0 && shown > start + sentence)) return null
  return { shown, to: shown + verb.length, key: before === '' ? verb : wording }
}

/** Letters that Chinese sets before its verb and that belong to what comes before: where the adverbs at the head end. */
function skipChineseAdverbs(text: string): number {
  let at = 0
  for (;;) {
    const next = Math.max(at, ...readSkips(text, at, 'zh').map((skip) => skip.to))
    if (next === at) return at
    at = next
  }
}

/** The letters that a wording may begin with: the first one, and those behind the adverbs at the head. */
function readFirstLetters(
  text: string,
  start: number,
  skips: (at: number) => readonly Skip[],
): readonly string[] {
  const places = new Set([start])
  for (const place of places) for (const skip of skips(place)) places.add(skip.to)
  return [...places].map((place) => text.charAt(place))
}

/**
 * The better of two matches: the one whose verb comes first (it ends a Chinese object), then the longer, then the one that steps over
 * less. Equal ones are one wording that stands under several concepts.
 */
function keepBetter(best: OpeningMatch | null, found: OpeningMatch): OpeningMatch {
  if (!best) return found
  const order = best.shown - found.shown || found.to - best.to || found.matched - best.matched
  if (order !== 0) return order > 0 ? found : best
  return { ...best, concepts: [...new Set([...best.concepts, ...found.concepts])] }
}

/** The longest wording of the table that a folded head opens with, with every concept it stands under, or null. Adverbs behind it are not taken in. */
export function matchOpening(text: string, language: UnLanguage): OpeningMatch | null {
  const start = language === 'ar' ? skipParticle(text) : 0
  const known = new Map<number, readonly Skip[]>()
  const skips = (at: number): readonly Skip[] => {
    const seen = known.get(at)
    if (seen) return seen
    const found = readSkips(text, at, language)
    known.set(at, found)
    return found
  }
  const behind = language === 'zh' ? skipChineseAdverbs(text) : 0
  const letters = readFirstLetters(text, start, skips)
    .flatMap((letter) => unfoldLetter(letter, language))
    .join('')
  const into: MatchText = { text, language, spaced: language !== 'zh', skips }
  let best: OpeningMatch | null = null
  let around: OpeningMatch | null = null

  for (const { id, [language]: wordings } of OPENING_VERBS) {
    for (const wording of wordings) {
      const framed = wording.includes('…') ? matchAround(wording, text, behind) : null
      if (framed) around = keepBetter(around, { ...framed, matched: 0, concepts: [id] })
      const plain = wording.startsWith('…') ? wording.slice(1) : wording
      const found = canBegin(plain, letters) ? matchWording(plain, start, into) : null
      if (found) best = keepBetter(best, { ...found, shown: 0, concepts: [id] })
    }
  }
  // A frame that names its preposition (根据…采取行动) says more than the preposition alone.
  return around?.key.includes('…') ? around : (best ?? around)
}
