import { SaxesParser } from 'saxes'

/** XML that cannot be read, or must not: `line` counts from 1. */
export class XmlFault extends Error {
  readonly reason: 'not-xml' | 'doctype'
  readonly line: number
  readonly detail: string

  constructor(reason: XmlFault['reason'], line: number, detail = '') {
    super(detail === '' ? reason : `${reason}: ${detail}`)
    this.name = 'XmlFault'
    this.reason = reason
    this.line = line
    this.detail = detail
  }
}

/** What is told of an XML text, in its order. Names come without their prefix, attributes with it; `line` counts from 1. */
export interface XmlListener {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>, line: number) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/**
 * Walks through an XML text. Entities other than XML's own five are never expanded, and a document type with declarations of its own is refused; nothing is fetched. Throws XmlFault.
 */
export function walkXml(text: string, listener: XmlListener): void {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw new XmlFault('not-xml', parser.line, error.message)
  })
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw new XmlFault('doctype', parser.line)
  })
  parser.on('opentag', ({ name, attributes }) => listener.open(localName(name), attributes, parser.line))
  parser.on('text', (part) => listener.text(part))
  parser.on('cdata', (part) => listener.text(part))
  parser.on('closetag', ({ name }) => listener.close(localName(name)))
  parser.write(text.replace(/^\ufeff/u, '')).close()
}
