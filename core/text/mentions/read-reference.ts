import { readRoman, toRoman } from '../ordinals'
import { matchAt } from './match-at'
import { ARABIC_LETTER_NAMES, partLetter } from './part-letters'

const GAP = '[ \\u00A0]'
/** `دإ` (special) and `دإط` (emergency special session) as folded, `S` and `ES` elsewhere. */
export const SPECIAL = `ES|S|د${GAP}?ا${GAP}?ط|د${GAP}?ا`

const STROKE = new RegExp(`(?:(${SPECIAL})${GAP}?[-–]${GAP}?)?(\\d{1,4})/(\\d{1,4})(?![\\d/]|[.,]\\d)`, 'uy')
const PLAIN = /\d{1,4}(?!\d)/uy
/** `(III)`, `(S-VI)`, `(د - 3)`, `(دإ-6)`, `(2002)`. */
const SESSION = new RegExp(
  `${GAP}?\\(${GAP}?(?:((?:ES|S)-)?([IVXLC]{1,8})|(د(?:${GAP}?ا)?(?:${GAP}?ط)?)${GAP}?[-–]?${GAP}?(\\d{1,3})|(\\d{4}))${GAP}?\\)`,
  'uy',
)
const LETTER = new RegExp(
  `${GAP}?(?:([A-Z])(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\d/'])|(${ARABIC_LETTER_NAMES})(?!\\p{L}))`,
  'uy',
)
/** What joins the parts of a resolution; group 1 stands between the ends of a range. */
const JOINER = new RegExp(
  `(${GAP}?[-–至到]${GAP}?|${GAP}(?:to|TO|a|A|по|ПО|الي)${GAP})` +
    `|(?:${GAP}?[,，،、])?${GAP}(?:(?:and|AND|et|ET|y|Y|e|E|и|И|or|OR|ou|OU|o|O|или|ИЛИ)${GAP}|و${GAP}?)` +
    `|${GAP}?[,，،、]${GAP}?|${GAP}?号?[和及与或、]第?${GAP}?`,
  'uy',
)

/** The number of a resolution: canonical value, where it ends, and whether it can be nothing else (`2/3` can be a fraction). */
export interface Reference {
  readonly value: string
  readonly to: number
  readonly sure: boolean
}

/** The parts that a reference names, `A+B`, and where they end. `base` is the number, which Chinese may repeat before each part. */
function readParts(
  text: string,
  at: number,
  base: string,
): { readonly letters: string; readonly to: number } {
  const letters: string[] = []
  let to = at
  let next: number | null = at
  let range = false
  while (next !== null && letters.length < 26) {
    const match = matchAt(LETTER, text, next)
    const letter = partLetter(match?.[1] ?? match?.[2] ?? '')
    if (match === null || letter === null) break
    const last = letters.at(-1)?.charCodeAt(0) ?? 0
    for (let code = last + 1; range && code < letter.charCodeAt(0); code += 1)
      letters.push(String.fromCharCode(code))
    letters.push(letter)
    to = match.index + match[0].length
    const joiner = matchAt(JOINER, text, to)
    range = joiner?.[1] !== undefined
    next = joiner === null ? null : joiner.index + joiner[0].length
    if (next !== null && base !== '' && text.startsWith(base, next)) next += base.length
  }
  return { letters: [...new Set(letters)].join('+'), to }
}

function readSession(text: string, at: number): { readonly session: string; readonly to: number } | null {
  const match = matchAt(SESSION, text, at)
  if (match === null) return null
  const [whole, special = '', roman, arabic, number, year = ''] = match
  const to = at + whole.length
  if (roman !== undefined) return readRoman(roman) === null ? null : { session: special + roman, to }
  if (number !== undefined) {
    const prefix = arabic?.includes('ط') === true ? 'ES-' : arabic?.includes('ا') === true ? 'S-' : ''
    return Number(number) === 0 ? null : { session: prefix + toRoman(Number(number)).toUpperCase(), to }
  }
  return /^(?:19[4-9]|20)/u.test(year) ? { session: year, to } : null
}

function readStroke(text: string, at: number): Reference | null {
  const match = matchAt(STROKE, text, at)
  if (match === null) return null
  const [whole, special, first = '', second = ''] = match
  const [session, number] = [Number(first), Number(second)]
  if (session === 0 || number === 0) return null
  const prefix = special === undefined ? '' : /[طE]/u.test(special) ? 'ES-' : 'S-'
  const end = at + whole.length
  const parts = readParts(text, end, whole)
  const years = session > 1900 && number === (session + 1) % 100
  const sure =
    prefix !== '' ||
    parts.letters !== '' ||
    (session > 30 && session <= 150) ||
    (session > 1945 && session < 2100 && number < 1000 && !years)
  return { value: `${prefix}${session}/${number}${parts.letters}`, to: parts.to, sure }
}

function readBracketed(text: string, at: number): Reference | null {
  const number = matchAt(PLAIN, text, at)
  if (number === null || Number(number[0]) === 0) return null
  const before = readParts(text, at + number[0].length, '')
  const session = readSession(text, before.to)
  if (session === null) return null
  const year = /^\d/u.test(session.session)
  const after =
    before.letters === '' && !year ? readParts(text, session.to, '') : { ...before, to: session.to }
  return { value: `${Number(number[0])}(${session.session})${after.letters}`, to: after.to, sure: true }
}

/**
 * Reads the number of a resolution that begins at a place of a folded text with Latin capitals: `73/338`, `S-8/1`, `53/243 A et B`, `217 A (III)`,
 * `217 ألف (د - 3)`, `1440 (2002)`. Null where none begins there.
 */
export function readReference(text: string, at: number): Reference | null {
  return readStroke(text, at) ?? readBracketed(text, at)
}
