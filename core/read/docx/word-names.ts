import { elementAt, type XmlElement } from '../../text/parse-xml'

/** The prefixes that the readers of Word files know namespaces by: those of the transitional and of the strict form of ISO/IEC 29500 are one. */
export const WORD_PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'x',
  'http://schemas.openxmlformats.org/presentationml/2006/main': 'p',
  'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties': 'cp',
  'http://purl.oclc.org/ooxml/officeDocument/customProperties': 'cp',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://www.w3.org/XML/1998/namespace': 'xml',
}

/** The `w:val` of an element inside another, or of the element itself where no name is given; null where there is none. */
export function valueOf(element: XmlElement | undefined, name?: string): string | null {
  const holder = name === undefined ? element : elementAt(element, name)
  return holder?.attributes['w:val'] ?? null
}

/** A whole number from such a value, or null where it is none. */
export function numberOf(element: XmlElement | undefined, name?: string): number | null {
  const value = valueOf(element, name)
  return value !== null && /^-?\d{1,9}$/u.test(value) ? Number(value) : null
}

/** A property that is on or off: on where its element says nothing else, null where there is no such element. */
export function isOn(properties: XmlElement | undefined, name: string): boolean | null {
  const element = elementAt(properties, name)
  if (element === undefined) return null
  return !/^(?:0|false|off|none)$/iu.test(element.attributes['w:val'] ?? 'true')
}
