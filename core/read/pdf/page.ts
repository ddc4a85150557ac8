/**
 * One letter as a page shows it: usually one character, several for a ligature. Points, x to the right and y down from the page's top left corner; `y` is the baseline. `x1` is where the next
 * letter would be set. Text that is turned has been turned upright with its page or stands in `turned`.
 */
export interface Glyph {
  readonly text: string
  readonly x0: number
  readonly x1: number
  readonly y: number
  readonly size: number
  readonly italic: boolean
  readonly bold: boolean
  /** The file says that it is furniture of the page. */
  readonly artifact: boolean
  /** The paragraph that the file's own tags put it in, or -1; counted within the page. */
  readonly tag: number
  /** Its place in the file's order. */
  readonly order: number
}

/** A thin horizontal line that is drawn on a page: of a table, or above its notes. */
export interface Rule {
  readonly x0: number
  readonly x1: number
  readonly y: number
}

/** A page as its file draws it, glyphs in the file's order. */
export interface PdfPage {
  /** From 1. */
  readonly number: number
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  /** Text that runs in another direction than most of the page's, each direction turned upright by itself. */
  readonly turned: readonly (readonly Glyph[])[]
  readonly rules: readonly Rule[]
}
