import { InputError, type PlainDocument, type ReadFile } from '../model'
import { decodeBytes } from './decode-bytes'
import { mendCharacters, mendUnits } from './mend-characters'
import { FILE_READERS, TEXT_READERS } from './readers'
import { readText } from './read-text'

interface Told<C> {
  readonly content: (content: C) => boolean
  readonly endings: readonly string[]
}

/** The type that the content tells, else the one of the name. */
function tell<C, R extends Told<C>>(readers: readonly R[], content: C, name: string): R | undefined {
  const ending = /\.([^./\\]+)$/u.exec(name.toLowerCase())?.[1] ?? ''
  return (
    readers.find((reader) => reader.content(content)) ??
    readers.find((reader) => reader.endings.includes(ending))
  )
}

/**
 * A plain text file as a document. Its type is told from the content first and from the name after; an unknown name is plain text. Throws
 * InputError `empty` (nothing but white space), `binary`, `encoding`, or `no-text` where the file's markup holds no text at all.
 */
export function readDocument(bytes: Uint8Array, name: string): PlainDocument {
  const { text, encoding, notices } = decodeBytes(bytes)
  if (text.trim() === '') throw new InputError('empty')
  const document = (tell(TEXT_READERS, text, name)?.read ?? readText)(text)
  if (document.blocks.length === 0) throw new InputError('no-text')
  return mendCharacters({ ...document, encoding, notices: [...notices, ...(document.notices ?? [])] })
}

/**
 * A file of any type that the program reads, as a document or as versions that are aligned already. Rejects with InputError: those of readDocument, and `encrypted`, `damaged`, `scan`, `too-large`
 * and `unsafe`.
 */
export async function readFile(bytes: Uint8Array, name: string): Promise<ReadFile> {
  if (bytes.length === 0) throw new InputError('empty')
  const reader = tell(FILE_READERS, bytes, name)
  if (reader === undefined) return { kind: 'document', document: readDocument(bytes, name) }
  const read = await reader.read(bytes)
  const empty = read.kind === 'document' ? read.document.blocks.length === 0 : read.aligned.units.length === 0
  if (empty) throw new InputError('no-text')
  return read
}
