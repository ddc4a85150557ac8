import type { BlockMark, Repair, Span } from '../../model'
import { orderLetters } from './order-letters'
import { isBlank, type RowGlyph } from './make-rows'
import { plainLetters } from './plain-letters'

/** A stretch of a row as text, with what its letters' places say. */
export interface Written {
  readonly text: string
  readonly italics: readonly Span[]
  readonly marks: readonly BlockMark[]
  /** Offsets of spaces that are so thin that the words of the document decide. */
  readonly thin: readonly number[]
  /** All its letters are bold. */
  readonly bold: boolean
  readonly repairs: readonly Omit<Repair, 'page'>[]
}

/** How a page is set. */
export interface Setting {
  readonly rtl: boolean
  /** Brackets among right-to-left letters come as they look, not as they are read. */
  readonly mirrored: boolean
  /** The file sets spaces as characters, so that a gap alone is rarely one. */
  readonly spaced: boolean
  /** A space that is set between Chinese characters is meant. */
  readonly hanSpaced: boolean
}

/** One letter with its marks, on its way into the text. */
export interface Unit {
  readonly text: string
  readonly italic: boolean
  readonly bold: boolean
  readonly raised: boolean
  /** Blank that separates words; `thin` where it is doubtful. */
  readonly space: boolean
  readonly thin: boolean
}

const HAN = /[\p{Script=Han}\u3000-\u303F\uFF01-\uFF60]/u
const COMBINING = /^\p{M}+$/u

/**
 * Widths of gaps between letters in parts of the size, beyond the row's own spacing. Measured on PDFs of Word and LibreOffice: a set space is 0.25, shrunk in justified lines to 0.17; kerning and
 * rounding stay under 0.06.
 */
const NO_GAP = 0.05
const THIN_GAP = 0.13
const BARE_GAP = 0.17
const BARE_GAP_IF_SPACED = 0.28
const HAN_LATIN_GAP = 0.6
const HAN_GAP = 0.85

interface Placed {
  text: string
  readonly glyph: RowGlyph
}

/** How near a letter a mark stands that is written just before it in the file, in parts of the size: shaping puts the marks of right-to-left letters there. */
const TOUCHES = 0.12

/** The letter that a mark stands over: the nearest, or the one that the file writes next where it touches. */
function findBase(mark: RowGlyph, placed: readonly Placed[]): number {
  const middle = (mark.x0 + mark.x1) / 2
  let best = -1
  let distance = Infinity
  let next = -1
  placed.forEach(({ glyph: { x0, x1, order } }, i) => {
    const away = middle < x0 ? x0 - middle : middle > x1 ? middle - x1 : 0
    if (away < distance) {
      best = i
      distance = away
    }
    if (order === mark.order + 1 && away < TOUCHES * mark.size) next = i
  })
  return next >= 0 ? next : best
}

/** Combining marks go to the letter that they stand over. */
function joinMarks(glyphs: readonly RowGlyph[]): Placed[] {
  const placed: Placed[] = []
  for (const glyph of glyphs) {
    if (!COMBINING.test(glyph.text) && !isBlank(glyph)) placed.push({ text: glyph.text, glyph })
  }
  for (const glyph of glyphs) {
    if (!COMBINING.test(glyph.text)) continue
    const middle = (glyph.x0 + glyph.x1) / 2
    const best = findBase(glyph, placed)
    // The second letter of a ligature may have no width of its own: the far half of the first is where it stands.
    const base = placed[best]
    const next = placed[best + 1]
    const narrow = next !== undefined && next.glyph.x1 - next.glyph.x0 < 0.05 * next.glyph.size
    const far = base !== undefined && middle > (base.glyph.x0 + base.glyph.x1) / 2
    const home = narrow && far ? next : base
    if (home === undefined) placed.push({ text: glyph.text, glyph })
    else home.text += glyph.text
  }
  return placed
}

function median(numbers: readonly number[]): number {
  if (numbers.length === 0) return 0
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** The blank between two letters: none, thin or sure. */
function blankBetween(
  left: Placed,
  right: Placed,
  gap: number,
  set: boolean,
  { spaced, hanSpaced }: Setting,
): 'none' | 'thin' | 'sure' {
  const hanLeft = HAN.test(left.text)
  const hanRight = HAN.test(right.text)
  if (hanLeft && hanRight) return gap >= (set && hanSpaced ? BARE_GAP : HAN_GAP) ? 'sure' : 'none'
  if (hanLeft || hanRight) return gap >= (set ? THIN_GAP : HAN_LATIN_GAP) ? 'sure' : 'none'
  if (set) return gap < NO_GAP ? 'none' : gap < THIN_GAP ? 'thin' : 'sure'
  const least = spaced ? BARE_GAP_IF_SPACED : BARE_GAP
  return gap < least ? 'none' : gap < least * 1.2 ? 'thin' : 'sure'
}

/** The blank that is set behind each letter, if one is. */
function findBlanks(glyphs: readonly RowGlyph[], placed: readonly Placed[]): (RowGlyph | undefined)[] {
  const blanks: (RowGlyph | undefined)[] = placed.map(() => undefined)
  let at = -1
  for (const glyph of glyphs) {
    if (isBlank(glyph)) {
      if (at >= 0) blanks[at] = glyph
    } else if (placed[at + 1]?.glyph === glyph) at += 1
  }
  return blanks
}

function makeUnits(glyphs: readonly RowGlyph[], setting: Setting): Unit[] {
  const placed = joinMarks(glyphs)
  const gaps = placed.map(({ glyph }, i) => {
    const next = placed[i + 1]
    if (next === undefined) return 0
    return (next.glyph.x0 - glyph.x1) / Math.max(glyph.size, next.glyph.size)
  })
  const blankAt = findBlanks(glyphs, placed)
  const own = Math.max(
    0,
    median(gaps.filter((gap, i) => blankAt[i] === undefined && gap < 0.4 && i < gaps.length - 1)),
  )
  const units: Unit[] = []
  placed.forEach(({ text, glyph }, i) => {
    const { italic, bold, raised } = glyph
    units.push({ text, italic, bold, raised, space: false, thin: false })
    const next = placed[i + 1]
    if (next === undefined) return
    const blank = blankAt[i]
    const kind = blankBetween({ text, glyph }, next, (gaps[i] ?? 0) - own, blank !== undefined, setting)
    if (kind === 'none') return
    const kept = blank !== undefined && /^[\u00A0\u202F\u3000]/u.test(blank.text) ? blank.text.charAt(0) : ' '
    units.push({
      text: kept,
      italic: italic && next.glyph.italic,
      bold: bold && next.glyph.bold,
      raised: raised && next.glyph.raised,
      space: true,
      thin: kind === 'thin',
    })
  })
  return units
}

/** Marks as they are printed above the line: figures and asterisks, several with commas between. */
const RAISED_MARK = /^[[(]?((?:\d{1,3}|\*{1,3}|[†‡§])(?:\s?[,،、]\s?(?:\d{1,3}|\*{1,3}))*)[\])]?$/u

/** What a raised figure is part of: a unit of measurement or a power. */
const POWER = /(?:(?<!\p{L})[kcdhm]?m|(?<!\p{N})10)$/u

const SUPERSCRIPT_FIGURES = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Figures that are superscript characters by themselves. */
function toFigures(text: string): string | null {
  if (!/^[⁰¹²³⁴-⁹]+$/u.test(text)) return null
  return [...text].map((char) => String(SUPERSCRIPT_FIGURES.indexOf(char))).join('')
}

/** A stretch of a row as text in the order in which it is read; glyphs come in the direction of the page, from its beginning to its end. */
export function writeRow(glyphs: readonly RowGlyph[], setting: Setting): Written {
  const { units: ordered, repairs: orderRepairs } = orderLetters(makeUnits(glyphs, setting), setting)
  const repairs: Omit<Repair, 'page'>[] = [...orderRepairs]
  const marks: BlockMark[] = []
  const thin: number[] = []
  const italics: Span[] = []
  let text = ''
  for (let i = 0; i < ordered.length;) {
    const unit = ordered[i]
    if (unit === undefined) break
    let end = i + 1
    if (unit.raised || toFigures(unit.text) !== null) {
      const figures = toFigures(unit.text) !== null
      while (
        end < ordered.length &&
        (figures ? toFigures(ordered[end]?.text ?? '') !== null : ordered[end]?.raised === true)
      )
        end += 1
      const printed = ordered
        .slice(i, end)
        .map((each) => toFigures(each.text) ?? each.text)
        .join('')
        .trim()
      const mark = RAISED_MARK.exec(printed)?.[1]
      if (mark !== undefined && !(POWER.test(text) && /^[2-9]$/u.test(mark))) {
        for (const each of mark.split(/\s?[,،、]\s?/u)) marks.push({ at: text.trimEnd().length, mark: each })
        i = end
        continue
      }
      end = i + 1
    }
    const { text: letters, repair } = plainLetters(unit.text)
    if (repair !== null) repairs.push(repair)
    // A mark that was taken out leaves one of the spaces on its sides.
    if (unit.space && /\s$/u.test(text)) {
      i = end
      continue
    }
    if (unit.thin) thin.push(text.length)
    if (unit.italic && letters !== '') {
      const last = italics.at(-1)
      if (last !== undefined && last.to === text.length)
        italics[italics.length - 1] = { from: last.from, to: text.length + letters.length }
      else if (!unit.space) italics.push({ from: text.length, to: text.length + letters.length })
    }
    text += letters
    i = end
  }
  const trimmed = text.trimEnd()
  const shown = ordered.filter(({ space }) => !space)
  return {
    text: trimmed,
    italics: italics
      .map(({ from, to }) => ({ from, to: from + text.slice(from, to).trimEnd().length }))
      .filter(({ from, to }) => to > from),
    marks: marks.map(({ at, mark }) => ({ at: Math.min(at, trimmed.length), mark })),
    thin: thin.filter((at) => at < trimmed.length),
    bold:
      shown.length > 0 &&
      shown.every(({ bold, raised, text: letters }) => bold || raised || !/\p{L}|\p{N}/u.test(letters)) &&
      shown.some(({ bold }) => bold),
    repairs,
  }
}
