import type { LossTally } from './tally-losses'

/** The attributes of an element; those that are undefined are left out. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>

/** Writes pieces of XML 1.0 as strings. What it gives is to be joined as it is; what it takes as `inner` must come from it. */
export interface XmlMaker {
  /** Characters as the content of an element; where the format has a way of its own to write what XML forbids, it is taken. */
  readonly text: (characters: string) => string
  /** Characters as the content of an element that has no such way. */
  readonly plain: (characters: string) => string
  /** An element with its content; without content an empty one. */
  readonly element: (name: string, attributes: XmlAttributes, inner?: string) => string
  /** The beginning of an element whose content is written piece by piece; its end is `</name>`. */
  readonly open: (name: string, attributes: XmlAttributes) => string
}

/** The line that a file of XML begins with. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** Everything that cannot stand in an element as it is: markup, a carriage return, which readers take for a line feed, and what XML 1.0 (2.2, `Char`) forbids. */
const IN_TEXT = /[<>&\r]|[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** The same inside an attribute, where readers take tabs and line feeds for spaces. */
const IN_ATTRIBUTE = /[<>&"\t\n\r]|[^\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

const SURROGATE = /[\uD800-\uDFFF]/u

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
}

/**
 * A writer of XML. What XML cannot hold, escaped or not, is written as U+FFFD and counted, or in the text as `forbidden` says, unless it is half a surrogate pair, which UTF-8 cannot hold either. 10,000 units of a
 * memory take the tree of the library that writes TBX 15 times as long, and its stream, which holds one at a time, 40 times; so the formats that grow with the text are written by this.
 */
export function makeXml(tally: LossTally, forbidden?: (character: string) => string): XmlMaker {
  const escapeText = (character: string): string =>
    forbidden === undefined || character in ESCAPES || SURROGATE.test(character)
      ? escape(character)
      : forbidden(character)
  const escape = (character: string): string => {
    const known = ESCAPES[character]
    if (known !== undefined) return known
    tally.add(SURROGATE.test(character) ? 'lone-surrogates' : 'control-characters')
    return '\uFFFD'
  }
  const open = (name: string, attributes: XmlAttributes): string => {
    let tag = `<${name}`
    for (const key in attributes) {
      const value = attributes[key]
      if (value !== undefined) tag += ` ${key}="${value.replace(IN_ATTRIBUTE, escape)}"`
    }
    return `${tag}>`
  }
  return {
    text: (characters) => characters.replace(IN_TEXT, escapeText),
    plain: (characters) => characters.replace(IN_TEXT, escape),
    open,
    element: (name, attributes, inner = '') =>
      inner === ''
        ? `${open(name, attributes).slice(0, -1)}/>`
        : `${open(name, attributes)}${inner}</${name}>`,
  }
}
