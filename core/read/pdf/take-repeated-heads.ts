import type { Line } from './line'

/** A page's lines without the head of a table that goes on from the page before, and the head's words. */
export interface WithoutHead {
  readonly lines: readonly Line[]
  readonly head: string | null
}

interface TableRow {
  readonly row: number
  readonly text: string
  readonly lines: readonly Line[]
}

function rowsOf(lines: readonly Line[], table: number): TableRow[] {
  const rows = new Map<number, Line[]>()
  for (const line of lines) {
    if (line.cell?.table !== table) continue
    const row = rows.get(line.cell.row)
    if (row === undefined) rows.set(line.cell.row, [line])
    else row.push(line)
  }
  return [...rows].map(([row, own]) => ({ row, lines: own, text: own.map(({ text }) => text).join('\n') }))
}

/** Rows of a head are few. */
const MOST_HEAD_ROWS = 4

/**
 * Takes the head of a table that a page repeats: its first rows are those of the table that reached the foot of the page before. `lines` are in reading order, and `before` those of the page before,
 * with its own head where it had one.
 */
export function takeRepeatedHead(lines: readonly Line[], before: readonly Line[]): WithoutHead {
  const own = lines[0]?.cell
  const last = before.at(-1)?.cell
  if (own == null || last == null) return { lines, head: null }
  const heads = rowsOf(before, last.table).slice(0, MOST_HEAD_ROWS)
  const rows = rowsOf(lines, own.table)
  const repeated: TableRow[] = []
  for (const [i, head] of heads.entries()) {
    const row = rows[i]
    if (row === undefined || row.text !== head.text) break
    repeated.push(row)
  }
  // A row that is the same in both is a head only where more stands below it.
  if (repeated.length === 0 || repeated.length === rows.length || !/\p{L}/u.test(repeated[0]?.text ?? ''))
    return { lines, head: null }
  const gone = new Set(repeated.flatMap((row) => row.lines))
  return { lines: lines.filter((line) => !gone.has(line)), head: [...gone].map(({ text }) => text).join(' ') }
}
