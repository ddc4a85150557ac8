import { InputError } from '../../model'
import { walkXml, XmlError } from '../../text/parse-xml'

/** An element of a unit, with its parts in order. */
export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly parts: (XmlNode | string)[]
}

/** An element that encloses units. */
export type XmlParent = Pick<XmlNode, 'name' | 'attributes'>

/**
 * Reads an XML file unit by unit: each element of one of these names outside another such, whole, with the elements around it from the root inwards. Gives the root. Throws InputError `damaged` (detail:
 * the line) for what is not well formed and `unsafe` for declarations of entities or elements too deep inside each other.
 */
export function readXmlUnits(
  text: string,
  names: ReadonlySet<string>,
  take: (unit: XmlNode, around: readonly XmlParent[]) => void,
): XmlParent | null {
  const around: XmlParent[] = []
  const open: XmlNode[] = []
  let root: XmlParent | null = null
  const listener = {
    open(written: string, attributes: Readonly<Record<string, string>>) {
      const name = written.slice(written.indexOf(':') + 1)
      root ??= { name, attributes }
      if (open.length === 0 && !names.has(name)) {
        around.push({ name, attributes })
        return
      }
      const node: XmlNode = { name, attributes, parts: [] }
      open.at(-1)?.parts.push(node)
      open.push(node)
    },
    text(part: string) {
      open.at(-1)?.parts.push(part)
    },
    close() {
      const node = open.pop()
      if (node === undefined) around.pop()
      else if (open.length === 0) take(node, around)
    },
  }
  try {
    walkXml(text, listener, { doctype: 'bare' })
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    if (error.code === 'malformed') throw new InputError('damaged', `line ${error.line}`)
    throw new InputError('unsafe', error.code === 'doctype' ? 'DOCTYPE' : `XML, line ${error.line}`)
  }
  return root
}

/** The elements of a name among the parts of another, in order. */
export function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  return node.parts.filter((part): part is XmlNode => typeof part !== 'string' && part.name === name)
}

/** All text inside an element. */
export function plainText(node: XmlNode): string {
  return node.parts.map((part) => (typeof part === 'string' ? part : plainText(part))).join('')
}

/** The tag of an element's language, in either spelling of the attribute, or the empty string. */
export function tagOf({ attributes }: XmlParent): string {
  return attributes['xml:lang'] ?? attributes['lang'] ?? ''
}
