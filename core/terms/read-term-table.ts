import type { Concept, Term, TermBase } from '../model'
import { FORMAL_NAME } from '../text/formal-name'

/** A line of a term table that cannot be read; `line` counts from 1. */
export class TermTableError extends Error {
  readonly line: number
  readonly reason: string

  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`)
    this.name = 'TermTableError'
    this.line = line
    this.reason = reason
  }
}

/** Signs before a wording, and the wording. */
const SIGNS = /^(~?)\s*(\??)\s*([+-]?)\s*(=?)\s*(.*)$/su

/**
 * Reads a term table: lines of cells with a tab between them and no quoting, so that a cell holds neither tab nor line end. The first line
 * names the columns, `id`, `field`, then language codes in any order; every further line is a concept. A language's cell holds its wordings
 * with `|` between them: the first is preferred, the others admitted. Signs before a wording, in this order: `~` it is superseded (deprecated), wherever it
 * stands; `?` it means other things too (weak); `+` it is the formal name, which stands in the term's note as FORMAL_NAME, or `-` it is an adjective (`French`); `=`
 * that very form and case. An empty cell says that the language has no wording. A byte order mark, CRLF and empty lines are accepted. Throws
 * TermTableError for a missing or repeated column, a wrong number of cells, an empty or repeated id, and an empty wording among others.
 */
export function readTermTable(table: string): TermBase {
  const [head = '', ...lines] = table.replace(/^\ufeff/u, '').split(/\r?\n/u)
  const columns = head.split('\t').map((name) => name.trim())
  const languages = columns.slice(2)
  if (columns[0] !== 'id' || columns[1] !== 'field' || languages.length === 0 || languages.includes('')) {
    throw new TermTableError(1, 'the columns are not id, field and languages')
  }
  if (new Set(columns).size < columns.length) throw new TermTableError(1, 'a column stands twice')
  const seen = new Set<string>()
  return lines.flatMap((line, k): readonly Concept[] => {
    if (line.trim() === '') return []
    const number = k + 2
    const [id = '', field = '', ...cells] = line.split('\t').map((cell) => cell.trim())
    if (cells.length !== languages.length) {
      throw new TermTableError(number, `${cells.length + 2} cells instead of ${columns.length}`)
    }
    if (id === '') throw new TermTableError(number, 'no id')
    if (seen.has(id)) throw new TermTableError(number, `${id} stands twice`)
    seen.add(id)
    const terms = languages.map((language, c) => [language, readTerms(cells[c] ?? '', number)] as const)
    return [{ id, field, terms: Object.fromEntries(terms) }]
  })
}

function readTerms(cell: string, line: number): readonly Term[] {
  if (cell === '') return []
  return cell.split('|').map((part, k): Term => {
    const [, superseded, weak, kind, exact, wording = ''] = SIGNS.exec(part.trim())!
    if (wording === '') throw new TermTableError(line, 'an empty wording')
    return {
      wording,
      status: superseded ? 'deprecated' : k === 0 ? 'preferred' : 'admitted',
      match: exact ? 'exact' : 'inflected',
      ...(weak && { weak: true }),
      ...(kind === '-' && { partOfSpeech: 'adjective' }),
      ...(kind === '+' && { note: FORMAL_NAME }),
    }
  })
}
