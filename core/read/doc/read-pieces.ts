import { InputError } from '../../model'

/** A stretch of the text in one place of the file: characters `from` to `to` of the text, from byte `at` on, each of `width` bytes. */
export interface DocPiece {
  readonly from: number
  readonly to: number
  readonly at: number
  readonly width: 1 | 2
}

/** The parts of an old Word file as numbers of characters, in the order in which its text has them. */
export interface DocParts {
  readonly body: number
  readonly footnotes: number
  readonly heads: number
  readonly comments: number
  readonly endnotes: number
  readonly boxes: number
}

/** An old Word file with its tables still unread. Positions of text are characters (`cp`), those of the file bytes (`fc`). */
export interface DocFile {
  readonly main: DataView
  readonly table: DataView
  readonly data: DataView
  readonly text: string
  readonly pieces: readonly DocPiece[]
  readonly parts: DocParts
}

// Offsets of the file's head after [MS-DOC] 2.5 (Fib): numbers of characters, and pairs of place and length in the table stream.
const COUNTS = 0x4c
const PAIRS = 0x9a

/** Which pair of the head says where a table stands. */
export const DOC_TABLES = {
  styles: 1,
  footnoteMarks: 2,
  footnoteTexts: 3,
  commentMarks: 4,
  heads: 11,
  characters: 12,
  paragraphs: 13,
  pieces: 33,
  endnoteMarks: 46,
  endnoteTexts: 47,
  lists: 73,
  listUses: 74,
} as const

/** Where a table of the file stands in the table stream: `[from, to)` in bytes; empty where the file has none. */
export function tablePlace(main: DataView, index: number): { readonly from: number; readonly to: number } {
  const pair = PAIRS + index * 8
  if (pair + 8 > main.byteLength) return { from: 0, to: 0 }
  const from = main.getUint32(pair, true)
  return { from, to: from + main.getUint32(pair + 4, true) }
}

function viewOf(bytes: Uint8Array | null): DataView {
  return bytes === null
    ? new DataView(new ArrayBuffer(0))
    : new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Reads the text of an old Word file from its streams. Throws InputError `encrypted`, `damaged`, and `binary` for versions before Word 97; RangeError where a table leads beyond its stream. */
export function readPieces(stream: (name: string) => Uint8Array | null): DocFile {
  const bytes = stream('WordDocument')
  if (bytes === null || bytes.length < PAIRS) throw new InputError('damaged', 'WordDocument')
  const main = viewOf(bytes)
  const magic = main.getUint16(0, true)
  if (magic !== 0xa5ec) throw new InputError(magic === 0xa5dc ? 'binary' : 'damaged', 'DOC (Word 6)')
  const flags = main.getUint16(0x0a, true)
  if ((flags & 0x0100) !== 0) throw new InputError('encrypted')
  const tableBytes = stream((flags & 0x0200) === 0 ? '0Table' : '1Table')
  if (tableBytes === null) throw new InputError('damaged', 'Table')
  const table = viewOf(tableBytes)
  const pieces = readPieceTable(main, table)
  const narrow = new TextDecoder('windows-1252')
  const wide = new TextDecoder('utf-16le')
  const text = pieces
    .map(({ from, to, at, width }) => {
      const part = bytes.subarray(at, at + (to - from) * width)
      // A character that a piece's end cuts in two would change the length.
      const read = (width === 1 ? narrow : wide).decode(part)
      return read.length === to - from ? read : read.slice(0, to - from).padEnd(to - from, '\0')
    })
    .join('')
  const count = (offset: number) => main.getUint32(COUNTS + offset, true)
  return {
    main,
    table,
    data: viewOf(stream('Data')),
    text,
    pieces,
    parts: {
      body: count(0),
      footnotes: count(4),
      heads: count(8),
      comments: count(16),
      endnotes: count(20),
      boxes: count(24),
    },
  }
}

function readPieceTable(main: DataView, table: DataView): DocPiece[] {
  const { from, to } = tablePlace(main, DOC_TABLES.pieces)
  let at = from
  // Formatting of pieces stands before their table.
  while (at < to && table.getUint8(at) === 1) at += 3 + table.getUint16(at + 1, true)
  if (at >= to || table.getUint8(at) !== 2) throw new InputError('damaged', 'DOC')
  const length = table.getUint32(at + 1, true)
  const count = Math.floor((length - 4) / 12)
  const start = at + 5
  if (count < 0 || start + length > table.byteLength) throw new InputError('damaged', 'DOC')
  const pieces: DocPiece[] = []
  for (let i = 0; i < count; i += 1) {
    const place = table.getUint32(start + (count + 1) * 4 + i * 8 + 2, true)
    const narrow = (place & 0x40000000) !== 0
    const cp = table.getUint32(start + i * 4, true)
    const end = table.getUint32(start + i * 4 + 4, true)
    const width = narrow ? 1 : 2
    const fc = narrow ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff
    const last = pieces.at(-1)?.to ?? 0
    // Each character has bytes of its own, so that there are no more of them than bytes.
    if (cp !== last || end < cp || end > main.byteLength || fc + (end - cp) * width > main.byteLength)
      throw new InputError('damaged', 'DOC')
    pieces.push({ from: cp, to: end, at: fc, width })
  }
  return pieces
}
