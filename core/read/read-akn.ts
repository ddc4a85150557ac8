import { InputError } from '../model'
import type { AddressedDocument, Block, Notice, Paragraph, PlainDocument, ReadFile } from '../model'
import { elementsOf, parseXml, XmlError, type XmlElement } from '../text/parse-xml'
import { taggedLanguage } from '../text/named-language'
import { idOf, localName, readAknInline, wholeText, type AknNote } from './akn-inline'

type Addressed = Omit<Paragraph, 'kind'>

/** Elements that hold text and nothing above it, in any file. */
const LEAVES: ReadonlySet<string> = new Set(
  'p heading subheading crossHeading listIntroduction listWrapUp docTitle longTitle formula block'.split(' '),
)
const HEADINGS: ReadonlySet<string> = new Set(['heading', 'subheading', 'crossHeading', 'docTitle'])

function named(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(element).filter((child) => localName(child) === name)
}

/** All elements of a name, whole files through. */
function allOf(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => [
    ...(localName(child) === name ? [child] : []),
    ...allOf(child, name),
  ])
}

function parse(text: string): XmlElement {
  try {
    return parseXml(text)
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    if (error.code === 'malformed') throw new InputError('damaged', `line ${error.line}`)
    if (error.code === 'doctype') throw new InputError('unsafe', 'DOCTYPE')
    throw new InputError('too-large', `line ${error.line}`)
  }
}

/** The language of the text, by its own mark or by the file's head; the number of a further version kept. */
function languageOf(root: XmlElement): string | null {
  const marked = ['mainBody', 'body', 'preface'].flatMap((name) => allOf(root, name))
  const tags = [
    ...marked.map(({ attributes }) => attributes['xml:lang']?.replace(/-x-(\d{1,2})$/u, '-$1')),
    ...allOf(root, 'FRBRlanguage').map(({ attributes }) => attributes['language']),
  ]
  return (
    tags.map((tag) => (tag === undefined ? null : taggedLanguage(tag))).find((tag) => tag !== null) ?? null
  )
}

/** Whether our own export made the file, by its head: then the identifiers are addresses of ours. */
function isOurs(root: XmlElement): boolean {
  return allOf(root, 'identification').some(({ attributes }) => attributes['source'] === '#concordance')
}

const NUMBER = /^(.*?fn)(\d+)$/u

/** Notes in the order of their numbers, those of one part of the text together. */
function sortNotes(notes: readonly Addressed[]): readonly Addressed[] {
  const parts = [...new Set(notes.map(({ address }) => NUMBER.exec(address)?.[1]))]
  const place = ({ address }: Addressed) => parts.indexOf(NUMBER.exec(address)?.[1])
  const number = ({ address }: Addressed) => Number(NUMBER.exec(address)?.[2] ?? 0)
  return [...notes].sort((one, other) => place(one) - place(other) || number(one) - number(other))
}

/** A label that stands in front of an element's text, and the element without it and the space behind it. */
function takeLabel(element: XmlElement | undefined): {
  readonly own: string | null
  readonly bare: XmlElement | undefined
} {
  const [first, space = '', ...rest] = element?.children ?? []
  if (element === undefined || typeof first !== 'object' || first.attributes['name'] !== 'label')
    return { own: null, bare: element }
  const behind = typeof space === 'string' ? space.replace(/^ /u, '') : space
  return { own: wholeText(first), bare: { ...element, children: [behind, ...rest] } }
}

/** Takes our own files apart: every element with an identifier is a paragraph, those inside it follow. Text without one, which somebody has added, has an empty address. */
function readOurs(root: XmlElement): readonly Addressed[] {
  const text: Addressed[] = []
  const notes: Addressed[] = []
  const add = (list: Addressed[], address: string, label: string | null, elements: readonly XmlElement[]) => {
    const [first, ...rest] = elements
    const { own, bare } = takeLabel(first)
    const { notes: called, ...read } = readAknInline(bare === undefined ? [] : [bare, ...rest], true)
    // What has no identifier was added by somebody, unless it is the empty body of a text that has none.
    if (address !== '' || read.text !== '') list.push({ address, label: own ?? label, ...read })
    for (const note of called) addNote(note)
  }
  const addNote = ({ address, mark, element }: AknNote) =>
    add(notes, address, mark === '' ? null : mark, named(element, 'p'))
  const walk = (element: XmlElement): void => {
    const [address, name] = [idOf(element), localName(element)]
    const status = name === 'container' && element.attributes['name'] === 'status'
    if (name === 'meta' || status) return
    if (name === 'p') return addBlock(element, address ?? '')
    const [num] = named(element, 'num')
    const label = num === undefined ? null : wholeText(num)
    if (name === 'longTitle') return addTitle(element, address ?? '')
    const holders = ['heading', 'p', 'content', 'intro'].flatMap((each) =>
      named(element, each).filter((holder) => each !== 'p' || idOf(holder) === null),
    )
    const own = holders.flatMap((holder) =>
      ['content', 'intro'].includes(localName(holder)) ? named(holder, 'p') : [holder],
    )
    if (address !== null || own.length > 0) add(text, address ?? '', label, own)
    elementsOf(element)
      .filter((child) => !holders.includes(child) && child !== num)
      .forEach(walk)
  }
  const addBlock = (element: XmlElement, address: string) =>
    add(element.attributes['class'] === 'footnote' ? notes : text, address, null, [element])
  const addTitle = (element: XmlElement, address: string) => {
    const [number] = allOf(element, 'docNumber')
    add(text, address, number === undefined ? null : wholeText(number), allOf(element, 'docTitle'))
  }
  walk(root)
  return [...text, ...sortNotes(notes)]
}

/** Blocks of a file of other people's: a block an element that holds text, its number in front; notes apart. */
function readBlocks(root: XmlElement): {
  readonly blocks: readonly Block[]
  readonly notes: readonly Block[]
} {
  const blocks: Block[] = []
  const notes: Block[] = []
  let label = ''
  const addLeaf = (element: XmlElement) => {
    const { text: words, italics, marks, notes: called } = readAknInline([element], false)
    const prefix = label === '' ? '' : `${label} `
    label = ''
    const text = `${prefix}${words}`
    if (text.trim() === '') return
    const heading = HEADINGS.has(localName(element))
    blocks.push({
      text,
      shape: heading ? 'heading' : 'paragraph',
      before: blocks.length === 0 ? 'none' : 'paragraph',
      level: heading ? 1 : 0,
      ordinal: null,
      italics: italics.map(({ from, to }) => ({ from: from + prefix.length, to: to + prefix.length })),
      marks: marks.map(({ at, mark }) => ({ at: at + prefix.length, mark })),
    })
    for (const note of called) addNote(note)
  }
  const addNote = ({ mark, element }: AknNote) => {
    const { text, italics } = readAknInline([element], false)
    const at = { shape: 'paragraph', before: 'none', level: 0, ordinal: null } as const
    if (text !== '') notes.push({ ...at, text, italics, marks: [{ at: 0, mark }] })
  }
  const walk = (element: XmlElement): void => {
    const name = localName(element)
    const inside = elementsOf(element)
    if (name === 'meta') return
    if (name === 'num') label = `${label} ${wholeText(element)}`.replace(/\s+/gu, ' ').trim()
    else if (LEAVES.has(name) && !inside.some((child) => LEAVES.has(localName(child)))) addLeaf(element)
    else inside.forEach(walk)
  }
  walk(root)
  return { blocks, notes }
}

/**
 * Reads Akoma Ntoso, any version of it. A file of our own export is the version that was written, its identifiers the addresses; of another the paragraphs are read, as a text to be recognised. Throws InputError `damaged`
 * (detail: the line), `unsafe` for a document type, `too-large`, and `language-unsure` for a file of ours that names no language.
 */
export function readAkn({
  text,
  encoding,
  notices,
}: {
  readonly text: string
  readonly encoding: string
  readonly notices: readonly Notice[]
}): ReadFile {
  const root = parse(text)
  const language = languageOf(root)
  if (!isOurs(root)) {
    const document: PlainDocument = {
      format: 'akn',
      ...readBlocks(root),
      removed: [],
      language,
      encoding,
      notices,
    }
    return { kind: 'document', document }
  }
  if (language === null) throw new InputError('language-unsure')
  const [authoritative] = allOf(root, 'FRBRauthoritative')
  const dates = allOf(root, 'FRBRWork').flatMap((work) => named(work, 'FRBRdate'))
  const official = authoritative?.attributes['value']
  const addressed: AddressedDocument = {
    format: 'akn',
    language,
    status: official === 'true' ? 'official' : official === 'false' ? 'unofficial' : 'unknown',
    symbol: allOf(root, 'FRBRalias').find(({ attributes }) => attributes['name'] === 'symbol')?.attributes['value'] ?? null, // prettier-ignore
    adopted: dates.find(({ attributes }) => attributes['name'] === 'adoption')?.attributes['date'] ?? null,
    paragraphs: readOurs(root),
    encoding,
    notices,
  }
  return { kind: 'addressed', addressed }
}
