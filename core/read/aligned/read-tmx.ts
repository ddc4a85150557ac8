import { InputError, type AlignedDocument } from '../../model'
import { addProperty } from './add-property'
import { makeAligned, type RawUnit } from './make-aligned'
import { childrenOf, plainText, readXmlUnits, tagOf, type XmlNode } from './read-xml-units'
import { segmentText } from './segment-text'

const UNITS: ReadonlySet<string> = new Set(['tu', 'header'])

function noteProperties(node: XmlNode, properties: Record<string, string>): void {
  for (const note of childrenOf(node, 'note')) addProperty(properties, 'note', plainText(note))
  for (const prop of childrenOf(node, 'prop'))
    addProperty(properties, prop.attributes['type'] ?? '', plainText(prop))
}

function readUnit(unit: XmlNode): RawUnit {
  const properties: Record<string, string> = {}
  noteProperties(unit, properties)
  const texts = childrenOf(unit, 'tuv').map((variant) => {
    noteProperties(variant, properties)
    return { tag: tagOf(variant), text: childrenOf(variant, 'seg').map(segmentText).join('\n') }
  })
  return { id: unit.attributes['tuid'] ?? null, texts, properties }
}

/**
 * Reads TMX 1.1 to 1.4b: a unit a `tu`, its id the `tuid`, its properties its `prop` and `note`. Inline codes are left out. Throws InputError `damaged`, `unsafe`, and `language-unsure` where a text
 * without a language is in none that is sure.
 */
export function readTmx(text: string): AlignedDocument {
  const units: RawUnit[] = []
  let source: string | null = null
  const root = readXmlUnits(text, UNITS, (node) => {
    if (node.name === 'header') source ??= node.attributes['srclang'] ?? null
    else units.push(readUnit(node))
  })
  if (root?.name !== 'tmx') throw new InputError('damaged', root?.name ?? '')
  return makeAligned('tmx', units, sameTag(source, units))
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
