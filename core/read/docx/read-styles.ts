import { elementAt, elementsOf, type XmlElement } from '../../text/parse-xml'
import { lay } from '../lay'
import { isOn, numberOf, valueOf } from './word-names'

/** What a run looks like, as far as reading goes; null where the level in question says nothing. */
export interface RunLook {
  readonly italic: boolean | null
  /** Italics of Arabic, Hebrew and the like. */
  readonly italicComplex: boolean | null
  readonly bold: boolean | null
  readonly boldComplex: boolean | null
  readonly hidden: boolean | null
  readonly raised: boolean | null
  /** Whether the style is that of footnote marks in a table of ours. */
  readonly isMark: boolean | null
  readonly complex: boolean | null
  readonly latin: string | null
  readonly bidi: string | null
  readonly eastAsia: string | null
}

/** What a paragraph is, as far as reading goes. `outline` 0–8, 9 is text. */
export interface ParagraphLook {
  readonly outline: number | null
  readonly list: string | null
  readonly depth: number | null
  readonly newPage: boolean | null
}

/** The styles of a file, each with all that it inherits. */
export interface Styles {
  readonly paragraph: (id: string | null) => ParagraphLook
  readonly run: (id: string | null) => RunLook
  /** The style of paragraphs that name none. */
  readonly standard: string | null
  /** The list that a numbering style stands for. */
  readonly list: (id: string) => string | null
  readonly defaults: RunLook
  /** Whether a style is one of headings by its name, `Title` or `heading 1`. */
  readonly isHeading: (id: string | null) => boolean
}

const NO_RUN: RunLook = {
  italic: null,
  italicComplex: null,
  bold: null,
  boldComplex: null,
  hidden: null,
  raised: null,
  isMark: null,
  complex: null,
  latin: null,
  bidi: null,
  eastAsia: null,
}
const NO_PARAGRAPH: ParagraphLook = { outline: null, list: null, depth: null, newPage: null }

/** Styles inherit from one another over so many steps at most; more are a circle. */
const DEEPEST = 50

/** What run properties (`w:rPr`) say themselves. */
export function readRunLook(properties: XmlElement | undefined): RunLook {
  if (properties === undefined) return NO_RUN
  const raised = valueOf(properties, 'w:vertAlign')
  const language = elementAt(properties, 'w:lang')?.attributes
  const rtl = isOn(properties, 'w:rtl')
  return {
    italic: isOn(properties, 'w:i'),
    italicComplex: isOn(properties, 'w:iCs'),
    bold: isOn(properties, 'w:b'),
    boldComplex: isOn(properties, 'w:bCs'),
    hidden: isOn(properties, 'w:vanish'),
    raised: raised === null ? null : raised === 'superscript',
    isMark: null,
    complex: rtl === true ? true : (isOn(properties, 'w:cs') ?? rtl),
    latin: language?.['w:val'] ?? null,
    bidi: language?.['w:bidi'] ?? null,
    eastAsia: language?.['w:eastAsia'] ?? null,
  }
}

/** What paragraph properties (`w:pPr`) say themselves. */
export function readParagraphLook(properties: XmlElement | undefined): ParagraphLook {
  if (properties === undefined) return NO_PARAGRAPH
  const numbering = elementAt(properties, 'w:numPr')
  return {
    outline: numberOf(properties, 'w:outlineLvl'),
    list: valueOf(numbering, 'w:numId'),
    depth: numberOf(numbering, 'w:ilvl'),
    newPage: isOn(properties, 'w:pageBreakBefore'),
  }
}

interface Resolved {
  readonly run: RunLook
  readonly paragraph: ParagraphLook
  readonly heading: boolean
}

const NOTHING: Resolved = { run: NO_RUN, paragraph: NO_PARAGRAPH, heading: false }

/** Reads the styles part; a file without one has styles that say nothing. */
export function readStyles(part: XmlElement | null): Styles {
  const styles = new Map<string, XmlElement>()
  let standard: string | null = null
  for (const style of elementsOf(part ?? undefined, 'w:style')) {
    const id = style.attributes['w:styleId'] ?? ''
    styles.set(id, style)
    const isDefault = /^(?:1|true|on)$/iu.test(style.attributes['w:default'] ?? '')
    if (isDefault && style.attributes['w:type'] === 'paragraph') standard = id
  }
  const known = new Map<string, Resolved>()
  const resolve = (id: string, depth: number): Resolved => {
    const done = known.get(id)
    if (done !== undefined) return done
    const style = styles.get(id)
    if (style === undefined || depth > DEEPEST) return NOTHING
    const based = valueOf(style, 'w:basedOn')
    const below = based === null ? NOTHING : resolve(based, depth + 1)
    const resolved = {
      run: lay(readRunLook(elementAt(style, 'w:rPr')), below.run),
      paragraph: lay(readParagraphLook(elementAt(style, 'w:pPr')), below.paragraph),
      heading: /^(?:title|heading \d)$/iu.test(valueOf(style, 'w:name') ?? ''),
    }
    known.set(id, resolved)
    return resolved
  }
  const of = (id: string | null): Resolved => (id === null ? NOTHING : resolve(id, 0))
  return {
    paragraph: (id) => of(id).paragraph,
    run: (id) => of(id).run,
    standard,
    list: (id) => of(id).paragraph.list,
    defaults: readRunLook(elementAt(part ?? undefined, 'w:docDefaults', 'w:rPrDefault', 'w:rPr')),
    isHeading: (id) => of(id).heading,
  }
}
