import { elementsOf, type XmlElement } from '../../text/parse-xml'
import { writeNumeral } from '../write-numeral'

/** Number formats that OpenDocument names by their first figures (ODF 1.3, part 3, 20.314, and LibreOffice), by how they begin. */
const FORMATS: readonly (readonly [string, string])[] = [
  ['أ, ب, ت', 'arabicAlpha'],
  ['أ, ب, ج', 'arabicAbjad'],
  ['Native Numbering', 'decimal'],
  ['一, 二, 三', 'chineseCounting'],
  ['壹, 贰, 叁', 'chineseLegalSimplified'],
  ['甲, 乙, 丙', 'ideographTraditional'],
  ['子, 丑, 寅', 'ideographZodiac'],
  ['①', 'decimalEnclosedCircle'],
  ['１', 'decimalFullWidth'],
  ['А, Б, .., Аа', 'russianUpper'],
  ['А, Б', 'russianUpper'],
  ['а, б', 'russianLower'],
  ['א, י, ק', 'hebrew1'],
  ['א, ב, ג', 'hebrew2'],
]

const LETTERS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '': 'none',
}

/** The format that OpenDocument writes as `1`, `a`, `i` or by its first figures, by the name that writeNumeral knows; figures where it is not known. */
export function odtNumberFormat(format: string): string {
  if (Object.hasOwn(LETTERS, format)) return LETTERS[format] ?? 'decimal'
  return FORMATS.find(([beginning]) => format.startsWith(beginning))?.[1] ?? 'decimal'
}

interface Level {
  readonly bullet: boolean
  readonly format: string
  readonly prefix: string
  readonly suffix: string
  readonly start: number
  readonly shown: number
  /** What LibreOffice writes since 7.0: the label with `%1%` for the number of a level. */
  readonly pattern: string | null
}

/** The levels of a list's style, from 1. */
export type ListLevels = ReadonlyMap<number, Level>

/** Lists have ten levels; what stands around a number is short. */
const LEVELS = 10
const LONGEST_LABEL = 255

/** The levels of `text:list-style` or `text:outline-style`. */
export function readListLevels(style: XmlElement | null | undefined): ListLevels {
  const levels = new Map<number, Level>()
  for (const { name, attributes } of elementsOf(style ?? undefined)) {
    const level = Number(attributes['text:level'] ?? '')
    if (!(level >= 1 && level <= LEVELS) || !/^text:(?:list|outline)-level-style/u.test(name)) continue
    levels.set(level, {
      bullet: /-(?:bullet|image)$/u.test(name),
      format: odtNumberFormat(attributes['style:num-format'] ?? ''),
      prefix: (attributes['style:num-prefix'] ?? '').slice(0, LONGEST_LABEL),
      suffix: (attributes['style:num-suffix'] ?? '').slice(0, LONGEST_LABEL),
      start: Number.parseInt(attributes['text:start-value'] ?? '1', 10) || 0,
      shown: Number.parseInt(attributes['text:display-levels'] ?? '1', 10) || 1,
      pattern: attributes['loext:num-list-format']?.slice(0, LONGEST_LABEL) ?? null,
    })
  }
  return levels
}

/** The running numbers of one list and of those that continue it. */
export class ListRun {
  private readonly counts: (number | undefined)[] = []

  /** Counts one more item at a level, from 1; gives its label, empty for bullets and where there is no number. `start` begins anew. */
  next(levels: ListLevels, level: number, start: number | null): string {
    const own = levels.get(level)
    const count = this.counts[level]
    this.counts[level] = start ?? (count === undefined ? (own?.start ?? 1) : count + 1)
    this.counts.length = level + 1
    if (own === undefined || own.bullet) return ''
    const write = (index: number) => {
      const at = levels.get(index)
      return at === undefined ? '' : writeNumeral(this.counts[index] ?? at.start, at.format)
    }
    if (own.pattern !== null)
      return own.pattern.replace(/%(\d{1,2})%/gu, (_whole, index: string) => write(Number(index))).trim()
    if (own.format === 'none') return `${own.prefix}${own.suffix}`.trim()
    const numbers: string[] = []
    for (let index = Math.max(1, level - own.shown + 1); index <= level; index += 1) {
      const number = write(index)
      if (number !== '') numbers.push(number)
    }
    return `${own.prefix}${numbers.join('.')}${own.suffix}`.trim()
  }
}
