import { elementAt, elementsOf, type XmlElement } from '../../text/parse-xml'
import { lay } from '../lay'

/** What a stretch of text looks like, as far as reading goes; null where a level says nothing. */
export interface OdtLook {
  readonly italic: boolean | null
  /** Italics of Arabic, Hebrew and the like. */
  readonly italicComplex: boolean | null
  readonly hidden: boolean | null
  readonly raised: boolean | null
  readonly latin: string | null
  readonly complex: string | null
  readonly eastAsia: string | null
}

/** What a paragraph's style says beyond its text's look. */
export interface OdtParagraphStyle {
  /** The list whose label its paragraphs bear outside lists too; the empty string takes it away. */
  readonly list: string | null
  /** Its level as a heading, from 1. */
  readonly outline: number | null
  readonly newPage: boolean | null
  /** The kind of page that it begins. */
  readonly page: string | null
}

/** The styles of a file, common and automatic, each with all that it inherits. */
export interface OdtStyles {
  readonly text: (name: string | undefined) => OdtLook
  readonly paragraph: (name: string | undefined) => OdtParagraphStyle
  /** The look of the text of a paragraph of a style. */
  readonly paragraphText: (name: string | undefined) => OdtLook
  readonly lists: ReadonlyMap<string, XmlElement>
  /** The numbering of headings. */
  readonly outline: XmlElement | null
}

const NO_LOOK: OdtLook = {
  italic: null,
  italicComplex: null,
  hidden: null,
  raised: null,
  latin: null,
  complex: null,
  eastAsia: null,
}
const NO_STYLE: OdtParagraphStyle = { list: null, outline: null, newPage: null, page: null }

/** Styles inherit from one another over so many steps at most; more are a circle. */
const DEEPEST = 50

function isSlanted(value: string | undefined): boolean | null {
  return value === undefined ? null : /italic|oblique/u.test(value)
}

function languageOf(value: string | undefined): string | null {
  return value === undefined || value === 'none' || value === 'zxx' || value === '' ? null : value
}

function readLook(style: XmlElement | undefined): OdtLook {
  const properties = elementAt(style, 'style:text-properties')?.attributes
  if (properties === undefined) return NO_LOOK
  const position = properties['style:text-position']
  const display = properties['text:display']
  return {
    italic: isSlanted(properties['fo:font-style']),
    italicComplex: isSlanted(properties['style:font-style-complex']),
    hidden: display === undefined ? null : display === 'none',
    // `super 58%`, or how far above the line in hundredths; `-33% 58%` is below it.
    raised: position === undefined ? null : /^(?:super|[1-9])/u.test(position),
    latin: languageOf(properties['fo:language']),
    complex: languageOf(properties['style:language-complex']),
    eastAsia: languageOf(properties['style:language-asian']),
  }
}

function readParagraphStyle(style: XmlElement): OdtParagraphStyle {
  const { attributes } = style
  const before = elementAt(style, 'style:paragraph-properties')?.attributes['fo:break-before']
  const level = attributes['style:default-outline-level']
  const page = attributes['style:master-page-name']
  return {
    list: attributes['style:list-style-name'] ?? null,
    outline: level === undefined ? null : Number.parseInt(level, 10) || 0,
    newPage: before === undefined ? null : before === 'page',
    page: page === undefined || page === '' ? null : page,
  }
}

interface Resolved {
  readonly look: OdtLook
  readonly style: OdtParagraphStyle
}

/** Reads the styles that stand in holders (`office:styles`, `office:automatic-styles`); of two with one name the later holds. */
export function readOdtStyles(holders: readonly (XmlElement | undefined)[]): OdtStyles {
  const styles = new Map<string, XmlElement>()
  const defaults = new Map<string, OdtLook>()
  const lists = new Map<string, XmlElement>()
  let outline: XmlElement | null = null
  for (const element of holders.flatMap((holder) => elementsOf(holder))) {
    const family = element.attributes['style:family'] ?? ''
    const name = element.attributes['style:name'] ?? ''
    if (element.name === 'style:style') styles.set(`${family} ${name}`, element)
    else if (element.name === 'style:default-style') defaults.set(family, readLook(element))
    else if (element.name === 'text:list-style') lists.set(name, element)
    else if (element.name === 'text:outline-style') outline = element
  }
  const known = new Map<string, Resolved>()
  const resolve = (family: string, name: string, depth: number): Resolved => {
    const key = `${family} ${name}`
    const done = known.get(key)
    if (done !== undefined) return done
    const style = styles.get(key)
    const base = {
      look: (family === 'paragraph' ? defaults.get(family) : undefined) ?? NO_LOOK,
      style: NO_STYLE,
    }
    if (style === undefined || depth > DEEPEST) return base
    const parent = style.attributes['style:parent-style-name']
    const below = parent === undefined ? base : resolve(family, parent, depth + 1)
    // The kind of page that a style begins is not inherited.
    const own = { ...lay(readParagraphStyle(style), { ...below.style, page: null }) }
    const resolved = { look: lay(readLook(style), below.look), style: own }
    known.set(key, resolved)
    return resolved
  }
  return {
    text: (name) => (name === undefined ? NO_LOOK : resolve('text', name, 0).look),
    paragraph: (name) => resolve('paragraph', name ?? 'Standard', 0).style,
    paragraphText: (name) => resolve('paragraph', name ?? 'Standard', 0).look,
    lists,
    outline,
  }
}
