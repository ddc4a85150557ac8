import { parse } from 'csv-parse/sync'
import { unguardFormula } from '../../text/guard-formula'
import type { SheetRow } from './read-term-sheet'
import { TermFileError } from './term-file-error'

const LINE_END = /\r\n|\r|\n/gu

/** The rows of a text with a comma, semicolon or tab between cells, whichever its first line has most of; quotes as in RFC 4180. Throws TermFileError for broken quotes. */
export function readTermCsv(text: string): readonly SheetRow[] {
  const plain = text.replace(/^\ufeff/u, '')
  if (plain.trim() === '') throw new TermFileError('empty')
  const head = plain.split(/\r?\n/u, 1)[0] ?? ''
  const count = (mark: string) => head.split(mark).length
  const delimiter = ['\t', ',', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
  try {
    const options = {
      delimiter,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
      quote: delimiter === '\t' ? null : '"',
    }
    const records = parse(plain, options) as unknown as readonly string[][]
    // The library counts CRLF within quotes twice and tells where a record ends, so lines are counted in a copy with plain line feeds.
    const counted = parse(plain.replace(LINE_END, '\n'), { ...options, info: true }) as unknown as readonly {
      record: string[]
      info: { lines: number }
    }[]
    return records.map((cells, k) => {
      const { record, info } = counted[k]!
      return { line: info.lines - countLineEnds(record), cells: cells.map(unguardFormula) }
    })
  } catch (error) {
    throw new TermFileError('not-csv', 0, error instanceof Error ? error.message : '')
  }
}

function countLineEnds(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
}
