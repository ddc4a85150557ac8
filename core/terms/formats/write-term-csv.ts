import type { TermBase } from '../../model'
import { guardFormula } from '../../text/guard-formula'
import { makeTermRows } from './make-term-rows'

const BYTE_ORDER_MARK = '\uFEFF'

/** A base as CSV after RFC 4180, with a byte order mark and CRLF; what a spreadsheet would run as a formula is guarded by an apostrophe. See makeTermRows for the columns. */
export function writeTermCsv(base: TermBase): string {
  const lines = makeTermRows(base).map(
    (row) => `${row.map((field) => quote(guardFormula(field))).join(',')}\r\n`,
  )
  return BYTE_ORDER_MARK + lines.join('')
}

function quote(field: string): string {
  return /["\r\n,;\t]/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}
