import type { FoldedMention } from './folded-text'

/** What a folded Arabic word says as a number; `kind` says how it combines. */
interface ArabicNumber {
  readonly value: number
  readonly kind: 'unit' | 'ten' | 'tens' | 'hundred' | 'hundreds' | 'scale'
}

interface ArabicWord {
  readonly number: ArabicNumber | null
  readonly bare: string
  readonly and: boolean
  readonly definite: boolean
  /** A preposition is written onto it: it opens its own phrase. */
  readonly prefixed: boolean
  readonly joined: boolean
  readonly from: number
  readonly to: number
}

/** Words as folded: plain alef, haa for taa marbuta, yaa for alef maqsura and for hamza on yaa. */
const VALUES: Readonly<Record<ArabicNumber['kind'], Readonly<Record<number, string>>>> = {
  unit: {
    1: 'احد احدي واحد واحده حادي حاديه اول اولي', 2: 'اثنا اثني اثنتا اثنتي اثنان اثنين اثنتان اثنتين ثاني ثانيه',
    3: 'ثلاث ثلاثه ثالث ثالثه', 4: 'اربع اربعه رابع رابعه', 5: 'خمس خمسه خامس خامسه', 6: 'ست سته سادس سادسه',
    7: 'سبع سبعه سابع سابعه', 8: 'ثمان ثماني ثمانيه ثامن ثامنه', 9: 'تسع تسعه تاسع تاسعه',
  },
  ten: { 10: 'عشر عشره عاشر عاشره' },
  tens: {
    20: 'عشرون عشرين', 30: 'ثلاثون ثلاثين', 40: 'اربعون اربعين', 50: 'خمسون خمسين', 60: 'ستون ستين', 70: 'سبعون سبعين',
    80: 'ثمانون ثمانين', 90: 'تسعون تسعين',
  },
  hundred: { 100: 'مايه ميه' },
  hundreds: {
    200: 'مايتان مايتين مايتا مايتي ميتان ميتين', 300: 'ثلاثمايه ثلاثميه', 400: 'اربعمايه اربعميه', 500: 'خمسمايه خمسميه',
    600: 'ستمايه ستميه', 700: 'سبعمايه سبعميه', 800: 'ثمانمايه ثمانيمايه ثمانميه', 900: 'تسعمايه تسعميه',
  },
  scale: { 1000: 'الف الاف الفا', 1000000: 'مليون مليونا ملايين', 1000000000: 'بليون بلايين مليار مليارات' },
} // prettier-ignore

const KINDS = ['unit', 'ten', 'tens', 'hundred', 'hundreds', 'scale'] as const

/** One entry a word; small enough to be made when the module loads. */
const LEXICON: ReadonlyMap<string, ArabicNumber> = new Map(
  KINDS.flatMap((kind) =>
    Object.entries(VALUES[kind]).flatMap(([value, words]) =>
      words.split(' ').map((word): [string, ArabicNumber] => [word, { value: Number(value), kind }]),
    ),
  ),
)

/** "I am not", which looks like "for six". */
const NO_NUMBERS = new Set(['لست', 'فلست', 'ولست'])
const PREFIXES = /^([وف]?)([بكل]?)(ال|ل(?=.{3}))?(.+)$/u
const WORDS = /[\p{Script=Arabic}]+/gu

function readWords(text: string): ArabicWord[] {
  const words: ArabicWord[] = []
  let end = -1
  let loneAnd = false
  for (const match of text.matchAll(WORDS)) {
    const word = match[0]
    const from = match.index
    const near = end >= 0 && from - end <= 2 && /^[ \u00A0\n]+$/u.test(text.slice(end, from))
    end = from + word.length
    if (word === 'و') {
      loneAnd = near
      continue
    }
    const whole = LEXICON.get(word)
    const [, and = '', preposition = '', article = '', rest = ''] = PREFIXES.exec(word) ?? []
    const candidates = [
      { and: '', preposition: '', article: '', bare: word },
      { and, preposition, article, bare: rest },
      // What looks like a preposition can be the first letter of the word itself.
      { and, preposition: '', article: '', bare: word.slice(and.length) },
    ]
    const read =
      (whole !== undefined ? candidates[0] : candidates.slice(1).find(({ bare }) => LEXICON.has(bare))) ??
      candidates[1]!
    words.push({
      number: NO_NUMBERS.has(word) ? null : (LEXICON.get(read.bare) ?? null),
      bare: read.bare,
      and: read.and !== '' || loneAnd,
      definite: read.article !== '',
      prefixed: read.preposition !== '',
      joined: near || loneAnd,
      from,
      to: end,
    })
    loneAnd = false
  }
  return words
}

interface Part {
  readonly value: number
  readonly next: number
}

function follows(words: readonly ArabicWord[], i: number): ArabicWord | null {
  const word = words[i]
  return word?.joined === true && !word.prefixed ? word : null
}

function belowHundred(words: readonly ArabicWord[], i: number): Part | null {
  const word = words[i]
  if (word?.number == null) return null
  const { value, kind } = word.number
  if (kind === 'tens' || kind === 'ten') return { value, next: i + 1 }
  if (kind !== 'unit') return null
  const after = follows(words, i + 1)
  if (after?.number?.kind === 'ten' && !after.and && !after.bare.startsWith('عا'))
    return { value: value + 10, next: i + 2 }
  if (after?.number?.kind === 'tens' && after.and && after.definite === word.definite)
    return { value: value + after.number.value, next: i + 2 }
  return { value, next: i + 1 }
}

function belowThousand(words: readonly ArabicWord[], i: number): Part | null {
  const word = words[i]
  if (word?.number == null) return null
  const counted = word.number.kind === 'unit' && word.number.value > 2 && follows(words, i + 1)
  const hundred = counted && counted.number?.kind === 'hundred' && !counted.and && !counted.definite
  const hundreds =
    word.number.kind === 'hundred' || word.number.kind === 'hundreds'
      ? word.number.value
      : hundred
        ? word.number.value * 100
        : 0
  if (hundreds === 0) return belowHundred(words, i)
  const next = hundred ? i + 2 : i + 1
  const rest = follows(words, next)?.and === true ? belowHundred(words, next) : null
  return rest === null ? { value: hundreds, next } : { value: hundreds + rest.value, next: rest.next }
}

/** A million or more without a number before it, in the singular: `مليون شخص`; a thousand is the name of a letter as well. */
function bareScale(words: readonly ArabicWord[], i: number): Part | null {
  const word = words[i]
  const half = words[i - 1]?.bare === 'نصف'
  if (word?.number?.kind !== 'scale' || word.definite || half || !/^(?:مليون|بليون|مليار)$/u.test(word.bare))
    return null
  return { value: word.number.value, next: i + 1 }
}

function readNumber(words: readonly ArabicWord[], i: number): Part | null {
  let group = belowThousand(words, i) ?? bareScale(words, i)
  if (group === null) return null
  let total = 0
  for (;;) {
    const scale: ArabicWord | null = follows(words, group.next)
    if (scale?.number?.kind !== 'scale' || scale.and) return { value: total + group.value, next: group.next }
    total += group.value * scale.number.value
    const next: number = group.next + 1
    const rest: Part | null = follows(words, next)?.and === true ? belowThousand(words, next) : null
    if (rest === null) return { value: total, next }
    group = rest
  }
}

/** Years, between which and ten an adjective may stand. */
const YEARS = /^(?:سنوات|سنين|اعوام|عام|سنه)$/u
/** Third parties, countries and the Third World: no ordinal in other languages. */
const THIRD = /^(?:طرف|اطراف|بلد|بلدان|دوله|دول|عالم|شخص)$/u

/** Parts whose first and second count as well: `المادة الأولى` is Article 1, `المرفقان الأول والثاني` annexes I and II. */
const LABELLED = /^(?:ماده|مادتان|مادتين|فصل|فصلان|فصلين|مرفق|مرفقان|مرفقين|فقره|فقرتان|فقرتين)$/u

function isLabel(words: readonly ArabicWord[], i: number): boolean {
  const before = words[i - 1]
  if (before === undefined || !words[i]!.definite) return false
  return (
    LABELLED.test(before.bare) ||
    (words[i]!.and && readNumber(words, i - 1) !== null && isLabel(words, i - 1))
  )
}

function isException(words: readonly ArabicWord[], i: number, { value, next }: Part): boolean {
  const word = words[i]!
  const before = words[i - 1]
  if (value < 3) return !isLabel(words, i)
  if (value === 100 && (word.definite || word.prefixed || before?.bare === 'في')) return true
  if (
    value === 10 &&
    [words[next], before, words[i - 2]].some((near) => near !== undefined && YEARS.test(near.bare))
  )
    return true
  return value === 3 && word.bare.startsWith('ثالث') && before !== undefined && THIRD.test(before.bare)
}

/**
 * Number words of a folded Arabic text, in order of offset, never overlapping: cardinals and ordinals in every gender and case, with article,
 * conjunction and preposition written onto them. One and two (but for labels, `المادة الأولى`), hundreds in percentages and decades are left out.
 */
export function findArabicNumbers(text: string): FoldedMention[] {
  const words = readWords(text)
  const found: FoldedMention[] = []
  for (let i = 0; i < words.length;) {
    const number = readNumber(words, i)
    if (number === null) {
      i += 1
      continue
    }
    const to = words[number.next - 1]!.to
    if (!isException(words, i, number))
      found.push({ kind: 'number', value: String(number.value), written: 'words', from: words[i]!.from, to })
    i = number.next
  }
  return found
}
