import { InputError, type AlignedDocument } from '../../model'
import { readWorkbook, type Sheet } from '../../text/read-workbook'
import { nameFileType } from '../name-file-type'
import { openZip, ZIP_LIMITS } from '../open-zip'
import { readTable } from './read-table'

/** A workbook of a million short texts unpacks to a fifth of this. */
const MOST_BYTES = 256 * 1024 * 1024

/** Unpacks a workbook once, counting and checking, since the library unpacks everything in memory. Throws InputError `too-large`, `unsafe` or `damaged`. */
export function checkWorkbook(bytes: Uint8Array): void {
  const archive = openZip(bytes, { ...ZIP_LIMITS, total: MOST_BYTES })
  for (const name of archive.names) archive.read(name)
}

/** The sheets of a file that somebody has brought. Rejects with InputError: `damaged`, `encrypted`, `binary` for another type of file, `too-large` and `unsafe`. */
export async function readSheets(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const type = nameFileType(bytes)
  if (type === 'encrypted Office file') throw new InputError('encrypted')
  if (type !== null && type !== 'XLSX' && type !== 'ZIP') throw new InputError('binary', type)
  if (type === null) throw new InputError('damaged')
  checkWorkbook(bytes)
  try {
    return await readWorkbook(bytes)
  } catch {
    throw new InputError('damaged')
  }
}

/**
 * Reads an XLSX workbook as versions side by side (see readTable): its first sheet that is such a table. Rejects with InputError: those of readTable, `damaged`, `encrypted`, `binary` for another type of
 * file, `too-large` and `unsafe`.
 */
export async function readXlsx(bytes: Uint8Array): Promise<AlignedDocument> {
  const sheets = await readSheets(bytes)
  let first: unknown = new InputError('empty')
  for (const [k, { rows }] of sheets.entries()) {
    try {
      return readTable(
        'xlsx',
        rows.map(({ cells }) => cells),
      )
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      if (k === 0) first = error
    }
  }
  throw first
}
