import { InputError, type PlainDocument } from '../model'
import { decodeText } from './decode-text'
import { READERS, type Reader } from './readers'
import { readText } from './read-text'

function readerFor(text: string, name: string): Reader | undefined {
  const ending = /\.([^./\\]+)$/u.exec(name.toLowerCase())?.[1] ?? ''
  return (
    READERS.find((reader) => reader.content(text)) ??
    READERS.find((reader) => reader.endings.includes(ending))
  )
}

/**
 * A file as a plain document. Its type is told from the content first and from the name after; an unknown name is plain text. Throws
 * InputError `empty` (nothing but white space), `binary`, `encoding`, or `no-text` where the file's markup holds no text at all.
 */
export function readDocument(bytes: Uint8Array, name: string): PlainDocument {
  const text = decodeText(bytes)
  if (text.trim() === '') throw new InputError('empty')
  const document = (readerFor(text, name)?.read ?? readText)(text)
  if (document.blocks.length === 0) throw new InputError('no-text')
  return document
}
