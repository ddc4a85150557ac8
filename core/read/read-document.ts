import { InputError, type PlainDocument, type ReadFile } from '../model'
import { decodeText } from './decode-text'
import { FILE_READERS, TEXT_READERS, type ReadFileOptions } from './readers'
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
  const text = decodeText(bytes)
  if (text.trim() === '') throw new InputError('empty')
  const document = (tell(TEXT_READERS, text, name)?.read ?? readText)(text)
  if (document.blocks.length === 0) throw new InputError('no-text')
  return document
}

/**
 * A file of any type that the program reads, as a document or as versions that are aligned already. Rejects with InputError: those of readDocument, and `encrypted`, `damaged`, `scan`, `too-large`
 * and `unsafe`.
 */
export async function readFile(
  bytes: Uint8Array,
  name: string,
  options: ReadFileOptions = {},
): Promise<ReadFile> {
  if (bytes.length === 0) throw new InputError('empty')
  const reader = tell(FILE_READERS, bytes, name)
  if (reader === undefined) return { kind: 'document', document: readDocument(bytes, name) }
  const read = await reader.read(bytes, options)
  const empty = read.kind === 'document' ? read.document.blocks.length === 0 : read.aligned.units.length === 0
  if (empty) throw new InputError('no-text')
  return read
}
