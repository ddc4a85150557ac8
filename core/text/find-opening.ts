import type { Language, Opening, Span, UnLanguage } from '../model'
import { foldOpening, foldWords, type FoldedHead } from './fold-opening'
import { guessOpening } from './guess-opening'
import { unLanguage } from './languages'
import { matchOpening, skipParticle, takeTrailing } from './match-opening'
import { CHAINING_ADVERBS } from './opening-adverbs'

/** Folded letters that are read of a paragraph: the longest wordings with their adverbs have under 80. */
const HEAD = 160

/** Chinese sets the verb behind its object (对……表示关切); an object longer than this is not looked through. */
const CHINESE_HEAD = 320

/** Code units of the longest italic run that is taken for opening words; what is longer is a sentence set in italics. */
const MAX_RUN = 80

/** Letters of an italic run behind a known wording that still are its preposition or adverb, and not the object set in italics too. */
const MAX_PRINTED_TAIL = 24

/** The italic run that covers the first letter, from there to the last letter in it; null where it is missing, covers the whole text or is a whole sentence. */
function findRun(text: string, start: number, italics: readonly Span[]): Span | null {
  const run = italics.find((italic) => italic.from <= start && italic.to > start)
  if (!run) return null
  const to = start + lastLetterEnd(text.slice(start, run.to))
  const isWhole = !/[\p{L}\p{N}]/u.test(text.slice(to))
  return to > start && to - start <= MAX_RUN && !isWhole ? { from: start, to } : null
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
  const found = matchOpening(head.text, known)
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
