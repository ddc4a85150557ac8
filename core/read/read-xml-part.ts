import { InputError } from '../model'
import { parseXml, XmlError, type XmlElement } from '../text/parse-xml'

/** The text of an XML part: UTF-8, or UTF-16 as its first bytes tell. Throws InputError `damaged` where the bytes are neither. */
function decodePart(bytes: Uint8Array, name: string): string {
  const [first, second] = bytes
  const encoding =
    (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
      ? 'utf-16le'
      : (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
        ? 'utf-16be'
        : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new InputError('damaged', name)
  }
}

const CODES = { doctype: 'unsafe', malformed: 'damaged', deep: 'too-large', large: 'too-large' } as const

/** An XML text as a tree with the given prefixes. Throws InputError: `unsafe` for a document type, `damaged` where it is not well-formed, `too-large` where it is nested too deep or has too many elements. */
export function readXmlText(
  text: string,
  prefixes: Readonly<Record<string, string>>,
  name: string,
): XmlElement {
  try {
    return parseXml(text, { prefixes })
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    const code = CODES[error.code]
    throw new InputError(code, `${name}:${error.line}`)
  }
}

/** An XML part's bytes as a tree; errors as in readXmlText. */
export function readXmlPart(
  bytes: Uint8Array,
  prefixes: Readonly<Record<string, string>>,
  name: string,
): XmlElement {
  return readXmlText(decodePart(bytes, name), prefixes, name)
}
