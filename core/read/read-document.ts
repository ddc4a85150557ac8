import { InputError, type PlainDocument, type ReadFile } from '../model'
import { decodeBytes } from './decode-bytes'
import { headText } from './head-text'
import { mendCharacters, mendParagraphs, mendUnits } from './mend-characters'
import { nameFileType } from './name-file-type'
import { FILE_READERS, TEXT_READERS, type FileReader, type ReadFileOptions } from './readers'
import { readText } from './read-text'

/** The ending of a file's name, lower case, without the point. */
function endingOf(name: string): string {
  return /\.([^./\\]+)$/u.exec(name.toLowerCase())?.[1] ?? ''
}

/** Containers whose readers are better judges of what is in them than a table of first bytes. */
const CONTAINERS: ReadonlySet<string> = new Set(['ZIP', 'DOC', 'encrypted Office file'])

/**
 * A plain text file as a document. Its type is told from the content first and from the name after; an unknown name is plain text. Throws
 * InputError `empty` (nothing but white space), `binary` (detail: what the file is), `encoding`, or `no-text` where the file's markup holds no text at all.
 */
export function readDocument(bytes: Uint8Array, name: string): PlainDocument {
  const { text, encoding, notices } = decodeBytes(bytes)
  if (text.trim() === '') throw new InputError('empty')
  const ending = endingOf(name)
  const told =
    TEXT_READERS.find((reader) => reader.content(text)) ??
    TEXT_READERS.find((reader) => reader.endings.includes(ending))
  if (told?.format !== 'html' && told?.format !== 'odt' && /^\s*<\?xml\s/u.test(text))
    throw new InputError('binary', 'XML')
  // A name alone makes no web page of a text without a tag.
  const plain = told?.format === 'html' && !/<[!/?a-z]/iu.test(text)
  const document = (plain ? readText : (told?.read ?? readText))(text)
  if (document.blocks.length === 0) throw new InputError('no-text')
  return mendCharacters({ ...document, encoding, notices: [...notices, ...(document.notices ?? [])] })
}

/** The reader of a file's type: what the content tells, of whatever kind, comes before its name. Null: a plain text one. */
function tellReader(bytes: Uint8Array, name: string): FileReader | null {
  const told = FILE_READERS.find((reader) => reader.content(bytes))
  if (told !== undefined) return told
  const type = nameFileType(bytes)
  if (type !== null && !CONTAINERS.has(type)) throw new InputError('binary', type)
  const head = headText(bytes)
  if (TEXT_READERS.some((reader) => reader.content(head))) return null
  return FILE_READERS.find((reader) => reader.endings.includes(endingOf(name))) ?? null
}

/**
 * A file of any type that the program reads, as a document or as versions that are aligned already. Its type is told from the content first and from the name after. Rejects with InputError: those of
 * readDocument, and `encrypted`, `damaged`, `scan`, `too-large`, `unsafe` and `language-unsure` (a table whose columns are in no language).
 */
export async function readFile(
  bytes: Uint8Array,
  name: string,
  options: ReadFileOptions = {},
): Promise<ReadFile> {
  if (bytes.length === 0) throw new InputError('empty')
  const reader = tellReader(bytes, name)
  if (reader === null) return { kind: 'document', document: readDocument(bytes, name) }
  const read = await reader.read(bytes, options)
  if (isEmpty(read)) throw new InputError('no-text')
  if (read.kind === 'addressed') return { kind: 'addressed', addressed: mendParagraphs(read.addressed) }
  return read.kind === 'document'
    ? { kind: 'document', document: mendCharacters(read.document) }
    : { kind: 'aligned', aligned: mendUnits(read.aligned) }
}

function isEmpty(read: ReadFile): boolean {
  if (read.kind === 'addressed') return read.addressed.paragraphs.length === 0
  return read.kind === 'document' ? read.document.blocks.length === 0 : read.aligned.units.length === 0
}
