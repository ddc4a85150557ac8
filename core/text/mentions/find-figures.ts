import type { UnLanguage } from '../../model'
import { canonicalDecimal } from './canonical-decimal'
import type { FoldedMention } from './folded-text'
import { matchAt } from './match-at'
import { SCALE_WORDS } from './scale-words'

/** How a language writes numbers: which marks group digits by three, and which separate the decimals. */
interface Notation {
  readonly groups: string
  readonly decimals: string
}

const NARROW = '\u00A0'
const NOTATIONS: Readonly<Record<UnLanguage, Notation>> = {
  fr: { groups: `. ${NARROW}'`, decimals: ',.' },
  es: { groups: `. ${NARROW}'`, decimals: ',.' },
  ru: { groups: `. ${NARROW}'`, decimals: ',.' },
  en: { groups: `,${NARROW} `, decimals: '.' },
  zh: { groups: `,${NARROW} `, decimals: '.' },
  ar: { groups: `,. ${NARROW}٬`, decimals: ',.٫' },
}
/** For languages that are not known: no-break spaces group, and a single mark separates decimals. */
const UNKNOWN: Notation = { groups: `${NARROW}`, decimals: '.,' }

/** A run of digits with what can stand between the digits of a number, or between the numbers of a list. */
const RUN = /\d+(?:[.,'٫٬ \u00A0]\d+)*/gu
/** A letter directly before the digits makes them part of a name: `G20`, `H5N1`. */
const NAME_BEFORE = /[\p{Script=Latin}\p{Script=Cyrillic}]$/u
/** Diseases and the like whose name has a figure in some languages and not in others. */
const DISEASE_BEFORE = /(?:COVID|كوفيد)[- \u00A0–]?$/iu
const DISEASE_AFTER = /年?(?:新型)?冠状病毒/uy
const ORDINAL_END =
  /(?:\^\{?\p{L}{1,4}\}?|er|re|ere|e|eme|es|st|nd|rd|th|\.?[oa]|°|-(?:го|му|ми|е|и|я|ю|м|х|ая|ое|ые|ыи|ого|ому|ои))(?![\p{L}\d])/iuy
/** A plain fraction, `2/3`: other languages write it in words. */
const FRACTION_BEFORE = /(?<![\d/])\d{1,2}\/$/u
const FRACTION_AFTER = /\/\d{1,2}(?!\d|\/)/uy
/** A year of the Hijri calendar, which other languages leave out or give in another way. */
const HIJRI_AFTER = /[ \u00A0]?ه(?:ـ)?(?!\p{L})/uy

interface Figure {
  readonly whole: string
  readonly fraction: string
  readonly from: number
  readonly to: number
}

/** Splits a run of digits and marks into the numbers of a language: `1 500,25` is one in French, `1,5` two in English. */
function splitRun(run: string, at: number, { groups, decimals }: Notation): Figure[] {
  const parts = [...run.matchAll(/(\d+)([.,'٫٬ \u00A0]?)/gu)].map(
    ([whole, digits = '', mark = ''], i, all) => ({
      digits,
      mark,
      from: at + all[i]!.index,
      end: at + all[i]!.index + whole.length - mark.length,
    }),
  )
  const figures: Figure[] = []
  for (let i = 0; i < parts.length; i += 1) {
    const first = parts[i]!
    let whole = first.digits
    let last = i
    const mark = first.mark
    // Two groups of three behind one kind of mark are a number in any language, whatever groups digits there: 1,122,000.
    const twice =
      ",.'٬".includes(mark) &&
      parts[i + 1]?.mark === mark &&
      [1, 2].every((k) => parts[i + k]?.digits.length === 3)
    if (mark !== '' && (groups.includes(mark) || twice) && /^[1-9]\d{0,2}$/u.test(whole))
      while (parts[last]!.mark === mark && parts[last + 1]?.digits.length === 3) {
        last += 1
        whole += parts[last]!.digits
      }
    const decimal = parts[last]!.mark
    const next = parts[last + 1]
    const dotted =
      next !== undefined &&
      next.mark === decimal &&
      parts[last + 2] !== undefined &&
      !' \u00A0'.includes(decimal)
    const afterDots = i > 0 && parts[i - 1]!.mark === decimal && !' \u00A0'.includes(decimal)
    let fraction = ''
    // Three figures with two points are a numbered section, not a decimal number.
    if (next !== undefined && decimal !== '' && decimals.includes(decimal) && !dotted && !afterDots) {
      fraction = next.digits
      last += 1
    }
    figures.push({ whole, fraction, from: first.from, to: parts[last]!.end })
    i = last
  }
  return figures
}

interface Scale {
  readonly shift: number
  readonly to: number
}

function scalePattern(language: UnLanguage): RegExp {
  const gap = language === 'zh' ? '[ \\u00A0]?' : '[ \\u00A0]'
  const end = language === 'zh' ? '(?!分之)' : '(?!\\p{L})'
  const words = SCALE_WORDS[language].map(([word]) => `(${word.replace(/ /gu, '[ \\u00A0]')})`).join('|')
  return new RegExp(`${gap}(?:${words})${end}`, 'iuy')
}

const SCALES: Readonly<Record<UnLanguage, RegExp>> = {
  fr: scalePattern('fr'),
  en: scalePattern('en'),
  es: scalePattern('es'),
  ru: scalePattern('ru'),
  ar: scalePattern('ar'),
  zh: scalePattern('zh'),
}

function readScale(text: string, at: number, language: UnLanguage): Scale | null {
  const match = matchAt(SCALES[language], text, at)
  if (match === null) return null
  const index = match.slice(1).findIndex((word) => word !== undefined)
  return { shift: SCALE_WORDS[language][index]?.[1] ?? 0, to: at + match[0].length }
}

/** Adds two whole numbers in plain decimal notation, of any length. */
function add(a: string, b: string): string {
  return String(BigInt(a) + BigInt(b))
}

/** Longest whole number that Chinese composes of two scales, `1亿2000万`. */
const LONGEST_SUM = 18

function withScale(
  text: string,
  figure: Figure,
  language: UnLanguage | null,
): { readonly value: string; readonly to: number } {
  const scale = language === null ? null : readScale(text, figure.to, language)
  if (scale === null || language === null)
    return { value: canonicalDecimal(figure.whole, figure.fraction), to: figure.to }
  let value = canonicalDecimal(figure.whole, figure.fraction, scale.shift)
  let to = scale.to
  if (language === 'zh' && value.length <= LONGEST_SUM && !value.includes('.')) {
    const rest = matchAt(/\d{1,4}(?![\d.])/uy, text, to)
    const next = rest === null ? null : readScale(text, to + rest[0].length, 'zh')
    if (rest !== null && (next?.shift ?? 0) < scale.shift) {
      value = add(value, canonicalDecimal(rest[0], '', next?.shift ?? 0))
      to = next?.to ?? to + rest[0].length
    }
  }
  return { value, to }
}

/**
 * Numbers in figures, in order of offset, never overlapping: thousands and decimals as the language writes them, multiplied by the word behind
 * them (`1,5 million` is `1500000`), with their ordinal ending (`97e`). Not reported: figures inside a name (`G20`, `COVID-19`) and plain fractions.
 */
export function findFigures(text: string, language: UnLanguage | null): FoldedMention[] {
  const notation = language === null ? UNKNOWN : NOTATIONS[language]
  const found: FoldedMention[] = []
  let end = 0
  for (const match of text.matchAll(RUN)) {
    for (const figure of splitRun(match[0], match.index, notation)) {
      if (figure.from < end) continue
      const before = text.slice(Math.max(0, figure.from - 8), figure.from)
      if (NAME_BEFORE.test(before) || DISEASE_BEFORE.test(before)) continue
      if (matchAt(DISEASE_AFTER, text, figure.to) !== null || matchAt(HIJRI_AFTER, text, figure.to) !== null)
        continue
      const short = figure.whole.length < 3 && figure.fraction === ''
      const divides = FRACTION_BEFORE.test(before) && text[figure.to] !== '/'
      if (short && (divides || (!before.endsWith('/') && matchAt(FRACTION_AFTER, text, figure.to) !== null)))
        continue
      const { value, to } = withScale(text, figure, language)
      const ordinal = to === figure.to ? matchAt(ORDINAL_END, text, to) : null
      end = ordinal === null ? to : to + ordinal[0].length
      found.push({ kind: 'number', value, written: 'figures', from: figure.from, to: end })
    }
  }
  return found
}
