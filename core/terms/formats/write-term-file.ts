import type { TermBase } from '../../model'
import { makeTermRows } from './make-term-rows'
import { TermFileError } from './term-file-error'
import { writeSheet } from './term-sheet'
import { writeTbx, type TbxOptions } from './write-tbx'
import { writeTermCsv } from './write-term-csv'

/** A base in the format that a file's name asks for by its ending: `.tbx` and `.xml`, `.csv`, `.xlsx`. Throws TermFileError for another ending and for what the format cannot hold. */
export async function writeTermFile(
  base: TermBase,
  name: string,
  options: TbxOptions,
): Promise<string | Uint8Array> {
  const ending = /\.([^.\\/]+)$/u.exec(name)?.[1]?.toLowerCase()
  if (ending === 'tbx' || ending === 'xml') return writeTbx(base, options)
  if (ending === 'csv') return writeTermCsv(base)
  if (ending === 'xlsx') return writeSheet(makeTermRows(base))
  throw new TermFileError('unknown-type', 0, ending ?? '')
}
