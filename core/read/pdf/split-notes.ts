import type { Line } from './line'
import type { Rule } from './page'

/** A page's lines as text and as notes; `notes` begins with the end of the page before's last note where `runsOn`. */
export interface SplitLines {
  readonly body: readonly Line[]
  readonly notes: readonly Line[]
}

/** Notes are set smaller than the text, by this part at least. */
const SMALLER = 0.96

/** A line of underscores or dashes, as word processors draw the rule above the notes. */
export const DRAWN_RULE = /^[_\u2014\u2500\u2015-]{6,}$/u

function beginsNote({ marks, text }: Line): boolean {
  return marks[0]?.at === 0 && text !== ''
}

/** A rule that sets notes apart begins at the column's edge and takes less than two thirds of it. */
function isSeparator(rule: Rule, left: number, right: number): boolean {
  const length = rule.x1 - rule.x0
  return rule.x0 < left + 24 && rule.x0 > left - 80 && length >= 24 && length <= 0.66 * (right - left)
}

/** The first line of a column's notes, or its length where it has none. */
function findNotes(lines: readonly Line[], rules: readonly Rule[], size: number): number {
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]
    const below = lines.slice(i)
    if (line === undefined || line.cell !== null || below.some(({ cell }) => cell !== null)) continue
    const above = lines[i - 1]
    const drawn = above !== undefined && DRAWN_RULE.test(above.text)
    const ruled =
      drawn ||
      rules.some(
        (rule) =>
          isSeparator(rule, line.left, line.right) &&
          rule.y < line.y &&
          rule.y > line.y - 3.5 * line.size &&
          rule.y > (above?.y ?? 0) - 1,
      )
    const small = below.every((each) => each.size <= size * SMALLER)
    if (beginsNote(line) && (ruled || small)) return i
    // The end of a note that the page before began has no mark.
    if (ruled && (small || below.some(beginsNote)) && line.size <= size * SMALLER) return i
  }
  return lines.length
}

/** Parts the lines of a page into text and notes, column by column; `size` is that of the document's text. The rule above the notes, where it is made of letters, goes. */
export function splitNotes(lines: readonly Line[], rules: readonly Rule[], size: number): SplitLines {
  const body: Line[] = []
  const notes: Line[] = []
  for (const flow of new Set(lines.map((line) => line.flow))) {
    const own = lines.filter((line) => line.flow === flow)
    const at = own[0]?.turned === true ? own.length : findNotes(own, rules, size)
    body.push(...own.slice(0, at).filter(({ text }) => !DRAWN_RULE.test(text)))
    notes.push(...own.slice(at).filter(({ text }) => !DRAWN_RULE.test(text)))
  }
  return { body, notes }
}
