import type { Language } from '../model'
import { baseLanguage } from './languages'
import { LABEL_ALPHABETS, readHanNumber, readRoman, westernDigits } from './ordinals'

/**
 * How a label counts: `number` 1 2 3 or 一 二 三 with a point, `letter` a b c in any script, `roman` i ii iii, `han` （一） or ㈠,
 * `capital` A B C, and `capital-roman` I II III.
 */
export type LabelStyle = 'number' | 'letter' | 'roman' | 'han' | 'capital' | 'capital-roman'

/** How a label is dressed: `1.`, `1 -`, `a)`, `(a)`, `'1'`, `㈠`. */
export type LabelShape = 'point' | 'dash' | 'half' | 'brackets' | 'quotes' | 'single'

/** One way of counting a label: its style and its place in its list, from 1. */
export interface LabelReading {
  readonly style: LabelStyle
  readonly ordinal: number
}

/**
 * A printed label at the start of a paragraph. `label` is as printed, without the space after it; `length` counts the UTF-16 units
 * of the label and that space, so that the text begins there. `i`, or a Cyrillic letter that looks Latin, can be read in several ways:
 * the likeliest is the label's own, the others are `otherReadings`; what stands before it in the list decides.
 */
export interface Label extends LabelReading {
  readonly label: string
  readonly shape: LabelShape
  readonly length: number
  readonly otherReadings: readonly LabelReading[]
}

/** Latin letters that Russian typists put for Cyrillic ones, and the other way round. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  k: 'к',
  o: 'о',
  p: 'р',
  x: 'х',
  а: 'a',
  с: 'c',
  е: 'e',
  к: 'k',
  о: 'o',
  р: 'p',
  х: 'x',
  у: 'y',
}

const SPACE = '[\\s\\u200E\\u200F\\u061C]'
const DIGITS = '[0-9０-９٠-٩]{1,3}'
const LETTERS = '[a-z]{1,6}|[а-я]|[أابجدهوزحطيكلمنسعفصقرشتثخذضظغ]ـ?'

interface Shape {
  readonly shape: LabelShape
  readonly pattern: RegExp
}

/**
 * The shapes, tried in this order: group 1 is the label, group 2 what counts. A point must not be a decimal point, and after a
 * letter it needs a space behind it ("e.g." is no label).
 */
const SHAPES: readonly Shape[] = [
  {
    shape: 'point',
    pattern: new RegExp(`^((${DIGITS})${SPACE}?[.．、](?![0-9０-９٠-٩]))(?:${SPACE}+|(?=[^\\s.])|$)`, 'u'),
  },
  {
    shape: 'point',
    pattern: /^(([〇一二三四五六七八九十百]{1,6})[、．.])\s*/u,
  },
  {
    shape: 'dash',
    pattern: new RegExp(
      `^((${DIGITS})${SPACE}*[-–—−])(?:${SPACE}*(?=[*_"«“(\\[]*\\p{Script=Arabic})|$)`,
      'u',
    ),
  },
  {
    shape: 'dash',
    pattern: new RegExp(
      `^(([أابجدهوزحطيكلمنسعفصقرشتثخذضظغ]ـ?)${SPACE}*[-–—−])(?:${SPACE}*(?=[*_"«“(\\[]*\\p{Script=Arabic})|$)`,
      'u',
    ),
  },
  {
    shape: 'brackets',
    pattern: new RegExp(
      `^([(（]${SPACE}?(${DIGITS}|${LETTERS}|[A-Z]|[IVX]{1,5}|[〇一二三四五六七八九十百]{1,6}|[子丑寅卯辰巳午未申酉戌亥])${SPACE}?[)）])${SPACE}*`,
      'u',
    ),
  },
  {
    shape: 'half',
    pattern: new RegExp(`^((${DIGITS}|${LETTERS})[)）])${SPACE}*`, 'u'),
  },
  {
    shape: 'quotes',
    pattern: new RegExp(`^(['‘’‛“](${DIGITS})['‘’‛”])(?:${SPACE}+|$)`, 'u'),
  },
  { shape: 'single', pattern: /^(([㈠-㈩①-⑳]))\s*/u },
  { shape: 'point', pattern: /^(([a-z]|[ivx]{2,5}|[а-я])\.)(?:\s+|(?=\p{Script=Han})|$)/u },
  { shape: 'point', pattern: /^(([A-Z]|[IVX]{2,6})\.)(?:\s+|(?=\p{Script=Han})|$)/u },
]

/** Words such as "mix" and "di" are Roman numerals too, but of numbers that no list reaches. */
const LONGEST_ROMAN_LIST = 60

function place(alphabet: readonly string[], letter: string): number {
  return alphabet.indexOf(letter) + 1
}

function readLetters(text: string, russian: boolean): LabelReading[] {
  const readings: LabelReading[] = []
  const add = (style: LabelStyle, ordinal: number | null) => {
    if (ordinal !== null && ordinal > 0) readings.push({ style, ordinal })
  }
  const plain = text.replace(/ـ/gu, '').replace(/^ا$/u, 'أ')
  if (/^[A-Z]+$/u.test(plain)) {
    // A lone I opens a list of Roman parts far more often than it follows H.
    if (plain === 'I') add('capital-roman', 1)
    if (plain.length === 1) add('capital', place(LABEL_ALPHABETS.latin, plain.toLowerCase()))
    if (plain !== 'I') add('capital-roman', readRoman(plain))
    return readings
  }
  if (plain.length === 1) {
    add('letter', place(LABEL_ALPHABETS.latin, plain))
    add('letter', place(LABEL_ALPHABETS.cyrillic, plain))
    add('letter', place(LABEL_ALPHABETS.arabic, plain))
    add('letter', place(LABEL_ALPHABETS.branches, plain))
    const twin = LOOKALIKES[plain]
    if (russian && twin !== undefined) {
      add('letter', place(LABEL_ALPHABETS.latin, twin))
      add('letter', place(LABEL_ALPHABETS.cyrillic, twin))
    }
  } else if (/^([a-z])\1$/u.test(plain) && readRoman(plain) === null) {
    add('letter', 26 + place(LABEL_ALPHABETS.latin, plain.charAt(0)))
  }
  const roman = readRoman(plain)
  if (roman === null || roman <= LONGEST_ROMAN_LIST || plain.length === 1) add('roman', roman)
  return readings
}

function readings(core: string, shape: LabelShape, russian: boolean): LabelReading[] {
  const code = core.charCodeAt(0)
  if (shape === 'single')
    return [
      { style: code >= 0x3220 ? 'han' : 'number', ordinal: code - (code >= 0x3220 ? 0x3220 : 0x2460) + 1 },
    ]
  const digits = westernDigits(core)
  if (/^\d+$/u.test(digits))
    return Number(digits) > 0
      ? [{ style: shape === 'quotes' ? 'roman' : 'number', ordinal: Number(digits) }]
      : []
  const han = readHanNumber(core)
  if (han !== null && han > 0) return [{ style: shape === 'point' ? 'number' : 'han', ordinal: han }]
  return readLetters(core, russian)
}

/**
 * The label that opens a paragraph, in any of the shapes of the six languages, or null where there is none. The language only settles
 * letters that look alike in Latin and Cyrillic; labels of every script are read whatever it is.
 */
export function readLabel(text: string, language: Language): Label | null {
  const head = text.slice(0, 24)
  for (const { shape, pattern } of SHAPES) {
    const match = pattern.exec(head)
    if (match === null) continue
    const [whole, label, core] = match
    if (label === undefined || core === undefined) continue
    const [first, ...otherReadings] = readings(core, shape, baseLanguage(language) === 'ru')
    if (first === undefined) continue
    return { label, length: whole.length, shape, ...first, otherReadings }
  }
  return null
}
