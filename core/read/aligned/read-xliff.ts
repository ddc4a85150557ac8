import { InputError, type AlignedDocument } from '../../model'
import { addProperty } from './add-property'
import { makeAligned, type RawUnit } from './make-aligned'
import { childrenOf, plainText, readXmlUnits, tagOf, type XmlNode, type XmlParent } from './read-xml-units'
import { segmentText } from './segment-text'

const UNITS: ReadonlySet<string> = new Set(['trans-unit', 'unit'])

/** Texts of one pair of languages: an XLIFF file has one target language in each of its `file` elements. */
interface Pair {
  readonly id: string | null
  readonly source: { readonly tag: string; readonly text: string }
  readonly target: { readonly tag: string; readonly text: string } | null
  readonly properties: Readonly<Record<string, string>>
}

function textOf(node: XmlNode | undefined, tag: string): { tag: string; text: string } | null {
  return node === undefined ? null : { tag: tagOf(node) || tag, text: segmentText(node) }
}

/** A `trans-unit` of XLIFF 1: one pair. */
function readTransUnit(unit: XmlNode, file: XmlParent | undefined): readonly Pair[] {
  const properties: Record<string, string> = {}
  const [source, target] = [childrenOf(unit, 'source')[0], childrenOf(unit, 'target')[0]]
  for (const note of childrenOf(unit, 'note')) addProperty(properties, 'note', plainText(note))
  addProperty(properties, 'resname', unit.attributes['resname'] ?? '')
  addProperty(properties, 'state', target?.attributes['state'] ?? '')
  return [
    {
      id: unit.attributes['id'] ?? null,
      source: textOf(source, file?.attributes['source-language'] ?? '') ?? { tag: '', text: '' },
      target: textOf(target, file?.attributes['target-language'] ?? ''),
      properties,
    },
  ]
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
  return segments.map((segment, k) => {
    const own = { ...properties }
    addProperty(own, 'state', segment.attributes['state'] ?? '')
    const part = segment.attributes['id'] ?? String(k + 1)
    return {
      id: segments.length === 1 ? id : `${id ?? ''}/${part}`,
      source: textOf(childrenOf(segment, 'source')[0], root.attributes['srcLang'] ?? '') ?? {
        tag: '',
        text: '',
      },
      target: textOf(childrenOf(segment, 'target')[0], root.attributes['trgLang'] ?? ''),
      properties: own,
    }
  })
}

/** Units of several files that translate the same source text, by id, are one unit in several languages. */
function joinFiles(pairs: readonly Pair[]): readonly RawUnit[] {
  const units: {
    id: string | null
    texts: { tag: string; text: string }[]
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
 * Reads XLIFF 1.0 to 1.2 and 2.0 to 2.1: a unit a `trans-unit` or `segment`, with its notes as properties. Inline codes and proposals from memories are left out; files that translate the same units into
 * different languages become one. Throws InputError `damaged`, `unsafe`, `language-unsure`.
 */
export function readXliff(text: string): AlignedDocument {
  const pairs: Pair[] = []
  const root = readXmlUnits(text, UNITS, (node, around) => {
    const file = around.findLast(({ name }) => name === 'file')
    const read = node.name === 'trans-unit' ? readTransUnit(node, file) : readUnit(node, around[0] ?? node)
    for (const pair of read) pairs.push(pair)
  })
  if (root?.name !== 'xliff') throw new InputError('damaged', root?.name ?? '')
  return makeAligned('xliff', joinFiles(pairs), pairs[0]?.source.tag ?? null)
}
