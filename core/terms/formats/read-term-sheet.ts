import type { Concept, TermBase, TermStatus } from '../../model'
import { languageCode } from '../../text/language-code'
import { readTermCell } from './term-cell'
import { TermFileError, type Refusal } from './term-file-error'

/** A row of a sheet; `line` is where it begins, from 1. */
export interface SheetRow {
  readonly line: number
  readonly cells: readonly string[]
}

const COLUMNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    id: 'id',
    field: 'field',
    subject: 'field',
    'subject field': 'field',
    domain: 'field',
    definition: 'definition',
    source: 'source',
    note: 'note',
    notes: 'note',
    status: 'status',
    ar: 'ar',
    arabic: 'ar',
    arabe: 'ar',
    árabe: 'ar',
    العربية: 'ar',
    zh: 'zh',
    chinese: 'zh',
    chinois: 'zh',
    chino: 'zh',
    中文: 'zh',
    en: 'en',
    english: 'en',
    anglais: 'en',
    inglés: 'en',
    fr: 'fr',
    french: 'fr',
    français: 'fr',
    francés: 'fr',
    ru: 'ru',
    russian: 'ru',
    russe: 'ru',
    ruso: 'ru',
    русский: 'ru',
    es: 'es',
    spanish: 'es',
    espagnol: 'es',
    español: 'es',
  }),
)
const OWN = new Set(['id', 'field', 'definition', 'source', 'note', 'status'])
const TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/iu
const STATUSES: readonly TermStatus[] = ['preferred', 'admitted', 'deprecated', 'forbidden']

/**
 * Reads a sheet whose first row names the columns: languages by code or name, and id, field, definition, source, note, status. See
 * `readTermCell` for a cell's wordings. Where there is no column of ids, a row is named by its line.
 */
export function readTermSheet(rows: readonly SheetRow[]): { base: TermBase; refused: readonly Refusal[] } {
  const [head, ...body] = rows
  if (head === undefined) throw new TermFileError('empty')
  const refused: Refusal[] = []
  const used = new Set<string>()
  const columns = head.cells.map((cell) => {
    const name = cell.normalize('NFC').trim().toLowerCase()
    const column = COLUMNS.get(name) ?? (TAG.test(name) ? languageCode(cell) : '')
    if (column !== '' && !used.has(column)) {
      used.add(column)
      return column
    }
    refused.push({ line: head.line, reason: 'unknown-column', detail: cell })
    return ''
  })
  if (columns.every((column) => column === '' || OWN.has(column)))
    throw new TermFileError('no-language', head.line)
  const seen = new Set<string>()
  const base = body.flatMap((row): readonly Concept[] => {
    if (row.cells.every((cell) => cell.trim() === '')) return []
    const get = (name: string) => (row.cells[columns.indexOf(name)] ?? '').trim()
    const refuse = (reason: Refusal['reason'], detail: string) =>
      void refused.push({ line: row.line, reason, detail })
    if (row.cells.slice(columns.length).some((cell) => cell !== '')) refuse('extra-cells', '')
    const id = used.has('id') ? get('id') : `row-${row.line}`
    if (id === '' || seen.has(id)) {
      refuse(id === '' ? 'no-id' : 'repeated-id', id)
      return []
    }
    const written = used.has('status') ? get('status').toLowerCase() : ''
    const status = STATUSES.find((one) => one === written)
    if (written !== '' && status === undefined) refuse('unknown-status', written)
    const terms = columns.flatMap((column, c) => {
      const read = column === '' || OWN.has(column) ? [] : readTermCell(row.cells[c] ?? '', status)
      return read.length === 0 ? [] : [[column, read] as const]
    })
    if (terms.length === 0) {
      refuse('no-wording', id)
      return []
    }
    seen.add(id)
    const rest = (['definition', 'source', 'note'] as const).flatMap((name) =>
      used.has(name) && get(name) !== '' ? [[name, get(name)] as const] : [],
    )
    return [
      {
        id,
        field: used.has('field') ? get('field') : '',
        ...Object.fromEntries(rest),
        terms: Object.fromEntries(terms),
      },
    ]
  })
  return { base, refused }
}
