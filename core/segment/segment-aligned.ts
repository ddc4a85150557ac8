import type {
  AlignedDocument,
  AlignedHead,
  AlignedParagraph,
  AlignedUnit,
  Language,
  Paragraph,
  ParagraphKind,
  ReadingReport,
  Row,
  Status,
  Version,
} from '../model'
import { isKind } from '../text/is-kind'
import { addressKind } from './address-kind'
import { Addresses } from './addresses'
import { bareVersion } from './bare-version'
import { deriveItalics } from './derive-italics'
import { linkNotes } from './link-notes'
import { readCellLine } from './read-cell-line'
import { readHeading, readSymbol } from './read-heading'

/** The versions of an aligned file, each with what there is to know of its reading, and the rows in which the file has them, in its order. */
export interface SegmentedAligned {
  readonly versions: readonly { readonly version: Version; readonly report: ReadingReport }[]
  readonly rows: readonly Row[]
}

interface Place {
  readonly address: string
  readonly kind: ParagraphKind
}

/** Where each unit stands: at the address that the file gives it, if it gives one of ours to every unit, else `p1`, `p2`, … by its place. */
function placesOf(units: readonly AlignedUnit[]): readonly Place[] {
  const given = units.map(({ id, properties }) => {
    const address = [properties['address'], properties['resname'], properties['name'], id]
      .map((each) => (each ?? '').trim())
      .find((each) => addressKind(each) !== null)
    return address === undefined ? null : { address, kind: addressKind(address) ?? 'body' }
  })
  const addresses = new Addresses()
  if (given.every((place) => place !== null))
    return given.map(({ address, kind }) => ({ address: addresses.claim(address), kind }))
  return units.map(({ properties }, k) => {
    const kind = (properties['kind'] ?? '').trim().toLowerCase()
    return { address: addresses.claim(`p${k + 1}`), kind: isKind(kind) ? kind : 'body' }
  })
}

interface Cells {
  readonly paragraphs: readonly Paragraph[]
  /** Addresses a unit, none where the language has no text there. */
  readonly cells: readonly (readonly string[])[]
}

/** A paragraph with its place in the reading order, where the file tells it. */
type Placed = Paragraph & { readonly place?: number }

/** A paragraph of a unit. */
function readParts(
  parts: AlignedParagraph,
  kind: ParagraphKind,
  language: Language,
): Omit<Placed, 'address'> {
  const { place } = parts
  const own = readCellLine(parts, kind, language)
  return {
    kind,
    label: own.label,
    text: own.text,
    marks: own.marks.map(({ at, mark, note = null }) => ({ at, mark, note })),
    italics: own.italics,
    ...(place !== undefined && { place }),
  }
}

/** What stands in a unit in a language: its parts, else a paragraph a line. */
function partsOf({ texts, paragraphs }: AlignedUnit, language: Language): readonly AlignedParagraph[] {
  const parts = paragraphs?.[language]
  if (parts !== undefined) return parts
  return (texts[language] ?? '')
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((text) => ({ text, marks: [], italics: [], raised: true }))
}

/** A language's paragraphs: one a line of each unit's text. The first has the unit's address, the others `op7.2`, `op7.3`, unless the file gives each its own. */
function readCells(units: readonly AlignedUnit[], places: readonly Place[], language: Language): Cells {
  const addresses = new Addresses()
  const given = new Set<string>()
  for (const { paragraphs } of units)
    for (const { address } of paragraphs?.[language] ?? []) if (isOurs(address)) given.add(address)
  for (const address of given.size > 0 ? given : places.map((place) => place.address))
    addresses.claim(address)
  const paragraphs: Placed[] = []
  const cells = units.map((unit, k) => {
    const { address, kind } = places[k] ?? { address: `p${k + 1}`, kind: 'body' }
    return partsOf(unit, language).map((part, i) => {
      const told = part.address
      const own = isOurs(told)
        ? told
        : i === 0 && given.size === 0
          ? address
          : addresses.claim(i === 0 ? address : `${address}.${i + 1}`)
      paragraphs.push({ address: own, ...readParts(part, part.kind ?? kind, language) })
      return own
    })
  })
  return { paragraphs: inPlace(paragraphs), cells }
}

/** The kind that a file with paragraphs in their parts gives a row in our own words. */
function rowKind({ paragraphs, properties }: AlignedUnit): ParagraphKind | null {
  const { kind = '' } = properties
  return paragraphs !== undefined && isKind(kind) ? kind : null
}

function isOurs(address: string | undefined): address is string {
  return address !== undefined && addressKind(address) !== null
}

/** Paragraphs in reading order, which is that of the rows unless every paragraph has its own place. */
function inPlace(paragraphs: readonly Placed[]): readonly Paragraph[] {
  const told = paragraphs.every(({ place }) => place !== undefined)
  const ordered = told ? paragraphs.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0)) : paragraphs
  return ordered.map(({ address, kind, label, text, marks, italics }) => ({
    address,
    kind,
    label,
    text,
    marks,
    italics,
  }))
}

function versionOf(
  paragraphs: readonly Paragraph[],
  language: Language,
  status: Status,
  { symbol, title }: AlignedHead,
): Version {
  // Footnotes stand behind the text in every version, wherever the file has them.
  const isNote = ({ kind }: Paragraph) => kind === 'footnote'
  const ordered = [...paragraphs.filter((each) => !isNote(each)), ...paragraphs.filter(isNote)]
  // A file that tells one note tells them all.
  const told = ordered.some(({ marks }) => marks.some(({ note }) => note !== null))
  const noted = told ? ordered : linkNotes(ordered)
  // So does one that tells italics anywhere: what has none then is printed so.
  const slanted = noted.some(({ italics }) => italics.length > 0)
  const linked = slanted ? noted : deriveItalics(noted, language)
  const heading = readHeading(linked, language)
  return {
    ...bareVersion(language, status, linked),
    symbol: symbol !== undefined ? symbol : readSymbol(linked, [], heading),
    title: title !== undefined ? title : (linked.find(({ kind }) => kind === 'title')?.text ?? null),
    heading,
  }
}

function reportOf(aligned: AlignedDocument, { language, paragraphs }: Version): ReadingReport {
  const counts: Partial<Record<ParagraphKind, number>> = {}
  for (const { kind } of paragraphs) counts[kind] = (counts[kind] ?? 0) + 1
  const { format, encoding = null, notices = [] } = aligned
  const guessed = notices.some(({ code, detail }) => code === 'language-guessed' && detail === language)
  const resolution = counts.enacting !== undefined || counts.operative !== undefined
  return {
    format,
    encoding,
    languageFrom: guessed ? 'text' : 'file',
    shape: resolution ? 'resolution' : counts.article !== undefined ? 'treaty' : 'unknown',
    counts,
    repairs: [],
    removed: [],
    notices: notices.filter(({ code, detail }) => code !== 'language-guessed' || detail === language),
  }
}

/**
 * Turns a file whose versions are aligned already into versions and rows: a row a unit, of confidence 1 since the file has it so. Addresses are those that the file gives (`address`, or the unit's id)
 * where all are ours, else `p1`, `p2`, … by the unit's place, or what it gives each paragraph; what it says of a version's status holds where none is given (`unknown`); a language without a text there has an empty cell. Languages without any text are left out. Never throws.
 */
export function segmentAligned(
  aligned: AlignedDocument,
  { status }: { readonly status: Status },
): SegmentedAligned {
  const { units, format } = aligned
  const places = placesOf(units)
  const languages = aligned.languages.filter((language) =>
    units.some(({ texts }) => (texts[language] ?? '').trim() !== ''),
  )
  const read = new Map(languages.map((language) => [language, readCells(units, places, language)]))
  const symbol =
    units.map(({ properties }) => properties['symbol']).find((each) => each !== undefined) ?? null
  const rows = units.map((unit, k): Row => ({
    id: `r${k + 1}`,
    kind: rowKind(unit) ?? places[k]?.kind ?? 'body',
    cells: Object.fromEntries(languages.map((language) => [language, read.get(language)?.cells[k] ?? []])),
    confidence: 1,
    evidence: [{ kind: 'file', value: format, weight: 0 }],
    moved: unit.moved ?? [],
  }))
  const versions = languages.map((language) => {
    const head = aligned.heads?.[language] ?? {}
    const own = status === 'unknown' ? (head.status ?? status) : status
    const version = versionOf(read.get(language)?.paragraphs ?? [], language, own, {
      ...(symbol !== null && { symbol }),
      ...head,
    })
    return { version, report: reportOf(aligned, version) }
  })
  return { versions, rows }
}
