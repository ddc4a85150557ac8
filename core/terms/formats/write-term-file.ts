import type { TermBase } from '../../model'
import { makeTermRows } from './make-term-rows'
import { TermFileError } from './term-file-error'
import { writeSheet } from './term-sheet'
import type { TbxOptions } from './write-tbx'
import { writeTermCsv } from './write-term-csv'

/** A base in the format that a file's name asks for by its ending: `.tbx` and `.xml`, `.csv`, `.xlsx`. Throws TermFileError for another ending and for what the format cannot hold. */
export async function writeTermFile(
  base: TermBase,
  name: string,
  options: TbxOptions,
): Promise<string | Uint8Array> {
  const ending = /\.([^.\\/]+)$/u.exec(name)?.[1]?.toLowerCase()
  // Its library is loaded when it is needed.
  if (ending === 'tbx' || ending === 'xml') return (await import('./write-tbx')).writeTbx(base, options)
  if (ending === 'csv') return writeTermCsv(base)
  if (ending === 'xlsx') return writeSheet(makeTermRows(base))
  throw new TermFileError('unknown-type', 0, ending ?? '')
}
