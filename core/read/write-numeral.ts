import { LABEL_ALPHABETS, toRoman } from '../text/ordinals'

/** Writes a whole number, from 0, as a list or a footnote mark shows it. */
type Numeral = (value: number) => string

// The alphabets of lists after ISO/IEC 29500-1, 17.18.59 (ST_NumberFormat).
const LATIN = LABEL_ALPHABETS.latin
const RUSSIAN = [...'абвгдежзиклмнопрстуфхцчшщыэюя']
const ARABIC = [...'أبتثجحخدذرزسشصضطظعغفقكلمنهوي']
const HEBREW = [...'אבגדהוזחטיכלמנסעפצקרשת']
const STEMS = [...'甲乙丙丁戊己庚辛壬癸']
const CHICAGO = [...'*†‡§']
const HAN = [...'〇一二三四五六七八九']
const LEGAL = [...'零壹贰叁肆伍陆柒捌玖']

/** Letters in order, doubled when they are through: a … z, aa, bb. */
function letters(alphabet: readonly string[]): Numeral {
  return (value) => {
    const letter = alphabet[(value - 1) % alphabet.length]
    return value < 1 || letter === undefined
      ? String(value)
      : letter.repeat(Math.min(Math.ceil(value / alphabet.length), 100))
  }
}

/** Signs of their own for the first numbers, ordinary figures beyond. */
function signs(first: number, count: number): Numeral {
  return (value) => (value < 1 || value > count ? String(value) : String.fromCodePoint(first + value - 1))
}

function digits(zero: readonly string[]): Numeral {
  return (value) => String(value).replace(/\d/gu, (digit) => zero[Number(digit)] ?? digit)
}

/** Chinese as it is counted: 十, 十一, 二十, 一百一十一. `ten` is what ten to nineteen begin with. */
function counted(figures: readonly string[], units: readonly string[], ten: string): Numeral {
  return (value) => {
    if (value < 1 || value > 9999) return digits(figures)(value)
    let text = ''
    let gap = false
    ;[...String(value)].forEach((digit, i, all) => {
      const unit = all.length - 1 - i
      if (digit === '0') {
        gap = true
        return
      }
      if (gap && text !== '') text += figures[0] ?? ''
      gap = false
      text += (figures[Number(digit)] ?? '') + (units[unit] ?? '')
    })
    const one = `${figures[1] ?? ''}${units[1] ?? ''}`
    return value < 20 && text.startsWith(one) ? ten + text.slice(one.length) : text
  }
}

/** Word counts up to ninety-nine and writes figure by figure beyond. */
function countedTo99(value: number): string {
  return value < 100 ? counted(HAN, ['', '十'], '十')(value) : digits([...'○一二三四五六七八九'])(value)
}

/** Hebrew numerals: fifteen and sixteen are not spelled as they would be, for they would be a name. */
function hebrewNumber(value: number): string {
  if (value < 1 || value > 999) return String(value)
  const hundreds = 'ת'.repeat(Math.floor(value / 400)) + ['', 'ק', 'ר', 'ש'][Math.floor((value % 400) / 100)]!
  const rest = value % 100
  if (rest === 15 || rest === 16) return `${hundreds}ט${rest === 15 ? 'ו' : 'ז'}`
  return `${hundreds}${['', ...'יכלמנסעפצ'][Math.floor(rest / 10)]!}${['', ...'אבגדהוזחט'][rest % 10]!}`
}

function englishOrdinal(value: number): string {
  const teens = value % 100 > 10 && value % 100 < 14
  return `${value}${(teens ? undefined : ['th', 'st', 'nd', 'rd'][value % 10]) ?? 'th'}`
}

const upper =
  (numeral: Numeral): Numeral =>
  (value) =>
    numeral(value).toUpperCase()
const padded =
  (width: number): Numeral =>
  (value) =>
    String(value).padStart(width, '0')

const NUMERALS: Readonly<Record<string, Numeral>> = {
  none: () => '',
  decimalZero: padded(2),
  lowerLetter: letters(LATIN),
  upperLetter: upper(letters(LATIN)),
  lowerRoman: toRoman,
  upperRoman: upper(toRoman),
  russianLower: letters(RUSSIAN),
  russianUpper: upper(letters(RUSSIAN)),
  arabicAlpha: letters(ARABIC),
  arabicAbjad: letters(LABEL_ALPHABETS.arabic),
  hindiNumbers: digits([...'०१२३४५६७८९']),
  hebrew1: hebrewNumber,
  hebrew2: letters(HEBREW),
  ordinal: englishOrdinal,
  hex: (value) => value.toString(16).toUpperCase(),
  chicago: letters(CHICAGO),
  numberInDash: (value) => `- ${value} -`,
  decimalFullWidth: digits([...'０１２３４５６７８９']),
  decimalFullWidth2: digits([...'０１２３４５６７８９']),
  decimalEnclosedCircle: signs(0x2460, 20),
  decimalEnclosedCircleChinese: signs(0x2460, 20),
  decimalEnclosedFullstop: signs(0x2488, 20),
  decimalEnclosedParen: signs(0x2474, 20),
  ideographEnclosedCircle: signs(0x3280, 10),
  ideographDigital: digits(HAN),
  japaneseDigitalTenThousand: digits(HAN),
  taiwaneseDigital: digits([...'○一二三四五六七八九']),
  chineseCounting: countedTo99,
  taiwaneseCounting: countedTo99,
  chineseCountingThousand: counted([...'零一二三四五六七八九'], ['', '十', '百', '千'], '十'),
  taiwaneseCountingThousand: counted([...'零一二三四五六七八九'], ['', '十', '百', '千'], '十'),
  japaneseCounting: counted(['', ...HAN.slice(1)], ['', '十', '百', '千'], '十'),
  chineseLegalSimplified: counted(LEGAL, ['', '拾', '佰', '仟'], '壹拾'),
  ideographTraditional: letters(STEMS),
  ideographZodiac: letters(LABEL_ALPHABETS.branches),
}

/**
 * A whole number from 0 in one of the number formats of word processors, named as ISO/IEC 29500-1, 17.18.59 names them (`decimal`, `lowerRoman`, `arabicAbjad`, `chineseCounting`). A format that is not
 * known is written in figures, `none` as nothing.
 */
export function writeNumeral(value: number, format: string): string {
  return Object.hasOwn(NUMERALS, format) ? (NUMERALS[format]?.(value) ?? String(value)) : String(value)
}
