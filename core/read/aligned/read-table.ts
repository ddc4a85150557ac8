import {
  InputError,
  type AlignedDocument,
  type AlignedFormat,
  type AlignedHead,
  type AlignedParagraph,
  type Language,
  type Notice,
} from '../../model'
import { detectLanguage } from '../../text/detect-language'
import { readRefHead, readTextHead } from '../../text/decision-sheet'
import { headedLanguage, isUnofficialHead } from '../../text/named-language'
import { addProperty } from './add-property'
import { makeAligned, type RawText, type RawUnit } from './make-aligned'
import { propertyOf } from './property-heads'

/** Rows among which the one with the columns' names is looked for: titles and sources may stand above it. */
const LONGEST_HEAD = 10

/** Characters of a column from which its language is told. */
const SAMPLE = 20_000

/** What a column holds: texts of a version, or a property of the row under that name. */
type Column = { readonly language: Language } | { readonly property: string }

/** The hidden columns by which a workbook of ours is known again: what they hold is no property of a row. */
const isOurs = (head: string) => readRefHead(head) !== null || readTextHead(head) !== null

type Row = readonly string[]

/** The paragraphs of a text in the column of a language, where the file keeps more of it than lines. */
export type PartsOf = (row: Row, column: number, language: Language) => readonly AlignedParagraph[] | null

/** Where the row is that names two languages or more, and the rows that hold texts. */
function findHead(rows: readonly Row[]): number {
  return rows
    .slice(0, LONGEST_HEAD)
    .findIndex((row) => row.filter((cell) => cell.length <= 60 && headedLanguage(cell) !== null).length >= 2)
}

function isPropertyHead(row: Row): boolean {
  const named = row.filter((cell) => cell.trim() !== '')
  return named.length >= 2 && named.every((cell) => cell.length <= 60 && propertyOf(cell) !== null)
}

/** A head that names languages: each column once, a second of one name with a number of its own. */
function readHead(head: Row): readonly Column[] {
  const counts = new Map<Language, number>()
  return head.map((cell, k) => {
    const language = headedLanguage(cell)
    if (language === null && isOurs(cell)) return { property: '' }
    if (language === null)
      return { property: propertyOf(cell) ?? (cell.trim().toLowerCase() || `column ${k + 1}`) }
    const count = (counts.get(language) ?? 0) + 1
    counts.set(language, count)
    return { language: count === 1 ? language : `${language}-${count}` }
  })
}

/** A table whose head names no language: each column is in the language of its texts, if they are surely in one, and a property else. */
function tellColumns(
  head: Row | undefined,
  rows: readonly Row[],
): { columns: readonly Column[]; notices: readonly Notice[] } {
  const width = Math.max(0, head?.length ?? 0, ...rows.slice(0, 1000).map((row) => row.length))
  const notices: Notice[] = []
  const counts = new Map<Language, number>()
  const columns = Array.from({ length: width }, (_, k): Column => {
    const parts: string[] = []
    let size = 0
    for (const row of rows) {
      const cell = row[k] ?? ''
      if (/\p{L}{2}/u.test(cell)) size += parts.push(cell) && cell.length
      if (size > SAMPLE) break
    }
    const { language, sure } = detectLanguage(parts.join('\n'))
    if (!sure || language === null)
      return { property: (head === undefined ? null : propertyOf(head[k] ?? '')) ?? `column ${k + 1}` }
    const count = (counts.get(language) ?? 0) + 1
    counts.set(language, count)
    notices.push({ code: 'language-guessed', detail: language, count: 1 })
    return { language: count === 1 ? language : `${language}-${count}` }
  })
  return { columns, notices }
}

function readRow(row: Row, columns: readonly Column[], symbol: string, partsOf: PartsOf): RawUnit {
  const properties: Record<string, string> = {}
  const texts: RawText[] = []
  row.forEach((cell, k) => {
    const column = columns[k] ?? { property: `column ${k + 1}` }
    if ('language' in column) {
      const { language } = column
      const paragraphs = partsOf(row, k, language)
      texts.push({ tag: language, text: cell, ...(paragraphs !== null && { paragraphs }) })
    } else addProperty(properties, column.property, cell)
  })
  addProperty(properties, 'symbol', symbol)
  const { id = null, ...rest } = properties
  return { id, texts, properties: rest }
}

/**
 * Reads a table with a column a language: named in its head in any of the six languages or by code, else told from what the columns hold, with a notice. Other columns are properties of their rows, those
 * that are known under a name of ours (`address`, `kind`, `note`, `id`). A head in brackets says that a version is not official; a workbook of ours names its symbol. Throws InputError `empty`, and `language-unsure` where fewer than two columns are in a language.
 */
export function readTable(
  format: AlignedFormat,
  rows: readonly Row[],
  partsOf: PartsOf = () => null,
): AlignedDocument {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  if (filled.length === 0) throw new InputError('empty')
  const at = findHead(filled)
  const headed = at >= 0
  const nameless = !headed && isPropertyHead(filled[0] ?? [])
  const body = filled.slice(headed ? at + 1 : nameless ? 1 : 0)
  const { columns, notices } = headed
    ? { columns: readHead(filled[at] ?? []), notices: [] }
    : tellColumns(nameless ? filled[0] : undefined, body)
  const versions = columns.filter((column) => 'language' in column)
  if (versions.length < 2) throw new InputError('language-unsure')
  const head = headed ? (filled[at] ?? []) : []
  const symbol = head.map((cell) => readRefHead(cell)?.symbol ?? '').find((each) => each !== '') ?? ''
  const units = body.map((row) => readRow(row, columns, symbol, partsOf))
  const heads = new Map(
    columns.flatMap((column, k): [Language, AlignedHead][] =>
      'language' in column && isUnofficialHead(head[k] ?? '')
        ? [[column.language, { status: 'unofficial' }]]
        : [],
    ),
  )
  const first = versions[0]
  const aligned = makeAligned(format, units, {
    source: first !== undefined && 'language' in first ? first.language : null,
    notices,
  })
  // Every column is a version, also one that has no text.
  const languages = [...new Set(versions.flatMap((column) => ('language' in column ? column.language : [])))]
  return { ...aligned, languages, ...(heads.size > 0 && { heads: Object.fromEntries(heads) }) }
}

/** Whether a text begins with the head of a table: a line that names two languages or more between tabs, semicolons, commas or bars. */
export function hasTableHead(text: string): boolean {
  const line = /^\uFEFF?[^\r\n]*/u.exec(text.slice(0, 2000))?.[0].replace(/^\uFEFF/u, '') ?? ''
  return ['\t', ';', ',', '|'].some((mark) => {
    const cells = line.split(mark).map((cell) => cell.trim().replace(/^"(.*)"$/u, '$1'))
    const named = cells.filter((cell) => cell !== '')
    const told = named.filter((cell) => headedLanguage(cell) !== null)
    return told.length >= 2 && named.every((cell) => told.includes(cell) || propertyOf(cell) !== null)
  })
}
