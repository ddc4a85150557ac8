import type { TermBase } from '../../model'
import { readTbx } from './read-tbx'
import { readTermCsv } from './read-term-csv'
import { readTermSheet } from './read-term-sheet'
import { readSheet } from './term-sheet'
import { TermFileError, type Refusal } from './term-file-error'

/** Reads a term file by its content (a zip is XLSX, `<` begins TBX, else cells) after its name's ending. Throws TermFileError for what cannot be read. */
export async function readTermFile(
  bytes: Uint8Array,
  name: string,
): Promise<{ base: TermBase; refused: readonly Refusal[] }> {
  if (bytes.length === 0) throw new TermFileError('empty')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readTermSheet(await readSheet(bytes))
  const text = decode(bytes)
  if (text.includes('\0')) throw new TermFileError('binary')
  if (/\.(?:tbx|xml)$/iu.test(name) || text.trimStart().startsWith('<')) return readTbx(text)
  if (/\.xlsx$/iu.test(name)) throw new TermFileError('not-xlsx')
  return readTermSheet(readTermCsv(text))
}

/** UTF-16 by its mark or, without one, by the zeros between the first letters; else what an XML declaration says; else UTF-8. */
function decode(bytes: Uint8Array): string {
  const [a = 0, b = 0] = bytes
  const head = String.fromCharCode(...bytes.slice(0, 200))
  const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/u.exec(head)?.[1] ?? 'utf-8'
  const little = (a === 0xff && b === 0xfe) || (a !== 0 && b === 0)
  const big = (a === 0xfe && b === 0xff) || (a === 0 && b !== 0)
  try {
    return new TextDecoder(little ? 'utf-16le' : big ? 'utf-16be' : declared, { fatal: true }).decode(bytes)
  } catch {
    throw new TermFileError('binary')
  }
}
