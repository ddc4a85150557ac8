import { InputError, type AlignedDocument, type AlignedHead } from '../../model'
import { addProperty } from './add-property'
import {} from './gather-parts'
import { isStatus } from '../../text/is-status'
import { isKind } from '../../text/is-kind'
import { makeAligned, type RawText, type RawUnit } from './make-aligned'
import { childrenOf, plainText, readXmlUnits, tagOf, type XmlNode, type XmlParent } from './read-xml-units'
import { segmentText } from './segment-text'

/** The categories of our own metadata. */
const ROW = 'concordance:row'
const VERSIONS = 'concordance:versions'

const UNITS: ReadonlySet<string> = new Set(['trans-unit', 'unit', 'header', 'metadata'])

/** Texts of one pair of languages: an XLIFF file has one target language in each of its `file` elements. */
interface Pair {
  readonly id: string | null
  readonly source: RawText
  readonly target: RawText | null
  readonly properties: Readonly<Record<string, string>>
}

/** What a file of ours notes of a row, by name: `symbol`, `kind`, `label-source`. */
type RowData = ReadonlyMap<string, string>

function textOf(
  node: XmlNode | undefined,
  tag: string,
  own: RowData | null,
  side: 'source' | 'target',
): RawText | null {
  if (node === undefined) return null
  const labels = (own?.get(`label-${side}`) ?? '').split('\n')
  const kind = own?.get('kind')
  const parts = own === null ? null : isKind(kind) ? { labels, kind } : { labels }
  return { tag: tagOf(node) || tag, ...segmentText([node], parts) }
}

/** A pair of texts; the properties get what a file of ours notes of the row. */
function pairOf(
  id: string | null,
  texts: { readonly source: RawText | null; readonly target: RawText | null },
  properties: Record<string, string>,
  own: RowData | null,
): Pair {
  for (const [name, value] of own ?? [])
    if (name !== 'address' && !name.startsWith('label-')) addProperty(properties, name, value)
  return { id, source: texts.source ?? { tag: '', text: '' }, target: texts.target, properties }
}

/** A `trans-unit` of XLIFF 1: one pair. */
function readTransUnit(unit: XmlNode, file: XmlParent | undefined): readonly Pair[] {
  const properties: Record<string, string> = {}
  const { attributes: known = {} } = file ?? {}
  const own =
    known['tool-id'] !== 'concordance'
      ? null
      : new Map(
          childrenOf(unit, 'context-group')
            .flatMap((group) => childrenOf(group, 'context'))
            .map((each) => [(each.attributes['context-type'] ?? '').replace(/^x-/u, ''), plainText(each)]),
        )
  const [source, target] = [childrenOf(unit, 'source')[0], childrenOf(unit, 'target')[0]]
  for (const note of childrenOf(unit, 'note')) addProperty(properties, 'note', plainText(note))
  addProperty(properties, 'resname', unit.attributes['resname'] ?? '')
  addProperty(properties, 'state', target?.attributes['state'] ?? '')
  const texts = {
    source: textOf(source, known['source-language'] ?? '', own, 'source'),
    target: textOf(target, known['target-language'] ?? '', own, 'target'),
  }
  return [pairOf(unit.attributes['id'] ?? null, texts, properties, own)]
}

/** What a unit or file of ours has as metadata in the group of a category, or null where it has no such group. */
function metadataOf(node: XmlNode, category: string): RowData | null {
  const groups = childrenOf(node, 'metaGroup').filter(({ attributes }) => attributes['category'] === category)
  if (groups.length === 0) return null
  return new Map(
    groups
      .flatMap((group) => childrenOf(group, 'meta'))
      .map((each) => [each.attributes['type'] ?? '', plainText(each)]),
  )
}

/** A `unit` of XLIFF 2: a pair a segment; an `ignorable` is one where it holds more than space. */
function readUnit(unit: XmlNode, root: XmlParent): readonly Pair[] {
  const properties: Record<string, string> = {}
  for (const notes of childrenOf(unit, 'notes'))
    for (const note of childrenOf(notes, 'note'))
      addProperty(properties, note.attributes['category'] ?? 'note', plainText(note))
  addProperty(properties, 'name', unit.attributes['name'] ?? '')
  const segments = unit.parts.filter(
    (part): part is XmlNode => typeof part !== 'string' && ['segment', 'ignorable'].includes(part.name),
  )
  const { id = null } = unit.attributes
  // A program that has cut a unit of ours into sentences has cut its paragraphs too.
  const [data = null] =
    segments.length === 1 ? childrenOf(unit, 'metadata').flatMap((each) => metadataOf(each, ROW) ?? []) : []
  return segments.map((segment, k) => {
    const own = { ...properties }
    addProperty(own, 'state', segment.attributes['state'] ?? '')
    const part = segment.attributes['id'] ?? String(k + 1)
    const texts = {
      source: textOf(childrenOf(segment, 'source')[0], root.attributes['srcLang'] ?? '', data, 'source'),
      target: textOf(childrenOf(segment, 'target')[0], root.attributes['trgLang'] ?? '', data, 'target'),
    }
    return pairOf(segments.length === 1 ? id : `${id ?? ''}/${part}`, texts, own, data)
  })
}

/** What a file of ours says of its versions, by tag: XLIFF 2 has their status as metadata, XLIFF 1 has notes on those that are unofficial. */
function headsOf(node: XmlNode, file: XmlParent | undefined): readonly (readonly [string, AlignedHead])[] {
  if (node.name === 'metadata')
    return [...(metadataOf(node, VERSIONS) ?? [])].flatMap(([name, status]) =>
      name.startsWith('status-') && isStatus(status) ? [[name.slice('status-'.length), { status }]] : [],
    )
  if (file?.attributes['tool-id'] !== 'concordance') return []
  return childrenOf(node, 'note').flatMap(({ attributes }): [string, AlignedHead][] => {
    const tag = file.attributes[`${attributes['annotates'] ?? ''}-language`]
    return tag === undefined ? [] : [[tag, { status: 'unofficial' }]]
  })
}

/** Units of several files that translate the same source text, by id, are one unit in several languages. */
function joinFiles(pairs: readonly Pair[]): readonly RawUnit[] {
  const units: {
    id: string | null
    texts: RawText[]
    properties: Record<string, string>
  }[] = []
  const known = new Map<string, (typeof units)[number][]>()
  for (const { id, source, target, properties } of pairs) {
    const key = JSON.stringify([id, source.tag, source.text])
    const same = known.get(key) ?? []
    const joined =
      target === null ? undefined : same.find(({ texts }) => texts.every(({ tag }) => tag !== target.tag))
    if (joined !== undefined && target !== null) {
      joined.texts.push(target)
      for (const [name, value] of Object.entries(properties)) addProperty(joined.properties, name, value)
      continue
    }
    const unit = { id, texts: target === null ? [source] : [source, target], properties: { ...properties } }
    units.push(unit)
    known.set(key, [...same, unit].slice(-8))
  }
  return units
}

/**
 * Reads XLIFF 1.0 to 1.2 and 2.0 to 2.1: a unit a `trans-unit` or `segment`, with its notes as properties. Inline codes, but for italics and footnote marks, and proposals from memories are left out; files
 * that translate the same units into different languages become one. A file of ours gives back paragraphs with their labels, kinds, symbol, and what is known of its versions. Throws InputError
 * `damaged`, `unsafe`, `language-unsure`.
 */
export function readXliff(text: string): AlignedDocument {
  const pairs: Pair[] = []
  const heads = new Map<string, AlignedHead>()
  const root = readXmlUnits(text, UNITS, (node, around) => {
    const file = around.findLast(({ name }) => name === 'file')
    if (node.name === 'header' || node.name === 'metadata')
      for (const [tag, head] of headsOf(node, file)) heads.set(tag, head)
    else {
      const read = node.name === 'trans-unit' ? readTransUnit(node, file) : readUnit(node, around[0] ?? node)
      for (const pair of read) pairs.push(pair)
    }
  })
  if (root?.name !== 'xliff') throw new InputError('damaged', root?.name ?? '')
  return makeAligned('xliff', joinFiles(pairs), { source: pairs[0]?.source.tag ?? null, heads })
}
