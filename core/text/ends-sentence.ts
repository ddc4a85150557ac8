import type { Language } from '../model'
import { abbreviationRole } from './abbreviations'
import { ahead, behind, lastStop, type Ahead, type Behind } from './around-stop'
import { startsSentence } from './starts-sentence'

/** A run of stops `from`–`to` with what closes behind it, in a sentence that begins at `start`. */
export interface StopRun {
  readonly text: string
  readonly language: Language
  readonly start: number
  readonly from: number
  readonly to: number
}

/** What the rules see of a run of stops. */
interface Place {
  readonly language: Language
  /** `point`: one point alone; `ellipsis`: points alone; `strong`: any other stop. */
  readonly kind: 'point' | 'ellipsis' | 'strong'
  /** Whether the stop's own shape parts words, so that no space need follow: `。` `！` `؟` `।`. */
  readonly parts: boolean
  readonly run: string
  readonly before: Behind
  readonly after: Ahead
}

/** True: the sentence ends. False: it goes on. Null: the next rule decides. */
type Rule = (place: Place) => boolean | null

/** Words that a sentence with a date at its end has more than: fewer are a date that opens it (`10 декабря 1948 г. Генеральная Ассамблея`). */
const DATE_WORDS = 5

/** Letters of the longest abbreviation that a no-break space alone gives away. */
const SHORT_WORD = 4

/** Georgian letters count as small ones, but sentences begin with them. */
const LOWER = /^(?!\p{Script=Georgian})\p{Ll}/u
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const ROMAN = /^[IVXLCDMХІ]+$/u
/** A figure, a Roman numeral, a lone letter or a symbol; not the one-letter words of Russian, which begin sentences. */
const CODE =
  /^(?:[\p{N}§№]|[IVXLCDM]+(?![\p{L}\p{M}])|(?![АВИКОСУЯ]$)\p{L}(?![\p{L}\p{M}])|[\p{L}.\-‐‑]*[/\p{N}])/u
const ITEM = /^(?:\p{L}|[ivxIVX]+)[)）]/u
/** At most one word and then a figure, a letter or a Roman numeral, at the start of a sentence or item: `1`, `A`, `Article 5`, `（一`, `: 1`. */
const LABEL =
  /(?:^|[:;：；؛]\s*)["'«“(（[]*(?:[\p{L}\p{M}]+\s)?(?:\p{N}{1,3}(?:[.．]\p{N}+)*|[IVXLCDM]+|\p{Lu}|(?=\p{L})\p{Script=Arabic}|[一二三四五六七八九十百]{1,4})$/u
const INITIAL =
  /^(?:\p{Lu}|(?=\p{L})\p{Script=Arabic})\p{M}*(?:[.\-‐‑]+(?:\p{Lu}|(?=\p{L})\p{Script=Arabic})\p{M}*)*$/u

const RULES: readonly Rule[] = [
  // What stands between brackets alone is a remark on the text: `(?)`, `[…]`.
  ({ before, run }) => (before.isOpener && /[\p{Pe}]/u.test(run) ? false : null),
  staysGlued,
  ({ after }) => (/^[,;:،؛，；：、)\]）\p{Sentence_Terminal}…‥]/u.test(after.first) ? false : null),
  ({ after, parts }) => (!parts && LOWER.test(after.word) && !ITEM.test(after.word) ? false : null),
  ({ kind }) => (kind === 'strong' ? true : null),
  // A spaced ellipsis stands for words left out, a glued one for a voice that trails off.
  ({ kind, before }) => (kind === 'ellipsis' ? !before.isSpaced : null),
  ({ before }) => (before.token === '' && /[.․．]$/u.test(before.head) ? false : null),
  ({ before }) => (LABEL.test(before.head) ? false : null),
  followsAbbreviation,
  followsInitial,
  followsTied,
]

/** Whether the sentence ends at a run of stops. Reads at most some hundred characters on each side; total. */
export function endsSentence({ text, language, start, from, to }: StopRun): boolean {
  const run = text.slice(from, to)
  const { at, stop } = lastStop(run)
  const kind = /^[.․．﹒]$/u.test(stop) ? 'point' : /^[.․．﹒…‥]+$/u.test(stop) ? 'ellipsis' : 'strong'
  const place: Place = {
    language,
    kind,
    parts: /[^.․!?…‥]$/u.test(stop),
    run,
    before: behind(text, start, from + at),
    after: ahead(text, to),
  }
  for (const rule of RULES) {
    const ends = rule(place)
    if (ends !== null) return ends
  }
  return true
}

/** A stop without a space behind it stands inside a word, a figure or an address, unless its own shape or the script parts them. */
function staysGlued({ kind, parts, before, after, run }: Place): boolean | null {
  if (after.isSpaced) return null
  if (parts) return kind === 'point' && /^\p{N}/u.test(after.first) ? false : null
  const isWide = kind !== 'ellipsis' && WIDE.test(after.first)
  return isWide && (WIDE.test(before.last) || /[”’」』）]$/u.test(run)) ? null : false
}

function followsAbbreviation({ language, before, after, run }: Place): boolean | null {
  const role =
    abbreviationRole(before.joined, language) ??
    abbreviationRole(before.token, language) ??
    abbreviationRole(before.token.replace(/^.*[-‐‑]/u, ''), language)
  if (role === null) return null
  // A bracket that closes behind an abbreviation stands inside its sentence: `(États, organisations, etc.)`.
  if (/[)\]）]/u.test(run)) return false
  if (role === 'inner') return false
  if (role === 'name') return startsSentence(firstLetters(after), language, false)
  if (role === 'numeral') return /^[\p{L}.\-]*[/\p{N}]/u.test(after.word) ? false : null
  if (role === 'reference') return CODE.test(after.word) ? false : null
  if (role === 'date' && !(/\p{N}/u.test(before.previous) || ROMAN.test(before.previous))) return false
  if (role === 'date') return before.words > DATE_WORDS
  return /^[\p{Lu}\p{Lt}]/u.test(after.word)
}

/** `A. Dupont`, `J.-P. Dupont`, `U.N. Charter`; but `217 A. Le` has a letter behind a figure, and `U.N. The` a first word. */
function followsInitial({ language, before, after }: Place): boolean | null {
  if (!INITIAL.test(before.token) || /\p{N}/u.test(before.previous)) return null
  return startsSentence(firstLetters(after), language, before.token.length > 2)
}

/** A no-break space keeps a short abbreviation with what follows, be it in no table. */
function followsTied({ language, before, after }: Place): boolean | null {
  const isTied = after.isTied && before.token.length <= SHORT_WORD
  return isTied && !startsSentence(firstLetters(after), language, true) ? false : null
}

function firstLetters(after: Ahead): string {
  return /^[\p{L}\p{M}]*/u.exec(after.word)?.[0] ?? ''
}
