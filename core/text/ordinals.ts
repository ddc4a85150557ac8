/** Letters of paragraph labels in each script, in the order in which lists are lettered. */
export const LABEL_ALPHABETS = {
  latin: [...'abcdefghijklmnopqrstuvwxyz'],
  /** Russian lists leave out ё, й and the letters that open no word. */
  cyrillic: [...'абвгдежзиклмнопрстуфхцчшщэюя'],
  /** The earthly branches, which letter the lists of older Chinese texts. */
  branches: [...'子丑寅卯辰巳午未申酉戌亥'],
  /** The abjad order, which is the one of Arabic lists; not the order of dictionaries. */
  arabic: [...'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'],
} as const

const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }

/** The lower-case Roman numeral of a whole number from 1 to 3999; decimal figures outside that range. */
export function toRoman(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 3999) return String(value)
  const steps: readonly (readonly [number, string])[] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ]
  let rest = value
  let out = ''
  for (const [step, letters] of steps) {
    while (rest >= step) {
      out += letters
      rest -= step
    }
  }
  return out
}

/** The value of a Roman numeral in either case, or null where the letters are none or are not in their canonical order. */
export function readRoman(text: string): number | null {
  const letters = text.toLowerCase()
  if (letters === '' || letters.length > 15) return null
  let total = 0
  for (let i = 0; i < letters.length; i += 1) {
    const value = ROMAN_VALUES[letters.charAt(i)]
    if (value === undefined) return null
    const next = ROMAN_VALUES[letters.charAt(i + 1)] ?? 0
    total += value < next ? -value : value
  }
  return toRoman(total) === letters ? total : null
}

const HAN_DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const HAN_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** The value of a Chinese numeral below ten thousand (`十二`, `一百一十一`, `二〇二二`), or null. */
export function readHanNumber(text: string): number | null {
  if (text === '' || text.length > 12) return null
  let total = 0
  let digits = ''
  for (const character of text) {
    const digit = HAN_DIGITS[character]
    const unit = HAN_UNITS[character]
    if (digit !== undefined) digits += String(digit)
    else if (unit !== undefined) {
      total += (digits === '' ? 1 : Number(digits)) * unit
      digits = ''
    } else return null
  }
  return total + (digits === '' ? 0 : Number(digits))
}

/** Stems of the Arabic ordinals, without article and with alef and ta marbuta written plainly. */
const ARABIC_UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:اول|اولي|حادي|حاديه)$/u, 1],
  [/^(?:ثاني|ثانيه)$/u, 2],
  [/^(?:ثالث|ثالثه)$/u, 3],
  [/^(?:رابع|رابعه)$/u, 4],
  [/^(?:خامس|خامسه)$/u, 5],
  [/^(?:سادس|سادسه)$/u, 6],
  [/^(?:سابع|سابعه)$/u, 7],
  [/^(?:ثامن|ثامنه)$/u, 8],
  [/^(?:تاسع|تاسعه)$/u, 9],
  [/^(?:عاشر|عاشره|عشر|عشره)$/u, 10],
  [/^(?:عشرون|عشرين)$/u, 20],
  [/^(?:ثلاثون|ثلاثين)$/u, 30],
  [/^(?:اربعون|اربعين)$/u, 40],
  [/^(?:خمسون|خمسين)$/u, 50],
  [/^(?:ستون|ستين)$/u, 60],
  [/^(?:سبعون|سبعين)$/u, 70],
  [/^(?:ثمانون|ثمانين)$/u, 80],
  [/^(?:تسعون|تسعين)$/u, 90],
]

/** The value of an Arabic ordinal in words up to 99 (`الأول`, `الثاني عشر`, `السادسة والسبعون`), or null. */
export function readArabicOrdinal(text: string): number | null {
  const words = text
    .replace(/[\u0640\u064B-\u0652]/gu, '')
    .replace(/[أإآ]/gu, 'ا')
    .replace(/ى/gu, 'ي')
    .replace(/ة/gu, 'ه')
    .trim()
    .split(/\s+/u)
  if (words.length > 3) return null
  let total = 0
  for (const word of words) {
    const stem = word.replace(/^و?ال/u, '')
    const unit = ARABIC_UNITS.find(([pattern]) => pattern.test(stem))
    if (unit === undefined) return null
    total += unit[1]
  }
  return total
}

/** A text with every decimal digit of any script (`１`, `٣`) written as a Western one; offsets stay as they are. */
export function westernDigits(text: string): string {
  if (!/[０-９٠-٩۰-۹]/u.test(text)) return text
  return text.replace(/[０-９٠-٩۰-۹]/gu, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code >= 0xff10 ? code - 0xff10 : code >= 0x06f0 ? code - 0x06f0 : code - 0x0660)
  })
}
