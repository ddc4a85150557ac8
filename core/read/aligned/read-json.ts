import {
  InputError,
  type AlignedDocument,
  type AlignedHead,
  type AlignedParagraph,
  type Language,
} from '../../model'
import { gatherParts, ownKey, type PartsUnit } from './gather-parts'
import { isKind } from '../../text/is-kind'
import { isStatus } from '../../text/is-status'

/** The keys that an alignment or a check has, any of which may come first when a program has sorted them. */
const HEAD = /^\uFEFF?\s*\{\s*"(?:pivot|versions|rows|findings|unusedDecisions)"\s*:/u

/** Whether a text begins as JSON of ours does. */
export function hasJsonHead(text: string): boolean {
  return HEAD.test(text)
}

type Fields = Readonly<Record<string, unknown>>

/** A paragraph with its place in its version. */
type Known = AlignedParagraph & { readonly address: string; readonly place: number }

interface ReadVersion {
  readonly language: Language
  readonly head: AlignedHead
  readonly paragraphs: ReadonlyMap<string, Known>
}

/** A value of the kind that is asked for. Throws InputError `damaged` with the value's path. */
function must<T>(value: unknown, is: (value: unknown) => value is T, path: string): T {
  if (!is(value)) throw new InputError('damaged', path)
  return value
}

const isString = (value: unknown): value is string => typeof value === 'string'
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isStringOrNull = (value: unknown): value is string | null => value === null || isString(value)
const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

function readParagraph(value: unknown, place: number, path: string): Known {
  const fields = must(value, isFields, path)
  const text = must(fields['text'], isString, `${path}.text`)
  const marks = must(fields['marks'], isList, `${path}.marks`).map((each, k) => {
    const where = `${path}.marks[${k}]`
    const { at, mark, note } = must(each, isFields, where)
    const offset = must(at, isOffset, `${where}.at`)
    if (offset > text.length) throw new InputError('damaged', `${where}.at`)
    return {
      at: offset,
      mark: must(mark, isString, `${where}.mark`),
      note: must(note, isStringOrNull, `${where}.note`),
    }
  })
  // Files that were written before italics were kept have none.
  const italics = must(fields['italics'] ?? [], isList, `${path}.italics`).map((each, k) => {
    const where = `${path}.italics[${k}]`
    const span = must(each, isFields, where)
    const from = must(span['from'], isOffset, `${where}.from`)
    const to = must(span['to'], isOffset, `${where}.to`)
    if (from >= to || to > text.length) throw new InputError('damaged', where)
    return { from, to }
  })
  return {
    address: must(fields['address'], isString, `${path}.address`),
    kind: must(fields['kind'], isKind, `${path}.kind`),
    label: must(fields['label'], isStringOrNull, `${path}.label`),
    text,
    marks,
    italics,
    place,
  }
}

function readVersion(value: unknown, path: string): ReadVersion {
  const fields = must(value, isFields, path)
  const language = ownKey(must(fields['language'], isString, `${path}.language`))
  if (language === null) throw new InputError('damaged', `${path}.language`)
  const paragraphs = new Map<string, Known>()
  must(fields['paragraphs'], isList, `${path}.paragraphs`).forEach((each, k) => {
    const read = readParagraph(each, k, `${path}.paragraphs[${k}]`)
    if (paragraphs.has(read.address)) throw new InputError('damaged', `${path}.paragraphs[${k}].address`)
    paragraphs.set(read.address, read)
  })
  return {
    language,
    head: {
      symbol: must(fields['symbol'], isStringOrNull, `${path}.symbol`),
      title: must(fields['title'], isStringOrNull, `${path}.title`),
      status: must(fields['status'], isStatus, `${path}.status`),
    },
    paragraphs,
  }
}

/** Reads a row; each paragraph that it takes is taken out of `left`, so that none stands in two. */
function readRow(
  value: unknown,
  path: string,
  pivot: Language,
  left: ReadonlyMap<Language, Map<string, Known>>,
): PartsUnit {
  const fields = must(value, isFields, path)
  const cells = must(fields['cells'], isFields, `${path}.cells`)
  const known = (language: unknown): language is Language => isString(language) && left.has(language)
  const paragraphs = new Map<Language, readonly Known[]>()
  for (const [language, list] of Object.entries(cells)) {
    const own = left.get(must(language, known, `${path}.cells`))
    const where = `${path}.cells.${language}`
    const taken = must(list, isList, where).map((each, k) => {
      const address = must(each, isString, `${where}[${k}]`)
      const found = own?.get(address)
      if (found === undefined) throw new InputError('damaged', `${where}[${k}]`)
      own?.delete(address)
      return found
    })
    paragraphs.set(language, taken)
  }
  const kind = must(fields['kind'], isKind, `${path}.kind`)
  const moved = must(fields['moved'] ?? [], isList, `${path}.moved`).map((each, k) =>
    must(each, known, `${path}.moved[${k}]`),
  )
  const id = must(fields['id'], isString, `${path}.id`)
  const first = paragraphs.get(pivot)?.[0] ?? [...paragraphs.values()].find((own) => own.length > 0)?.[0]
  return { id, properties: { address: first?.address ?? id, kind }, paragraphs, moved }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch {
    throw new InputError('damaged', 'JSON')
  }
}

/**
 * Reads the JSON of an alignment or a check (`{pivot, versions, rows}`): versions with their paragraphs as they were, and rows in their order; findings are made anew. A paragraph that stands in no row gets
 * one of its own at the end. Throws InputError `empty`, `damaged` (detail: `JSON`, or the path of what does not fit, `rows[3].cells.fr[0]`), and `binary` for JSON of another shape.
 */
export function readJson(text: string): AlignedDocument {
  if (text.trim() === '') throw new InputError('empty')
  const file = parse(text)
  if (!isFields(file) || !['pivot', 'versions', 'rows'].every((key) => Object.hasOwn(file, key)))
    throw new InputError('binary', 'JSON without pivot, versions, rows')
  const versions = must(file['versions'], isList, 'versions').map((each, k) =>
    readVersion(each, `versions[${k}]`),
  )
  const left = new Map<Language, Map<string, Known>>()
  versions.forEach(({ language, paragraphs }, k) => {
    if (left.has(language)) throw new InputError('damaged', `versions[${k}].language`)
    left.set(language, new Map(paragraphs))
  })
  const pivot = must(file['pivot'], isString, 'pivot')
  if (!left.has(pivot)) throw new InputError('damaged', 'pivot')
  const rows = must(file['rows'], isList, 'rows').map((each, k) => readRow(each, `rows[${k}]`, pivot, left))
  const rest = [...left].flatMap(([language, own]) =>
    [...own.values()].map((one): PartsUnit => {
      const properties = { address: one.address, kind: one.kind ?? 'body' }
      return { id: null, properties, paragraphs: new Map([[language, [one]]]) }
    }),
  )
  return gatherParts('json', [...rows, ...rest], {
    languages: versions.map(({ language }) => language),
    pivot,
    heads: new Map(versions.map(({ language, head }) => [language, head])),
  })
}
