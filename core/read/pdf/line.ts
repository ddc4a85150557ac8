import type { Written } from './write-row'

/** Where a line's cell stands in its table; tables are counted within the page. */
export interface LineCell {
  readonly table: number
  readonly row: number
  readonly column: number
}

/** A line of text on a page: one row of a column, or a cell's. Places run from the side at which reading begins, so that right-to-left pages are like all others; points. */
export interface Line extends Omit<Written, 'repairs'> {
  readonly page: number
  readonly y: number
  readonly size: number
  readonly start: number
  readonly end: number
  /** The beginning of its first word behind a label that a gap sets apart, else `start`. */
  readonly bodyStart: number
  /** Width of its first word. */
  readonly firstWord: number
  /** The column that it stands in, counted over the document, and that column's edges. */
  readonly flow: number
  readonly left: number
  readonly right: number
  /** The paragraph of the file's own tags, counted over the document, or -1. */
  readonly tag: number
  /** Something else stands beside it, with a gap between that no line has. */
  readonly beside: boolean
  readonly cell: LineCell | null
  /** Another direction than the page's: read apart. */
  readonly turned: boolean
}
