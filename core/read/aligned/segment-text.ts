import { oneLine, plainText, type XmlNode } from './read-xml-units'

/** Elements that hold a program's own codes and no text, in TMX and XLIFF: what they hold is left out, but texts set inside them (`sub`) are kept. */
const CODES: ReadonlySet<string> = new Set([
  'bpt',
  'ept',
  'ph',
  'it',
  'ut',
  'x',
  'bx',
  'ex',
  'sc',
  'ec',
  'sm',
  'em',
  'cp',
])

/** A code that breaks the line. */
const LINE_BREAK = /^\s*(?:<br\s*\/?>|\\n|\n|&#10;|\{\\line\s?\}?)\s*$/iu

function isBreak(node: XmlNode): boolean {
  const type = `${node.attributes['type'] ?? ''} ${node.attributes['ctype'] ?? ''} ${node.attributes['subType'] ?? ''}`
  return /(?:^|[\s:-])(?:lb|br|linebreak)(?:$|\s)/iu.test(type) || LINE_BREAK.test(plainText(node))
}

/** XLIFF 2's way to write a character that XML forbids. */
function character(node: XmlNode): string {
  const code = Number.parseInt(node.attributes['hex'] ?? '', 16)
  return code === 9 || code === 10 || code === 13 ? ' ' : ''
}

/**
 * What a reader reads of a segment of TMX or XLIFF: its text without the inline codes, on one line. Markup around text (`hi`, `g`, `mrk`, `pc`) leaves its text; texts set inside a code, as the note of a
 * footnote, stand on lines of their own behind.
 */
export function segmentText(segment: XmlNode): string {
  const inside: string[] = []
  const read = (node: XmlNode): string =>
    node.parts
      .map((part) => {
        if (typeof part === 'string') return part
        if (!CODES.has(part.name)) return read(part)
        keepInside(part)
        return part.name === 'cp' ? character(part) : isBreak(part) ? ' ' : ''
      })
      .join('')
  const keepInside = (code: XmlNode): void => {
    for (const part of code.parts) {
      if (typeof part === 'string') continue
      if (part.name === 'sub') inside.push(oneLine(read(part)))
      else keepInside(part)
    }
  }
  const text = oneLine(read(segment))
  return [text, ...inside].filter((line) => line !== '').join('\n')
}
