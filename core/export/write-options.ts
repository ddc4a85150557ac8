import type { SegmentUnit } from './segment-runs'
import type { Pack } from './zip-stream'

/** How the versions of a row stand: side by side, or one below the other, the first on top. */
export type TableLayout = 'columns' | 'stacked'

/** What a writer can be asked for; each format takes what concerns it. */
export interface WriteOptions {
  /** CSV, TSV: whether the file begins with a byte order mark, by which Excel knows UTF-8 (default). */
  readonly mark?: boolean
  /** DOCX: the versions of a row in columns (default), or one below the other. */
  readonly layout?: TableLayout
  /** TMX, XLIFF: what a unit is (default: paragraphs); it decides what the header says and how the parts of a cell are divided. */
  readonly unit?: SegmentUnit
  /** TMX, XLIFF: italics and footnote marks as inline codes instead of plain text. */
  readonly inline?: boolean
  /** DOCX, XLSX: packs a file faster than the library does, where the platform can. */
  readonly makePack?: () => Pack
  /** The version of the program, for headers that name it. */
  readonly version?: string
}
