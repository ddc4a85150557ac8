import { SaxesParser } from 'saxes'

/** An element of an XML file; its name and those of its attributes carry the prefixes that the caller gave, whatever the file has. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}

/** An element, or text as the file means it: references to characters are resolved, nothing is trimmed. */
export type XmlNode = XmlElement | string

/** What is told of an XML file while it is read, in order; `line` from 1. */
export interface XmlHandler {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>, line: number) => void
  readonly text: (text: string) => void
  readonly close: () => void
}

/** How an XML file is read. */
export interface XmlOptions {
  /** The prefix of each namespace by its URI; names of other namespaces begin with `?:`. Absent: names are as the file writes them, and prefixes need no declaration. */
  readonly prefixes?: Readonly<Record<string, string>>
  /** `bare` lets a document type pass that declares nothing itself. Default `none`. */
  readonly doctype?: 'none' | 'bare'
}

/** Elements stand this deep in one another at most: what people write does not reach a tenth of it, and readers may walk a tree by calling themselves. */
const DEEPEST = 800

/** A tree has so many elements at most, some 600 MB of memory; a report of a hundred pages has fifty thousand. */
const MOST_ELEMENTS = 3_000_000

/** Why an XML file is refused: it is not well-formed, has a document type (entities are never expanded), is nested too deep, or has too many elements for a tree. */
export class XmlError extends Error {
  readonly code: 'malformed' | 'doctype' | 'deep' | 'large'
  /** From 1. */
  readonly line: number

  constructor(code: XmlError['code'], line: number, detail = '') {
    super(detail === '' ? code : detail)
    this.name = 'XmlError'
    this.code = code
    this.line = line
  }
}

function plainAttributes(attributes: Readonly<Record<string, unknown>>): Record<string, string> {
  const plain: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) if (typeof value === 'string') plain[name] = value
  return plain
}

/** Tells a handler what an XML text holds, from beginning to end. Throws XmlError. */
export function walkXml(text: string, handler: XmlHandler, options: XmlOptions = {}): void {
  const { prefixes, doctype: allowed = 'none' } = options
  const parser = new SaxesParser({ xmlns: prefixes !== undefined })
  let depth = 0
  parser.on('error', (error) => {
    throw new XmlError('malformed', parser.line, error.message)
  })
  parser.on('doctype', (doctype) => {
    if (allowed === 'none' || doctype.includes('[')) throw new XmlError('doctype', parser.line)
  })
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > DEEPEST) throw new XmlError('deep', parser.line)
    if (prefixes === undefined) {
      handler.open(tag.name, plainAttributes(tag.attributes), parser.line)
      return
    }
    const nameOf = (uri: string | undefined, local: string | undefined): string => {
      if (uri === '' || uri === undefined) return local ?? ''
      return `${Object.hasOwn(prefixes, uri) ? prefixes[uri] : '?'}:${local ?? ''}`
    }
    const attributes: Record<string, string> = {}
    for (const attribute of Object.values(tag.attributes)) {
      if (typeof attribute === 'string') continue
      attributes[nameOf(attribute.uri, attribute.local)] = attribute.value
    }
    handler.open(nameOf(tag.uri, tag.local), attributes, parser.line)
  })
  parser.on('text', (part) => handler.text(part))
  parser.on('cdata', (part) => handler.text(part))
  parser.on('closetag', () => {
    depth -= 1
    handler.close()
  })
  parser.write(text.replace(/^\ufeff/u, '')).close()
}

/** An XML text as a tree. White space between elements is text like any other. Throws XmlError. */
export function parseXml(text: string, options: XmlOptions = {}): XmlElement {
  interface Growing extends XmlElement {
    readonly children: XmlNode[]
  }
  const top: Growing = { name: '', attributes: {}, children: [] }
  const open: Growing[] = [top]
  let count = 0
  walkXml(
    text,
    {
      open: (name, attributes, line) => {
        count += 1
        if (count > MOST_ELEMENTS) throw new XmlError('large', line)
        const element: Growing = { name, attributes, children: [] }
        open[open.length - 1]?.children.push(element)
        open.push(element)
      },
      text: (part) => void open[open.length - 1]?.children.push(part),
      close: () => void open.pop(),
    },
    options,
  )
  const root = top.children.find((node) => typeof node !== 'string')
  if (root === undefined || typeof root === 'string') throw new XmlError('malformed', 1)
  return root
}

/** The elements directly inside one, those of one name where it is given. */
export function elementsOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  const found: XmlElement[] = []
  for (const node of element?.children ?? [])
    if (typeof node !== 'string' && (name === undefined || node.name === name)) found.push(node)
  return found
}

/** The first element of a name directly inside one, or along a path of names, or undefined. */
export function elementAt(
  element: XmlElement | undefined,
  ...path: readonly string[]
): XmlElement | undefined {
  let current = element
  for (const name of path) {
    current = current?.children.find(
      (node): node is XmlElement => typeof node !== 'string' && node.name === name,
    )
  }
  return current
}
