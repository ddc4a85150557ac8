import { parse } from 'csv-parse/sync'

/** A record of a table; `line` is where it begins, from 1. */
export interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

/** A text that is no CSV: its quotes do not close, or something follows them. `line` counts from 1, 0 where it is not known. */
export class CsvFault extends Error {
  readonly line: number

  constructor(line: number, message: string) {
    super(message)
    this.name = 'CsvFault'
    this.line = line
  }
}

const LINE_END = /\r\n|\r|\n/gu

/** What may stand between cells; where two fit equally, the earlier. */
const DELIMITERS = ['\t', ';', ',', '|'] as const

/** Lines that the delimiter is told from. */
const LOOK = 40

/** How many cells each of the first records has beyond one, where a mark divides them; line ends and marks within quotes are text. */
function cuts(text: string, mark: string): readonly number[] {
  const counts: number[] = []
  let count = 0
  let quoted = false
  let begun = false
  for (const character of text) {
    if (character === '"') quoted = !quoted
    else if (!quoted && (character === '\n' || character === '\r')) {
      if (begun) counts.push(count)
      if (counts.length >= LOOK) return counts
      count = 0
      begun = false
      continue
    } else if (!quoted && character === mark) count += 1
    begun = true
  }
  return begun ? [...counts, count] : counts
}

/** The mark that divides most records into the same number of cells, more than one; a comma where none does. */
export function tellDelimiter(text: string): string {
  const head = text.slice(0, 200_000)
  let best = ','
  let most = 0
  for (const mark of DELIMITERS) {
    const counts = cuts(head, mark)
    const [first = 0] = counts
    const same = first === 0 ? 0 : counts.filter((count) => count === first).length / counts.length
    if (same > most) {
      best = mark
      most = same
    }
  }
  return best
}

function records(text: string, delimiter: string, quote: '"' | null): readonly CsvRecord[] {
  const options = {
    delimiter,
    quote,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    skip_empty_lines: true,
  }
  try {
    const cells = parse(text, options) as unknown as readonly string[][]
    // The library counts CRLF within quotes twice and tells where a record ends, so lines are counted in a copy with plain line feeds.
    const counted = parse(text.replace(LINE_END, '\n'), { ...options, info: true }) as unknown as readonly {
      record: string[]
      info: { lines: number }
    }[]
    return cells.map((row, k) => {
      const { record, info } = counted[k]!
      return { line: info.lines - countLineEnds(record), cells: row }
    })
  } catch (error) {
    const line =
      error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : 0
    throw new CsvFault(line, error instanceof Error ? error.message : '')
  }
}

function countLineEnds(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
}

/**
 * The records of a text with a tab, semicolon, comma or bar between cells, with quotes as in RFC 4180, a byte order mark left out, empty lines too. Between tabs quotes are read as such where every record
 * then has as many cells as the first, else they are text. Throws CsvFault.
 */
export function parseCsv(text: string): readonly CsvRecord[] {
  const plain = text.replace(/^\ufeff/u, '')
  const delimiter = tellDelimiter(plain)
  if (delimiter !== '\t') return records(plain, delimiter, '"')
  try {
    const quoted = records(plain, delimiter, '"')
    if (quoted.every(({ cells }) => cells.length === quoted[0]?.cells.length)) return quoted
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error
  }
  return records(plain, delimiter, null)
}
