import type { Break } from '../model'

/** A line of a text file that has something on it, as it stands there, and what is before it. */
export interface Line {
  readonly raw: string
  readonly before: Break
}

/** Blank lines between paragraphs, at most; more are a page's foot. The seed's bare page break has three. */
const PAGE_GAP = 3

/** So many gaps of one size make it the usual one. */
const USUAL = 3

/** A rule drawn with signs, as Markdown and the foot of a page have it, separates like a blank line. */
const RULE = /^[\s\-–—_=*~·.]{3,}$/u

function isBlank(line: string): boolean {
  return !/[^\s\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u.test(line) || RULE.test(line)
}

/** The commonest number of blank lines between lines, so that a text set with wide gaps is not all page breaks. */
function usualGap(rows: readonly string[]): number {
  const counts = new Map<number, number>()
  let blanks = 0
  let begun = false
  for (const row of rows) {
    if (isBlank(row)) blanks += 1
    else {
      if (begun && blanks > 0) counts.set(blanks, (counts.get(blanks) ?? 0) + 1)
      blanks = 0
      begun = true
    }
  }
  return (
    [...counts].filter(([, count]) => count >= USUAL).sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1
  )
}

/** The lines of a text that are not blank. LF, CR, CRLF and the Unicode separators end a line; a form feed is a page break. */
export function splitLines(text: string): Line[] {
  // A form feed stands at the end of a line, at its beginning or alone: on a line of its own it is easy to see.
  const rows = text.replace(/\f/gu, '\n\f\n').split(/\r\n|[\n\r\v\u0085\u2028\u2029]/u)
  const pageGap = Math.max(PAGE_GAP, usualGap(rows.map((row) => (row === '\f' ? 'x' : row))) + 2)
  const lines: Line[] = []
  let blanks = 0
  let page = false
  for (const row of rows) {
    if (row === '\f') {
      page = true
    } else if (isBlank(row)) {
      blanks += 1
    } else {
      const indented = /^\u3000/u.test(row)
      const gap: Break = page || blanks >= pageGap ? 'page' : blanks > 0 || indented ? 'paragraph' : 'line'
      lines.push({ raw: row, before: lines.length === 0 ? 'none' : gap })
      blanks = 0
      page = false
    }
  }
  return lines
}
