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

/** Whether a row has cells: three stretches, two with a gap that no line has or that the file's tags part, or two that stand where those of the row above do. */
function isTabular(row: SplitRow, above?: SplitRow): boolean {
  const [first, second] = row
  if (first === undefined || second === undefined) return false
  if (row.length >= 3 || second.gap >= TABLE_GAP) return true
  const tags = [tagOf(first), tagOf(second)]
  if (tags.every((tag) => tag >= 0)) return tags[0] !== tags[1]
  return (
    above !== undefined &&
    row.every((stretch) =>
      above.some(
        ({ x0, x1 }) => Math.abs(x0 - stretch.x0) < SAME_EDGE || Math.abs(x1 - stretch.x1) < SAME_EDGE,
      ),
    )
  )
}

/** Cells of a column share an edge within this, in points. */
const SAME_EDGE = 2.5

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

/** The column of a cell: where it spans several, the first. */
function bandOf({ x0, x1 }: Stretch, bands: readonly Band[]): number {
  const overlaps = bands.map((band) => Math.min(x1, band.x1) - Math.max(x0, band.x0))
  const spanned = overlaps.findIndex((overlap) => overlap >= 0.25 * (x1 - x0))
  return spanned >= 0 ? spanned : overlaps.indexOf(Math.max(...overlaps))
}

/** Where tables stand among rows: from the first row with cells to the last, with what is set narrow between and what belongs to the first row's cells above. */
function findZones(rows: readonly SplitRow[], width: number): [number, number][] {
  const zones: [number, number][] = []
  let end = 0
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
      if (isTabular(row, rows[last])) {
        tabular += 1
        last = k
      } else if ((row.at(-1)?.x1 ?? 0) - first.x0 > 0.62 * width) break
    }
    let from = i
    while (from > end && belongsBelow(rows[from - 1] ?? [], rows[from] ?? [])) from -= 1
    if (tabular >= 2) zones.push([from, last + 1])
    end = last + 1
    i = last + 1
  }
  return zones
}

/** A row above a table's first that holds a line of one of its cells: by the file's tags, or close above and short. */
function belongsBelow(row: SplitRow, below: SplitRow): boolean {
  const [only] = row
  if (only === undefined) return false
  const tag = tagOf(only)
  if (tag >= 0) return below.some((stretch) => tagOf(stretch) === tag)
  const [first] = below
  const under = below.slice(1).find(({ x0, x1 }) => x0 < only.x1 && x1 > only.x0)
  return (
    row.length === 1 &&
    first !== undefined &&
    under !== undefined &&
    first.y - only.y <= CELL_LEADING * only.size &&
    only.x1 - only.x0 < 1.6 * (under.x1 - under.x0)
  )
}

/** Lines of a column one below the other that are one cell's. */
interface CellLines {
  readonly column: number
  readonly stretches: Stretch[]
  /** From where it reaches down, in points of the page. */
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

/** Cells below each other share an edge or a middle; words of stretched lines do so by chance. */
function isAligned(rows: readonly SplitRow[]): boolean {
  const many = rows.filter((row) => row.length > 1)
  const inner = many.flatMap((row) => row.slice(1).map((stretch) => ({ row, stretch })))
  const aligned = inner.filter(({ row, stretch }) =>
    many.some(
      (other) =>
        other !== row &&
        other
          .slice(1)
          .some(
            ({ x0, x1 }) =>
              Math.abs(x0 - stretch.x0) < SAME_EDGE ||
              Math.abs(x1 - stretch.x1) < SAME_EDGE ||
              Math.abs(x0 + x1 - stretch.x0 - stretch.x1) < 2 * SAME_EDGE,
          ),
    ),
  )
  const tagged = inner.every(({ stretch }) => tagOf(stretch) >= 0)
  return tagged || aligned.length >= ALIGNED * inner.length
}

/** Part of a table's cells that stand so. */
const ALIGNED = 0.6

function layTable(rows: readonly SplitRow[], rules: readonly Rule[], table: number): Laid[] | null {
  if (!isAligned(rows)) return null
  const bands = findBands(rows.filter((row, i) => isTabular(row, rows[i - 1])))
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
  liftHeads(cells, bands, rules)
  return inRows(cells).map(({ cell, row }) => ({
    kind: 'cell',
    stretches: cell.stretches,
    cell: { table, row, column: cell.column },
  }))
}

/** A head's cells reach up to the rule above them, so that one beside two stacked ones is read before them though it stands at their foot. */
function liftHeads(cells: readonly CellLines[], bands: readonly Band[], rules: readonly Rule[]): void {
  const [left, right] = [bands[0]?.x0 ?? 0, bands.at(-1)?.x1 ?? 0]
  const tops = Math.min(...cells.map(({ top }) => top))
  const bottoms = Math.max(...cells.map(({ bottom }) => bottom))
  const own = rules.filter(({ x0, x1, y }) => x0 < right && x1 > left && y > tops - 30 && y < bottoms)
  const covered = (y: number) =>
    own
      .filter((rule) => Math.abs(rule.y - y) < 2)
      .reduce((sum, { x0, x1 }) => sum + Math.min(x1, right) - Math.max(x0, left), 0)
  const foot = Math.min(
    ...own.filter(({ y }) => y > tops && covered(y) > 0.75 * (right - left)).map(({ y }) => y),
  )
  if (!Number.isFinite(foot)) return
  for (const cell of cells) {
    const band = bands[cell.column]
    if (cell.bottom > foot || band === undefined) continue
    const above = own
      .filter(({ x0, x1, y }) => y < cell.top && x0 < band.x1 && x1 > band.x0)
      .map(({ y }) => y)
    // It is read with the cells that hang from the same rule, whatever stands beside its lines.
    if (above.length > 0) cell.top = cell.bottom = Math.max(...above)
  }
}

/** Cells that stand beside each other are one row's, whether their lines are set at its top or its foot. */
function inRows(cells: readonly CellLines[]): { readonly cell: CellLines; readonly row: number }[] {
  const rows: { top: number; bottom: number; cells: CellLines[] }[] = []
  for (const cell of [...cells].sort((a, b) => a.top - b.top)) {
    const row = rows.at(-1)
    if (row !== undefined && cell.top < row.bottom + 1) {
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
