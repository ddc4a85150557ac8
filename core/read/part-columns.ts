import { readSymbolLine } from '../text/read-symbol-line'
import type { Line } from './split-lines'

/** Spaces that set columns apart in text that keeps the places of a page; words of justified lines stand nearer. */
const GAP = /(?<=\S)(?:[ \u00a0]{4,}|[ \u00a0]*\t[ \t\u00a0]*)(?=\S)/u
const GAPS = /(?<=\S)(?:[ \u00a0]{3,}|[ \u00a0]*\t[ \t\u00a0]*)(?=\S)/gu

/** A label or a footnote's figure that stands in the margin of its paragraph. */
const LABEL = /^[([（]?[\p{L}\p{N}]{1,5}\s?[-–.)\]）:]{1,2}$|^\p{Nd}{1,3}$|^(?:\*{1,3}|[-–•·])$/u

/** Lines among which the masthead with the symbol is. */
const MASTHEAD = 30

/** Divides the lines of a masthead whose columns stand beside each other, where one of them is the symbol: each column becomes a line of its own. */
export function partMasthead(lines: readonly Line[]): Line[] {
  return lines.flatMap((line, i): readonly Line[] => {
    if (i >= MASTHEAD || line.raw.length > 400 || !GAP.test(line.raw)) return [line]
    const parts = line.raw.trim().split(GAP)
    const symbol = parts.findIndex((part) => readSymbolLine(part.trim()) !== null)
    // A page's head has the symbol before a page number or a title; a masthead has it behind the organization's name.
    if (symbol <= 0) return [line]
    return parts.map((raw, k) => ({ raw, before: k === 0 ? line.before : 'paragraph' }))
  })
}

/**
 * Closes the gaps inside lines. A line of several columns is a row of a table and stands by itself, so that it is joined neither with the line before it nor with the next; a label in the margin makes
 * no column.
 */
export function closeGaps(lines: readonly Line[]): Line[] {
  let alone = false
  return lines.map((line, i) => {
    if (!/[ \u00a0]{3}|\t/u.test(line.raw.trim())) {
      const before = alone && line.before === 'line' ? 'paragraph' : line.before
      alone = false
      return { raw: line.raw, before }
    }
    const text = line.raw.trim()
    const [first = '', ...others] = text.length > 1000 ? [text] : text.split(GAP)
    const columns = LABEL.test(first) ? others.length : others.length + 1
    const row = columns > 1
    const before = i > 0 && (row || alone) && line.before === 'line' ? 'paragraph' : line.before
    alone = row
    return { raw: text.replace(GAPS, ' '), before }
  })
}
