import { InputError } from '../model'
import type { AlignedDocument, AlignedFormat, DocumentFormat, PlainDocument, ReadFile } from '../model'
import { readCsv } from './aligned/read-csv'
import { hasTableSign, readHtmlTable } from './aligned/read-html-table'
import { hasJsonHead, readJson } from './aligned/read-json'
import { hasMarkdownSign, readMarkdownTable } from './aligned/read-markdown-table'
import { hasTableHead } from './aligned/read-table'
import { readTmx } from './aligned/read-tmx'
import { readXliff } from './aligned/read-xliff'
import { readXlsx } from './aligned/read-xlsx'
import { decodeBytes } from './decode-bytes'
import { isOle } from './doc/open-ole'
import { headText, rootName } from './head-text'
import { nameFileType } from './name-file-type'
import { isZip, openZip } from './open-zip'
import { readAkn } from './read-akn'
import { readDoc } from './read-doc'
import { readHtml } from './read-html'
import { readMarkdown } from './read-markdown'
import { isMhtml, readMhtml } from './read-mhtml'
import { isOdt, readFlatOdt, readOdt } from './read-odt'
import { readText } from './read-text'
import { readWordFile } from './read-word-file'

/** A type of plain text file: how its content or else its name is told, and what reads it. */
export interface TextReader {
  readonly format: DocumentFormat
  /** True where the decoded content itself says that it is of this type. */
  readonly content: (text: string) => boolean
  /** Endings of file names, lower case, without the point. */
  readonly endings: readonly string[]
  readonly read: (text: string) => PlainDocument
}

/** How a file is read, where its type leaves a choice. */
export interface ReadFileOptions {
  /** Of a text with tracked changes: with all of them accepted (the default), or as it was before any. */
  readonly changes?: 'accepted' | 'original'
}

/** A type of file that is no plain text, or not always: told from its bytes first, from its name after. */
export interface FileReader {
  readonly format: DocumentFormat | AlignedFormat
  /** True where the bytes themselves say that they are of this type. */
  readonly content: (bytes: Uint8Array) => boolean
  /** Endings of file names, lower case, without the point; empty where content alone decides. */
  readonly endings: readonly string[]
  /** Loads what is needed and reads. Rejects with InputError. */
  readonly read: (bytes: Uint8Array, options: ReadFileOptions) => Promise<ReadFile>
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
  {
    format: 'odt',
    content: (text) => /<office:document\s[^>]*opendocument:xmlns:office/u.test(text.slice(0, 8000)),
    endings: [],
    read: readFlatOdt,
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

/** A reader of text files that may hold a table of ours; one that does not is read as any other of its type. */
function fromTable(
  format: 'html' | 'markdown',
  read: (text: string) => AlignedDocument | null,
): FileReader['read'] {
  return async (bytes) => {
    const { text, encoding, notices } = decodeBytes(bytes)
    const aligned = read(text)
    if (aligned !== null && aligned.units.length > 0)
      return {
        kind: 'aligned',
        aligned: { ...aligned, encoding, notices: [...notices, ...(aligned.notices ?? [])] },
      }
    const reader = TEXT_READERS.find((each) => each.format === format)
    const document = (reader?.read ?? readText)(text)
    return {
      kind: 'document',
      document: { ...document, encoding, notices: [...notices, ...(document.notices ?? [])] },
    }
  }
}

function hasSign(told: (head: string) => boolean): FileReader['content'] {
  return (bytes) => nameFileType(bytes) === null && told(headText(bytes))
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

/** Whether bytes are an archive that is an OpenDocument text; one that cannot be opened is none. */
function isOdtFile(bytes: Uint8Array): boolean {
  try {
    return isZip(bytes) && isOdt(openZip(bytes))
  } catch (error) {
    if (error instanceof InputError) return false
    throw error
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
  { format: 'json', content: hasSign(hasJsonHead), endings: ['json'], read: fromText(readJson) },
  { format: 'html', content: hasSign(hasTableSign), endings: [], read: fromTable('html', readHtmlTable) },
  {
    format: 'markdown',
    content: hasSign(hasMarkdownSign),
    endings: [],
    read: fromTable('markdown', readMarkdownTable),
  },
  {
    format: 'akn',
    content: hasRoot('akomaNtoso'),
    endings: [],
    read: async (bytes) => readAkn(decodeBytes(bytes)),
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
  {
    format: 'pdf',
    // The header may stand behind a few bytes of a mail or a printer's language.
    content: (bytes) =>
      /(?:^|[\r\n\0])%PDF-\d/u.test(new TextDecoder('latin1').decode(bytes.subarray(0, 1024))),
    endings: ['pdf'],
    read: async (bytes) => {
      const { readPdf } = await import('./pdf/read-pdf')
      return { kind: 'document', document: await readPdf(bytes) }
    },
  },
  {
    format: 'odt',
    content: isOdtFile,
    endings: [],
    read: async (bytes, { changes }) => ({ kind: 'document', document: readOdt(bytes, changes) }),
  },
  {
    format: 'doc',
    content: isOle,
    endings: [],
    read: async (bytes, { changes }) => ({ kind: 'document', document: readDoc(bytes, changes) }),
  },
  {
    format: 'docx',
    // Last of those that read archives: what none of the others claims is a Word file, or is named in the error.
    content: isZip,
    endings: [],
    read: async (bytes, { changes }) => readWordFile(bytes, changes),
  },
]
