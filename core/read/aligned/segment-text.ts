import type { AlignedParagraph, ParagraphKind } from '../../model'
import { printedMark } from '../../text/footnote-mark'
import { trimInline } from '../../text/trim-inline'
import { PartsBuilder } from './parts-builder'
import { plainText, type XmlNode } from './read-xml-units'

/** A segment of ours: the labels of its lines, and the kind of its paragraphs where the file says it. */
export interface OwnSegment {
  readonly labels: readonly string[]
  readonly kind?: ParagraphKind
}

/** What a reader reads of a segment: a line a paragraph, and paragraphs in their parts where it holds more than lines. */
export interface SegmentText {
  readonly text: string
  readonly paragraphs?: readonly AlignedParagraph[]
}

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

/** Codes that begin what others end, and these. */
const BEGINS: ReadonlySet<string> = new Set(['bpt', 'bx', 'sc'])
const ENDS: ReadonlySet<string> = new Set(['ept', 'ex', 'ec'])

/** A code that breaks the line. */
const LINE_BREAK = /^\s*(?:<br\s*\/?>|\\n|\n|&#10;|\{\\line\s?\}?)\s*$/iu

/** What an element is for, as TMX (`type`), XLIFF 1 (`ctype`) and XLIFF 2 (`subType`) say it. */
const usesOf = ({ attributes: { type = '', ctype = '', subType = '' } }: XmlNode) => [type, ctype, subType]

function isBreak(node: XmlNode): boolean {
  const uses = usesOf(node).join(' ')
  return /(?:^|[\s:-])(?:lb|br|linebreak)(?:$|\s)/iu.test(uses) || LINE_BREAK.test(plainText(node))
}

function isItalic(node: XmlNode): boolean {
  return usesOf(node).some((use) => /^(?:x-)?(?:xlf:)?(?:i|italics?)$/iu.test(use))
}

/** The footnote mark that a code stands for, or null. Other programs have their own codes in such elements: there it must look like one, and is told without its brackets. */
function markOf(node: XmlNode, own: boolean): string | null {
  if (!usesOf(node).some((use) => /^(?:fnote|x-footnote|concordance:footnote)$/u.test(use))) return null
  const printed = shownFor(node) ?? plainText(node)
  return own ? printed : printedMark(printed)
}

/** What a code says that it stands for. */
const shownFor = ({ attributes }: XmlNode) => attributes['equiv-text'] ?? attributes['equiv']

/** XLIFF 2's way to write a character that XML forbids. */
function character(node: XmlNode): string {
  const code = Number.parseInt(node.attributes['hex'] ?? '', 16)
  if (!(code >= 0 && code <= 0x10_ff_ff)) return ''
  return code === 9 || code === 10 || code === 13 ? ' ' : String.fromCodePoint(code)
}

/** Reads one segment, or one text that is set inside a code of it. */
class SegmentReader {
  private readonly builder: PartsBuilder
  /** Texts set inside codes, as the note of a footnote: they stand behind. */
  private readonly inside: AlignedParagraph[] = []
  /** Codes that have begun italics and not ended them. */
  private readonly slanted = new Set<string>()
  private line = 0
  private empty = true
  private gap = false
  private wasItalic = false

  /** `own` is a segment of ours, whose white space is the text's own; null in files of other programs, whose white space is that of their layout. */
  constructor(private readonly own: OwnSegment | null) {
    this.builder = own === null ? new PartsBuilder(undefined) : new PartsBuilder(null, own.kind)
  }

  read(segment: XmlNode): readonly AlignedParagraph[] {
    this.content(isLaidOut(segment) ? { ...segment, parts: elementsOf(segment) } : segment, false)
    this.endLine()
    return [...this.builder.paragraphs(), ...this.inside]
  }

  private content(node: XmlNode, italic: boolean): void {
    for (const part of node.parts) {
      if (typeof part === 'string') this.write(part, italic)
      else if (!CODES.has(part.name)) this.content(part, italic || isItalic(part))
      else this.code(part, italic)
    }
  }

  private code(node: XmlNode, italic: boolean): void {
    const mark = markOf(node, this.own !== null)
    if (mark !== null) {
      this.builder.mark(mark)
      // Where the code itself is what is printed, all in it is the mark.
      if (shownFor(node) !== undefined) this.keepInside(node)
      return
    }
    this.keepInside(node)
    const { i, rid, startRef, id } = node.attributes
    const key = i ?? rid ?? startRef ?? id ?? ''
    if (BEGINS.has(node.name) && isItalic(node)) this.slanted.add(key)
    if (ENDS.has(node.name)) this.slanted.delete(key)
    if (node.name === 'cp') this.write(character(node), italic)
    else if (isBreak(node)) this.write(' ', italic)
  }

  private keepInside(code: XmlNode): void {
    for (const part of code.parts) {
      if (typeof part === 'string') continue
      if (part.name === 'sub') this.inside.push(...new SegmentReader(null).read(part))
      else this.keepInside(part)
    }
  }

  private write(text: string, within: boolean): void {
    const italic = within || this.slanted.size > 0
    const breaks = this.own === null ? /[\u2028\u2029]/u : /\r\n|[\r\n]/u
    if (!breaks.test(text)) this.writeLine(text, italic)
    else
      text.split(breaks).forEach((line, k) => {
        if (k > 0) this.endLine()
        this.writeLine(line, italic)
      })
  }

  /** What stands on one line: in files of other programs, white space of the layout is one space, and none at either end. */
  private writeLine(text: string, italic: boolean): void {
    if (this.own !== null) {
      this.builder.write(text, italic)
      return
    }
    const flat = text.replace(/[ \t\r\n]+/gu, ' ')
    const words = flat.replace(/^ | $/gu, '')
    if (flat.startsWith(' ')) this.gap = true
    if (words === '') return
    if (this.gap && !this.empty) this.builder.write(' ', italic && this.wasItalic)
    this.builder.write(words, italic)
    this.gap = flat.endsWith(' ')
    this.empty = false
    this.wasItalic = italic
  }

  private endLine(): void {
    const label = this.own?.labels[this.line] ?? ''
    if (label !== '') this.builder.setLabel(label)
    this.builder.end()
    this.line += 1
    this.empty = true
    this.gap = false
  }
}

const elementsOf = ({ parts }: XmlNode) => parts.filter((part): part is XmlNode => typeof part !== 'string')

/** Whether a segment is one of nothing but elements that another program has set on lines of their own. */
function isLaidOut({ parts }: XmlNode): boolean {
  const [first] = parts
  return (
    typeof first === 'string' &&
    /^[\r\n]/u.test(first) &&
    parts.length > 1 &&
    parts.every((part) => typeof part !== 'string' || part.trim() === '')
  )
}

/**
 * What a reader reads of segments of TMX or XLIFF that are one text: without the inline codes, but italics and footnote marks in their places where the codes say so. Markup around text (`hi`, `g`, `mrk`,
 * `pc`) leaves its text; texts set inside a code, as the note of a footnote, stand on lines of their own behind. With `own` the segments are ours: a line is a paragraph, whose label is the one of that
 * place (empty: none); else a segment is one line, whatever white space its file has.
 */
export function segmentText(segments: readonly XmlNode[], own: OwnSegment | null): SegmentText {
  const paragraphs = segments.flatMap((segment) => new SegmentReader(own).read(segment))
  const text = paragraphs.map((one) => one.text).join('\n')
  if (own !== null) return { text, paragraphs }
  if (!paragraphs.some(({ italics, marks }) => italics.length + marks.length > 0)) return { text }
  return { text, paragraphs: paragraphs.map((one) => ({ ...trimInline(one), raised: true })) }
}
