import type { LineCell } from './line'
import type { Rule } from './page'
import type { SplitRow } from './find-columns'
import type { Stretch } from './split-row'

/** A line of a table's cell, or rows that are none. */
export type Laid =
  | { readonly kind: 'row'; readonly row: SplitRow }
  | { readonly kind: 'cell'; readonly stretches: readonly Stretch[]; readonly cell: LineCell }

/** A gap that no justified line has, in parts of the size; between two cells, three need less. */
const TABLE_GAP = 1.6

/** Rows of one table stand no further apart, in parts of the size. */
const ROW_PITCH = 4.2

/** Lines of one cell stand no further apart. */
const CELL_LEADING = 1.32

function isTabular(row: SplitRow): boolean {
  return row.length >= 3 || (row.length === 2 && (row[1]?.gap ?? 0) >= TABLE_GAP)
}

interface Band {
  x0: number
  x1: number
}

/** The columns that the rows with most cells have. */
function findBands(rows: readonly SplitRow[]): Band[] {
  const most = Math.max(...rows.map((row) => row.length))
  const full = rows.filter((row) => row.length === most)
  const bands: Band[] = []
  for (const { x0, x1 } of full.flat().sort((a, b) => a.x0 - b.x0)) {
    const last = bands.at(-1)
    if (last !== undefined && x0 < last.x1 - 1) last.x1 = Math.max(last.x1, x1)
    else bands.push({ x0, x1 })
  }
  return bands
}

/** Cells that stand closer than words do elsewhere, cut where the columns say that one ends; a gap in parts of the size. */
const NARROW_GAP = 0.42

function cutAtBands(stretch: Stretch, bands: readonly Band[]): Stretch[] {
  const cuts: number[] = []
  bands.slice(1).forEach((band, i) => {
    const left = bands[i]
    if (left === undefined || stretch.x0 >= left.x1 || stretch.x1 <= band.x0) return
    const shown = stretch.glyphs.filter(({ text }) => text.trim() !== '')
    let best = NARROW_GAP * stretch.size
    let at = -1
    shown.forEach((glyph, k) => {
      const before = shown[k - 1]
      if (before === undefined || before.x1 < left.x0 || glyph.x0 > band.x1) return
      const gap = glyph.x0 - before.x1
      if (gap >= best) {
        best = gap
        at = glyph.x0
      }
    })
    if (at > 0) cuts.push(at)
  })
  if (cuts.length === 0) return [stretch]
  const pieces: Stretch[] = []
  for (const [i, from] of [-Infinity, ...cuts].entries()) {
    const glyphs = stretch.glyphs.filter(({ x0 }) => x0 >= from && x0 < (cuts[i] ?? Infinity))
    const shown = glyphs.filter(({ text }) => text.trim() !== '')
    if (shown.length === 0) continue
    pieces.push({
      ...stretch,
      glyphs,
      x0: Math.min(...shown.map(({ x0 }) => x0)),
      x1: Math.max(...shown.map(({ x1 }) => x1)),
    })
  }
  return pieces
}

function bandOf({ x0, x1 }: Stretch, bands: readonly Band[]): number {
  let best = 0
  let most = -Infinity
  bands.forEach((band, i) => {
    const overlap = Math.min(x1, band.x1) - Math.max(x0, band.x0)
    if (overlap > most) {
      most = overlap
      best = i
    }
  })
  return best
}

/** Where tables stand among rows: from the first row with cells to the last, with what is set narrow between. */
function findZones(rows: readonly SplitRow[], width: number): [number, number][] {
  const zones: [number, number][] = []
  for (let i = 0; i < rows.length;) {
    if (!isTabular(rows[i] ?? [])) {
      i += 1
      continue
    }
    let last = i
    let tabular = 1
    for (let k = i + 1; k < rows.length && k - last <= 3; k += 1) {
      const row = rows[k] ?? []
      const [above] = rows[k - 1] ?? []
      const [first] = row
      if (first === undefined || above === undefined) break
      if (first.y - above.y > ROW_PITCH * Math.max(first.size, above.size)) break
      if (isTabular(row)) {
        tabular += 1
        last = k
      } else if ((row.at(-1)?.x1 ?? 0) - first.x0 > 0.62 * width) break
    }
    if (tabular >= 2) zones.push([i, last + 1])
    i = last + 1
  }
  return zones
}

/** Lines of a column one below the other that are one cell's. */
interface CellLines {
  readonly column: number
  readonly stretches: Stretch[]
  top: number
  bottom: number
}

function tagOf({ glyphs }: Stretch): number {
  return glyphs.find(({ text }) => text.trim() !== '')?.tag ?? -1
}

function isSameCell(cell: CellLines, stretch: Stretch, ruled: boolean, full: boolean): boolean {
  const last = cell.stretches.at(-1)
  if (last === undefined || ruled) return false
  const tags = [tagOf(last), tagOf(stretch)]
  if (tags.every((tag) => tag >= 0)) return tags[0] === tags[1]
  return !full && stretch.y - last.y <= CELL_LEADING * Math.max(stretch.size, last.size)
}

function layTable(rows: readonly SplitRow[], rules: readonly Rule[], table: number): Laid[] | null {
  const bands = findBands(rows.filter(isTabular))
  if (bands.length < 2) return null
  const cells: CellLines[] = []
  const open = new Map<number, CellLines>()
  let above: SplitRow = []
  for (const uncut of rows) {
    const row = uncut.flatMap((stretch) => cutAtBands(stretch, bands))
    const y = row[0]?.y ?? 0
    const ruled = (stretch: Stretch, from: number) =>
      rules.some(
        (rule) =>
          rule.y > from && rule.y < y - 0.3 * stretch.size && rule.x0 < stretch.x1 && rule.x1 > stretch.x0,
      )
    // Two rows one below the other whose further cells are filled are two, however close they stand.
    const full = [above, row].every(
      (each) =>
        each.filter((stretch) => bandOf(stretch, bands) > 0).length >= Math.max(1, (bands.length - 1) * 0.6),
    )
    for (const stretch of row) {
      const column = bandOf(stretch, bands)
      const cell = open.get(column)
      if (cell !== undefined && isSameCell(cell, stretch, ruled(stretch, cell.bottom), full)) {
        cell.stretches.push(stretch)
        cell.bottom = y
      } else {
        const begun = { column, stretches: [stretch], top: y - 0.5 * stretch.size, bottom: y }
        cells.push(begun)
        open.set(column, begun)
      }
    }
    above = row
  }
  return inRows(cells).map(({ cell, row }) => ({
    kind: 'cell',
    stretches: cell.stretches,
    cell: { table, row, column: cell.column },
  }))
}

/** Cells that stand beside each other are one row's, whether their lines are set at its top or its foot. */
function inRows(cells: readonly CellLines[]): { readonly cell: CellLines; readonly row: number }[] {
  const rows: { top: number; bottom: number; cells: CellLines[] }[] = []
  for (const cell of [...cells].sort((a, b) => a.top - b.top)) {
    const row = rows.at(-1)
    if (row !== undefined && cell.top < row.bottom) {
      row.cells.push(cell)
      row.bottom = Math.max(row.bottom, cell.bottom)
    } else rows.push({ top: cell.top, bottom: cell.bottom, cells: [cell] })
  }
  return rows.flatMap(({ cells: inRow }, row) =>
    [...inRow].sort((a, b) => a.column - b.column || a.top - b.top).map((cell) => ({ cell, row })),
  )
}

/** The rows of a column or a page with those that stand in tables as cells, row by row; `first` is the number of the first table. */
export function findTables(
  rows: readonly SplitRow[],
  rules: readonly Rule[],
  width: number,
  first: number,
): { readonly laid: readonly Laid[]; readonly tables: number } {
  const laid: Laid[] = []
  let tables = 0
  let at = 0
  const plain = (to: number) => {
    for (const row of rows.slice(at, to)) laid.push({ kind: 'row', row })
  }
  for (const [from, to] of findZones(rows, width)) {
    const cells = layTable(rows.slice(from, to), rules, first + tables)
    if (cells === null) continue
    plain(from)
    laid.push(...cells)
    tables += 1
    at = to
  }
  plain(rows.length)
  return { laid, tables }
}
