import { InputError, type AlignedDocument, type AlignedHead } from '../../model'
import { addProperty } from './add-property'
import {} from './gather-parts'
import { isStatus } from '../../text/is-status'
import { isKind } from '../../text/is-kind'
import { makeAligned, type RawText, type RawUnit } from './make-aligned'
import { childrenOf, plainText, readXmlUnits, tagOf, type XmlNode } from './read-xml-units'
import { segmentText } from './segment-text'

const UNITS: ReadonlySet<string> = new Set(['tu', 'header'])

/** A file of ours says so in its header, and of versions, by tag, what it knows of them. */
interface TmxHeader {
  readonly source: string | null
  readonly own: boolean
  readonly heads: ReadonlyMap<string, AlignedHead>
}

function noteProperties(node: XmlNode, properties: Record<string, string>): void {
  for (const note of childrenOf(node, 'note')) addProperty(properties, 'note', plainText(note))
  for (const prop of childrenOf(node, 'prop'))
    addProperty(properties, prop.attributes['type'] ?? '', plainText(prop))
}

const isLabel = ({ attributes }: XmlNode) => attributes['type'] === 'label'

function readUnit(unit: XmlNode, own: boolean): RawUnit {
  const properties: Record<string, string> = {}
  noteProperties(unit, properties)
  const kind = isKind(properties['kind']) ? { kind: properties['kind'] } : {}
  const texts = childrenOf(unit, 'tuv').map((variant): RawText => {
    const [label] = own ? childrenOf(variant, 'prop').filter(isLabel) : []
    const labels = (label === undefined ? '' : plainText(label)).split('\n')
    // A label belongs to its paragraph, and is no property of the row.
    const parts = variant.parts.filter((part) => part !== label)
    noteProperties({ ...variant, parts }, properties)
    return {
      tag: tagOf(variant),
      ...segmentText(childrenOf(variant, 'seg'), own ? { labels, ...kind } : null),
    }
  })
  return { id: unit.attributes['tuid'] ?? null, texts, properties }
}

function readHeader(header: XmlNode): TmxHeader {
  const own = header.attributes['creationtool'] === 'Concordance'
  const heads = new Map<string, AlignedHead>()
  for (const prop of own ? childrenOf(header, 'prop') : []) {
    const [, tag] = /^status-(.+)$/u.exec(prop.attributes['type'] ?? '') ?? []
    const status = plainText(prop)
    if (tag !== undefined && isStatus(status)) heads.set(tag, { status })
  }
  return { source: header.attributes['srclang'] ?? null, own, heads }
}

/**
 * Reads TMX 1.1 to 1.4b: a unit a `tu`, its id the `tuid`, its properties its `prop` and `note`. Inline codes are left out but for italics and footnote marks. A file of ours gives back paragraphs with
 * their labels, kinds, and what is known of its versions. Throws InputError `damaged`, `unsafe`, and `language-unsure` where a text without a language is in none that is sure.
 */
export function readTmx(text: string): AlignedDocument {
  const units: RawUnit[] = []
  let header: TmxHeader | null = null as TmxHeader | null
  const root = readXmlUnits(text, UNITS, (node) => {
    if (node.name === 'header') header ??= readHeader(node)
    else units.push(readUnit(node, header?.own === true))
  })
  if (root?.name !== 'tmx') throw new InputError('damaged', root?.name ?? '')
  return makeAligned('tmx', units, { source: sameTag(header?.source ?? null, units), heads: header?.heads })
}

/** The tag that the units write for the source language: the header may say `fr` or `FR` where they say `fr-FR`. */
function sameTag(source: string | null, units: readonly RawUnit[]): string | null {
  if (source === null) return null
  const base = (tag: string) => tag.toLowerCase().split(/[-_]/u)[0]
  const tags = new Set(units.flatMap(({ texts }) => texts.map(({ tag }) => tag)))
  const [exact, near] = [source.toLowerCase(), base(source)]
  return (
    [...tags].find((tag) => tag.toLowerCase() === exact) ??
    [...tags].find((tag) => base(tag) === near) ??
    null
  )
}
