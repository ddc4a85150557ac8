/** One line of 11-point type, and Excel's limit on a row's height, in points. */
const LINE = 15
const TALLEST = 409

/** What words that do not fit leave empty at the ends of lines, and type that is wider than Excel's own. */
const SLACK = 1.07

/** How much taller a line of Naskh is than a line of Latin. */
const TALL = 1.25

/** Characters that are as wide as they are high. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u{3000}-\u{303F}\u{FF01}-\u{FF60}]/gu

const HAS_WIDE = /[\u{2E80}-\u{FFEF}\u{20000}-\u{3FFFF}]/u
const ARABIC = /\p{Script=Arabic}/u

/**
 * The height in points that a row of wrapped texts needs, estimated: no program measures it for a file that it did not write itself. `widths` are the columns'
 * widths in characters, one a text.
 */
export function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, index) => {
    const room = Math.max((widths[index] ?? 10) - 1, 1)
    // Half of all texts are Latin or Cyrillic, and need no second look at each character.
    const wide = HAS_WIDE.test(text)
    const rows = text
      .split('\n')
      .map((line) => {
        const width = line.length + (wide ? (line.match(WIDE)?.length ?? 0) : 0)
        return Math.max(Math.ceil((width * SLACK) / room), 1)
      })
      .reduce((sum, own) => sum + own, 0)
    return ARABIC.test(text) ? rows * TALL : rows
  })
  return Math.min(Math.ceil(Math.max(...lines, 1) * LINE) + 3, TALLEST)
}
