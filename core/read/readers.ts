import type { AlignedDocument, AlignedFormat, DocumentFormat, PlainDocument, ReadFile } from '../model'
import { readCsv } from './aligned/read-csv'
import { hasTableHead } from './aligned/read-table'
import { readTmx } from './aligned/read-tmx'
import { readXliff } from './aligned/read-xliff'
import { readXlsx } from './aligned/read-xlsx'
import { decodeBytes } from './decode-bytes'
import { headText, rootName } from './head-text'
import { nameFileType } from './name-file-type'
import { readHtml } from './read-html'
import { readMarkdown } from './read-markdown'
import { isMhtml, readMhtml } from './read-mhtml'
import { readText } from './read-text'

/** A type of plain text file: how its content or else its name is told, and what reads it. */
export interface TextReader {
  readonly format: DocumentFormat
  /** True where the decoded content itself says that it is of this type. */
  readonly content: (text: string) => boolean
  /** Endings of file names, lower case, without the point. */
  readonly endings: readonly string[]
  readonly read: (text: string) => PlainDocument
}

/** A type of file that is no plain text, or not always: told from its bytes first, from its name after. */
export interface FileReader {
  readonly format: DocumentFormat | AlignedFormat
  /** True where the bytes themselves say that they are of this type. */
  readonly content: (bytes: Uint8Array) => boolean
  /** Endings of file names, lower case, without the point; empty where content alone decides. */
  readonly endings: readonly string[]
  /** Loads what is needed and reads. Rejects with InputError. */
  readonly read: (bytes: Uint8Array) => Promise<ReadFile>
}

/** From type of plain text file to reader. The last one takes whatever no other claims. */
export const TEXT_READERS: readonly TextReader[] = [
  {
    format: 'html',
    content: (text) =>
      /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html)[\s>]/iu.test(
        text.slice(0, 4000),
      ),
    endings: ['html', 'htm', 'xhtml'],
    read: readHtml,
  },
  { format: 'markdown', content: () => false, endings: ['md', 'markdown'], read: readMarkdown },
  { format: 'text', content: () => false, endings: ['txt', 'text'], read: readText },
]

/** A reader of aligned text files, with what decoding them has to say. */
function fromText(read: (text: string) => AlignedDocument): FileReader['read'] {
  return async (bytes) => {
    const { text, encoding, notices } = decodeBytes(bytes)
    const aligned = read(text)
    return {
      kind: 'aligned',
      aligned: { ...aligned, encoding, notices: [...notices, ...(aligned.notices ?? [])] },
    }
  }
}

function hasRoot(name: string): FileReader['content'] {
  return (bytes) => nameFileType(bytes) === null && rootName(headText(bytes)) === name
}

function hasHead(mark: RegExp): FileReader['content'] {
  return (bytes) => {
    const head = headText(bytes)
    return nameFileType(bytes) === null && hasTableHead(head) && mark.test(/^[^\r\n]*/u.exec(head)?.[0] ?? '')
  }
}

/** From any other type of file to reader, asked before the plain text ones. */
export const FILE_READERS: readonly FileReader[] = [
  { format: 'tmx', content: hasRoot('tmx'), endings: ['tmx'], read: fromText(readTmx) },
  {
    format: 'xliff',
    content: hasRoot('xliff'),
    endings: ['xliff', 'xlf', 'sdlxliff', 'mqxliff'],
    read: fromText(readXliff),
  },
  {
    format: 'tsv',
    content: hasHead(/\t/u),
    endings: ['tsv', 'tab'],
    read: fromText((text) => readCsv(text, 'tsv')),
  },
  {
    format: 'csv',
    content: hasHead(/[;,|]/u),
    endings: ['csv'],
    read: fromText((text) => readCsv(text, 'csv')),
  },
  {
    format: 'html',
    content: (bytes) => nameFileType(bytes) === null && isMhtml(headText(bytes)),
    endings: ['mht', 'mhtml'],
    read: async (bytes) => ({ kind: 'document', document: readMhtml(bytes) }),
  },
  {
    format: 'xlsx',
    content: (bytes) => nameFileType(bytes) === 'XLSX',
    endings: ['xlsx', 'xlsm'],
    read: async (bytes) => ({ kind: 'aligned', aligned: await readXlsx(bytes) }),
  },
]
