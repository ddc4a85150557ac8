import type { Finding, Language, Span } from '../../model'
import { fold } from '../../text/fold'
import { baseLanguage } from '../../text/languages'
import { splitSentences } from '../../text/split-sentences'
import type { CheckContext } from '../check-context'
import { makeFinding } from '../make-finding'
import type { ReadParagraph, RowPair } from '../row-pair'

interface Word extends Span {
  readonly key: string
  readonly lower: boolean
}

interface Left extends Span {
  readonly rule: 'copied' | 'other-script' | 'other-language'
  readonly confidence: number
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu
const LETTER = /\p{L}/u
const FIGURE = /\p{N}/u

/** The letters that a version of each language is written in; every other of these scripts is foreign to it. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  latin: /^\p{Script=Latin}/u,
  cyrillic: /^\p{Script=Cyrillic}/u,
  arabic: /^\p{Script=Arabic}/u,
  han: /^\p{Script=Han}/u,
}
const SCRIPT_OF: Readonly<Record<string, string>> = {
  ar: 'arabic',
  zh: 'han',
  en: 'latin',
  fr: 'latin',
  ru: 'cyrillic',
  es: 'latin',
}

/** Words from which on a run in another script is a passage and no name; Chinese is counted by characters. */
const LEAST_FOREIGN = 4
const LEAST_HAN = 7

/** Words that both versions may have alike: a series of names or figures seldom has six with a little word among them. */
const LEAST_COPIED = 6

/** Words of the shortest sentence of the pivot that is looked for as a whole, and letters of a word that tells it from a label. */
const LEAST_SENTENCE = 5
const LEAST_PLAIN = 4

/** Words of a sentence, or of a stretch of one, that are looked at for its language. */
const WINDOW = 10
const LEAST_WINDOW = 6

/** Little words that one of the three languages in Latin letters has and the others have not. */
const OWN_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: words(
    'le les et des du aux au dans pour par sur une est sont qui que ne pas ou ce ces cette il elle leur leurs ses avec à être d l qu n s c j dont ainsi sans sous ont',
  ),
  en: words(
    'the of and to in for that on is with by as its or be all which at this has have shall from are an it their his her not any such',
  ),
  es: words(
    'el los las del y por para una con su sus al lo se o no como más ni ser sin sobre entre toda todo tiene derecho esta este en que',
  ),
}
const SHARED: ReadonlySet<string> = words('a en que la no es de un son sur or an as on')

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').map((word) => fold(word)))
}

/**
 * Finds what was left untranslated: a run in a script that the other version is not written in, and that is no name, symbol or title in italics; words of the pivot
 * taken over as they are; a stretch whose little words are those of another language. Versions of one language are never compared.
 */
export function checkUntranslated(pairs: readonly RowPair[], context: CheckContext): readonly Finding[] {
  const [pivot, other] = [baseLanguage(context.pivot), baseLanguage(context.other)]
  if (pivot === other) return []
  const copies =
    SCRIPT_OF[pivot] !== undefined && SCRIPT_OF[pivot] === SCRIPT_OF[other] ? runsOf(pairs) : null
  return pairs.flatMap((pair) =>
    pair.other.paragraphs.flatMap((read) =>
      merge([
        ...foreignRuns(read, other),
        ...copiedSentences(read, pair, pivot),
        ...(copies === null ? [] : copiedRuns(read, copies, pivot)),
        ...otherLanguage(read, other),
      ]).map(({ from, to, rule, confidence }) =>
        makeFinding(
          'untranslated',
          pair,
          null,
          { place: { address: read.paragraph.address, from, to }, text: read.paragraph.text.slice(from, to) },
          { rule, confidence },
        ),
      ),
    ),
  )
}

function readWords(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
    key: fold(word),
    lower: LETTER.test(word) && word.charAt(0) === word.charAt(0).toLowerCase() && !FIGURE.test(word),
  }))
}

/** Runs of words in one foreign script; figures and punctuation between them do not end a run. */
function foreignRuns({ paragraph: { text, italics } }: ReadParagraph, other: Language): readonly Left[] {
  const own = SCRIPT_OF[other]
  if (own === undefined) return []
  const found: Left[] = []
  for (const [script, pattern] of Object.entries(SCRIPTS)) {
    if (script === own) continue
    let run: Word[] = []
    for (const word of readWords(text)) {
      const first = text.slice(word.from, word.to)
      if (pattern.test(first)) run.push(word)
      else if (LETTER.test(first)) {
        close(run, script)
        run = []
      }
    }
    close(run, script)
  }
  return found

  function close(run: readonly Word[], script: string) {
    const [first, last] = [run[0], run.at(-1)]
    if (first === undefined || last === undefined) return
    const span = { from: first.from, to: last.to }
    // Arabic and Chinese have no capitals that could tell a name from a passage.
    const plain = run.filter(({ lower }) => lower).length
    const long =
      script === 'han'
        ? run.reduce((sum, { from, to }) => sum + to - from, 0) >= LEAST_HAN
        : run.length >= LEAST_FOREIGN
    const title = italics.some(({ from, to }) => from <= span.from && span.to <= to)
    if (!long || title || plain < 3 || plain * 2 < run.length) {
      if (script !== 'han' || !long || title) return
    }
    found.push({ ...span, rule: 'other-script', confidence: 0.97 })
  }
}

/** Every run of six words of the pivot. */
function runsOf(pairs: readonly RowPair[]): ReadonlySet<string> {
  const runs = new Set<string>()
  for (const { pivot } of pairs)
    for (const { paragraph } of pivot.paragraphs) {
      const keys = readWords(paragraph.text).map(({ key }) => key)
      for (let k = 0; k + LEAST_COPIED <= keys.length; k += 1)
        runs.add(keys.slice(k, k + LEAST_COPIED).join(' '))
    }
  return runs
}

function copiedRuns(
  { paragraph: { text } }: ReadParagraph,
  copies: ReadonlySet<string>,
  pivot: Language,
): readonly Left[] {
  const all = readWords(text)
  const found: Left[] = []
  for (let k = 0; k + LEAST_COPIED <= all.length; k += 1) {
    const run = all.slice(k, k + LEAST_COPIED)
    if (!copies.has(run.map(({ key }) => key).join(' '))) continue
    if (!run.some((word) => isLittle(word, text, pivot))) continue
    found.push({ from: run[0]!.from, to: run.at(-1)!.to, rule: 'copied', confidence: 0.97 })
  }
  return found
}

/** True for a little word of a language; a single letter is one before an apostrophe only, and else belongs to a symbol or a list. */
function isLittle({ key, to }: Word, text: string, language: Language): boolean {
  return (
    OWN_WORDS[language]?.has(key) === true &&
    !SHARED.has(key) &&
    (key.length > 1 || /['’]/u.test(text.charAt(to)))
  )
}

/** Sentences of the row's own pivot cell that stand whole in the other version, however short, in whatever case; a series of names or a title in a third language is none. */
function copiedSentences(
  { paragraph: { text, italics } }: ReadParagraph,
  { pivot: cell }: RowPair,
  pivot: Language,
): readonly Left[] {
  const all = readWords(text)
  return cell.paragraphs.flatMap(({ paragraph }) =>
    splitSentences(paragraph.text, pivot).flatMap((sentence): readonly Left[] => {
      const keys = readWords(paragraph.text.slice(sentence.from, sentence.to)).map(({ key }) => key)
      const first = all.findIndex((_, k) => keys.every((key, n) => all[k + n]?.key === key))
      if (first < 0 || keys.length < LEAST_SENTENCE) return []
      const copy = all.slice(first, first + keys.length)
      const span = { from: copy[0]!.from, to: copy.at(-1)!.to }
      if (italics.some(({ from, to }) => from <= span.from && span.to <= to) || !isProse(copy, text, pivot))
        return []
      return [{ ...span, rule: 'copied', confidence: 0.95 }]
    }),
  )
}

/** True for words of that language with a little word among them, or two words that are no names, and no more little words of another language. */
function isProse(copy: readonly Word[], text: string, language: Language): boolean {
  const little = (key: Language) => copy.filter((word) => isLittle(word, text, key)).length
  const plain = copy.filter(({ lower, key }) => lower && key.length >= LEAST_PLAIN).length
  const others = Object.keys(OWN_WORDS).filter((key) => key !== language)
  return (little(language) > 0 || plain >= 2) && others.every((key) => little(key) <= little(language))
}

/** Stretches of a sentence whose little words belong to another language in Latin letters and hardly to this one. */
function otherLanguage({ paragraph: { text, italics } }: ReadParagraph, other: Language): readonly Left[] {
  const own = OWN_WORDS[other]
  if (own === undefined) return []
  const found: Left[] = []
  for (const sentence of splitSentences(text, other)) {
    const all = readWords(text.slice(sentence.from, sentence.to))
    if (all.length < LEAST_WINDOW) continue
    for (let k = 0; k === 0 || k + WINDOW <= all.length; k += 1) {
      const window = all.slice(k, k + WINDOW)
      const span = { from: sentence.from + window[0]!.from, to: sentence.from + window.at(-1)!.to }
      if (isForeign(window, other, own) && !italics.some(({ from, to }) => from < span.to && span.from < to))
        found.push({ ...span, rule: 'other-language', confidence: 0.9 })
    }
  }
  return found
}

function isForeign(window: readonly Word[], other: Language, own: ReadonlySet<string>): boolean {
  const mine = window.filter(({ key }) => own.has(key)).length
  return Object.entries(OWN_WORDS).some(([language, theirs]) => {
    if (language === other) return false
    const count = window.filter(({ key }) => theirs.has(key) && !own.has(key) && !SHARED.has(key)).length
    return count >= 3 && count >= window.length * 0.3 && mine <= count / 3
  })
}

/** Runs that overlap or touch become one, with the first word of whichever rule is surest. */
function merge(runs: readonly Left[]): readonly Left[] {
  const merged: Left[] = []
  for (const run of [...runs].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = merged.at(-1)
    if (last === undefined || run.from > last.to + 2) {
      merged.push(run)
      continue
    }
    const surer = run.confidence > last.confidence ? run : last
    merged[merged.length - 1] = {
      from: last.from,
      to: Math.max(last.to, run.to),
      rule: surer.rule,
      confidence: surer.confidence,
    }
  }
  return merged
}
