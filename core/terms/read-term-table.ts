import type { Concept, Term, TermBase } from '../model'

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

/**
 * Reads a term table: lines of cells with a tab between them and no quoting, so that a cell holds neither tab nor line end. The first line
 * names the columns, `id`, `field`, then language codes in any order; every further line is a concept. A language's cell holds its wordings
 * with `|` between them: the first is preferred, the others admitted; `=` before a wording asks for that very form and case, `~` before
 * either says that it is superseded (deprecated), wherever it stands; `?` before it, but behind `~`, that it means other things too (weak). An empty cell
 * says that the language has no wording. A byte order mark, CRLF and empty lines are accepted. Throws TermTableError for a missing or
 * repeated column, a wrong number of cells, an empty or repeated id, and an empty wording among others.
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
    const written = part.trim()
    const superseded = written.startsWith('~')
    const rest = (superseded ? written.slice(1) : written).trim()
    const weak = rest.startsWith('?')
    const form = (weak ? rest.slice(1) : rest).trim()
    const exact = form.startsWith('=')
    const wording = (exact ? form.slice(1) : form).trim()
    if (wording === '') throw new TermTableError(line, 'an empty wording')
    const status = superseded ? 'deprecated' : k === 0 ? 'preferred' : 'admitted'
    return { wording, status, match: exact ? 'exact' : 'inflected', ...(weak && { weak }) }
  })
}
