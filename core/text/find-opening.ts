import type { Language, Opening, Span, UnLanguage } from '../model'
import { foldLetter, foldOpening, foldWords, type FoldedHead } from './fold-opening'
import { guessOpening } from './guess-opening'
import { unLanguage } from './languages'
import { canBegin, matchWording, type Skip } from './match-wording'
import { CHAINING_ADVERBS, DEGREE_ADVERBS } from './opening-adverbs'
import { OPENING_VERBS } from './opening-verbs'

/** Folded letters that are read of a paragraph: the longest wordings with their adverbs have under 80. */
const HEAD = 160

/** Chinese sets the verb behind its object (对……表示关切); an object longer than this is not looked through. */
const CHINESE_HEAD = 320

/** Words that show that "further" belongs to the verb ("Decides further that") and not to a noun ("Invites further contributions"). */
const AFTER_FURTHER =
  /^(?:$|[^ ]| (?:that|to|the|its|their|with|upon|all|of|in|a|an|any|those|these|this|for|on)(?![\p{L}\p{N}]))/u

/** Chinese prepositions that put an object before the verb. */
const CHINESE_OBJECT = /^[对就向为]/u

/** A match in the folded head; `shown` is where the span begins, which is 0 except in Chinese with the object in front. */
interface Match {
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

/** Takes in the adverbs that follow a match, as far as `limit`, an offset of the folded head. */
function takeTrailing(match: Match, text: string, language: UnLanguage, limit: number): Match {
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

/** The Arabic particle that opens a preambular paragraph is spanned and not part of the wording. */
function skipParticle(text: string): number {
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
function readFirstLetters(text: string, start: number, skips: (at: number) => readonly Skip[]): string {
  const places = new Set([start])
  for (const place of places) for (const skip of skips(place)) places.add(skip.to)
  return [...places].map((place) => text.charAt(place)).join('')
}

/**
 * The better of two matches: the one whose verb comes first (it ends a Chinese object), then the longer, then the one that steps over
 * less. Equal ones are one wording that stands under several concepts.
 */
function keepBetter(best: Match | null, found: Match): Match {
  if (!best) return found
  const order = best.shown - found.shown || found.to - best.to || found.matched - best.matched
  if (order !== 0) return order > 0 ? found : best
  return { ...best, concepts: [...new Set([...best.concepts, ...found.concepts])] }
}

/** The longest wording of the table that a folded head opens with, with every concept it stands under, or null. */
function matchTable(text: string, language: UnLanguage): Match | null {
  const start = language === 'ar' ? skipParticle(text) : 0
  const spaced = language !== 'zh'
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
  let best: Match | null = null
  let around: Match | null = null

  for (const { id, [language]: wordings } of OPENING_VERBS) {
    for (const wording of wordings) {
      const plain = wording.startsWith('…') ? wording.slice(1) : wording
      const found =
        plain.includes('…') || !canBegin(plain, letters, language)
          ? null
          : matchWording(plain, text, start, language, spaced, skips)
      if (found) best = keepBetter(best, { ...found, shown: 0, concepts: [id] })
      const framed = wording.includes('…') ? matchAround(wording, text, behind) : null
      if (framed) around = keepBetter(around, { ...framed, matched: 0, concepts: [id] })
    }
  }
  return best ?? around
}

/** The italic run that covers the first letter, from there to the last letter in it; null where it is missing or covers the whole text. */
function findRun(text: string, start: number, italics: readonly Span[]): Span | null {
  const run = italics.find((italic) => italic.from <= start && italic.to > start)
  if (!run) return null
  const to = start + lastLetterEnd(text.slice(start, run.to))
  return to > start && /[\p{L}\p{N}]/u.test(text.slice(to)) ? { from: start, to } : null
}

/** Offset behind the last letter, mark or figure of a text. */
function lastLetterEnd(text: string): number {
  let end = text.length
  while (end > 0 && !/[\p{L}\p{M}\p{N}]/u.test(wholeLetterBefore(text, end)))
    end -= wholeLetterBefore(text, end).length
  return end
}

function wholeLetterBefore(text: string, end: number): string {
  const unit = text.charCodeAt(end - 1)
  return unit >= 0xdc00 && unit <= 0xdfff && end > 1 ? text.slice(end - 2, end) : text.slice(end - 1, end)
}

/** Number of folded letters that stand before an original offset. */
function foldedOffset(head: FoldedHead, offset: number): number {
  const index = head.places.findIndex((place) => place.to > offset)
  return index < 0 ? head.places.length : index
}

/**
 * The opening words of a paragraph (without its label): the longest wording of the table of opening verbs with its adverbs; else the
 * italic run that starts the paragraph; else a first word or phrase that looks like a preambular participle. Null where none applies.
 *
 * The span starts at the first letter, except in Chinese sentences with the object in front, where it covers the verb. It follows the
 * print: where an italic run starts the paragraph, adverbs behind its end are left out and a preposition in it is taken in. `italics`
 * are offsets into `text`. Languages outside the six have the italic rule only. Never throws; time is bounded by the head of the text.
 */
export function findOpening(text: string, language: Language, italics: readonly Span[]): Opening | null {
  const start = text.search(/\p{L}/u)
  if (start < 0) return null
  const run = findRun(text, start, italics)
  const known = unLanguage(language)
  if (!known)
    return run ? { ...run, key: foldWords(text.slice(run.from, run.to), language), concepts: [] } : null

  const head = foldOpening(text, start, known, known === 'zh' ? CHINESE_HEAD : HEAD)
  const found = matchTable(head.text, known)
  if (found) {
    const limit = run ? foldedOffset(head, run.to) : Infinity
    const match = takeTrailing(found, head.text, known, limit)
    const from = head.places[match.shown]?.from ?? start
    const to = head.places[match.to - 1]?.to ?? start
    const printed = run && match.shown === 0 && run.to > to && run.to - to <= MAX_PRINTED_TAIL ? run.to : to
    return { from, to: printed, key: match.key, concepts: match.concepts }
  }
  if (run) return { ...run, key: keyOf(text.slice(run.from, run.to), known), concepts: [] }
  const guessed = guessOpening(head.text, known)
  if (guessed === 0) return null
  const to = head.places[guessed - 1]?.to ?? start
  return { from: start, to, key: keyOf(text.slice(start, to), known), concepts: [] }
}

/** Letters of an italic run behind a known wording that still are its preposition or adverb, and not the object set in italics too. */
const MAX_PRINTED_TAIL = 24

/** The key of a wording that is not in the table: folded, without the Arabic particle and "also", in one gender and number. */
function keyOf(wording: string, language: UnLanguage): string {
  let folded = foldWords(wording, language)
  if (language === 'ar') folded = folded.slice(skipParticle(`${folded} `)) || folded
  const adverbs = CHAINING_ADVERBS[language].map((adverb) => foldWords(adverb, language))
  let bare = language === 'zh' ? folded : ` ${folded} `
  for (const adverb of adverbs) {
    if (language === 'zh')
      bare = bare.startsWith(adverb) && bare.length > adverb.length ? bare.slice(adverb.length) : bare
    else bare = bare.replace(` ${adverb} `, ' ')
  }
  const kept = bare.trim() || folded
  const [first = '', ...rest] = kept.split(' ')
  return [ONE_GENDER[language]?.(first) ?? first, ...rest].join(' ')
}

/** Participles in one gender and number: the feminine singular, which agrees with the Assembly. */
const ONE_GENDER: Partial<Record<UnLanguage, (word: string) => string>> = {
  fr: (word) => word.replace(/(?<=\p{L}{2}[éiu])(?:e|s|es)?$/u, 'e'),
  es: (word) => word.replace(/(?<=\p{L}{2}[ai]d)(?:o|os|as)$/u, 'a'),
  ru: (word) => word.replace(/(?<=\p{L}{2}нн)(?:ый|ое|ые)$/u, 'ая'),
}
