import { elementAt, elementsOf, type XmlElement } from '../../text/parse-xml'
import { FieldStack } from '../field-stack'
import { MARK_STYLE } from '../../text/table-mark'
import { hasHan, TextCollector } from '../text-collector'
import type { NoteKind } from './note-marks'
import { readRunLook, type RunLook } from './read-styles'
import { readSymbolFont } from '../read-symbol-font'
import type { WordContext } from './word-context'
import { valueOf } from './word-names'

/** What runs ask of the story that they stand in. */
export interface InlineHost {
  /** A line or page ends inside the paragraph. */
  readonly breakLine: (kind: 'line' | 'page') => void
  /** A box with paragraphs of its own hangs on the paragraph. */
  readonly addBox: (content: XmlElement) => void
}

const TRANSPARENT = new Set(
  'w:hyperlink w:smartTag w:customXml w:fldSimple w:dir w:bdo w:sdtContent w:ruby w:rubyBase w:subDoc mc:Choice mc:Fallback'.split(
    ' ',
  ),
)

/**
 * Reads what stands inside paragraphs into one text with its italics and marks. Fields may run over several paragraphs, so one reader serves a whole story. In a table of ours marks have a style of
 * their own.
 */
export class InlineReader {
  /** What is read so far. */
  readonly text: TextCollector
  private readonly fields = new FieldStack()
  private base: RunLook
  /** What a run of that style looks like that says nothing itself. */
  private plain: RunLook | null = null

  constructor(
    private readonly context: WordContext,
    private readonly host: InlineHost,
  ) {
    this.base = context.styles.run(null)
    this.text = new TextCollector(context.tally.removed, context.tally.languages, context.exact)
  }

  /** A paragraph of a style begins. */
  begin(style: string | null): void {
    const base = this.context.styles.run(style)
    if (base !== this.base) this.plain = null
    this.base = base
  }

  /** The paragraph is over; a field whose result never began does not swallow the next one. */
  end(): void {
    this.text.end()
    this.fields.endParagraph()
  }

  /** Reads the content of a paragraph or of an element inside one. */
  read(element: XmlElement): void {
    for (const node of element.children) if (typeof node !== 'string') this.node(node)
  }

  private node(element: XmlElement): void {
    const { name } = element
    if (name === 'w:r') this.run(element)
    else if (name === 'w:ins' || name === 'w:moveTo') this.change(element, 'original')
    else if (name === 'w:del' || name === 'w:moveFrom') this.change(element, 'accepted')
    else if (name === 'w:sdt') this.control(element)
    else if (name === 'mc:AlternateContent') this.alternative(element)
    else if (TRANSPARENT.has(name) || name.startsWith('m:')) {
      if (name === 'm:t') this.write(element.children.join(''), this.base)
      else this.read(element)
    }
  }

  /** A tracked change; its text is not read in the state `left`. */
  private change(element: XmlElement, left: WordContext['changes']): void {
    if (element.name !== 'w:moveFrom') this.context.tally.changes += 1
    const act = () => this.read(element)
    if (this.context.changes !== left) act()
    else
      this.text.dropping(
        /move/u.test(element.name) ? 'moved' : left === 'accepted' ? 'deleted' : 'hidden',
        act,
      )
  }

  /** A content control; what it shows while nobody has filled it is no text. */
  private control(element: XmlElement): void {
    const content = elementAt(element, 'w:sdtContent')
    if (content === undefined) return
    const empty = elementAt(element, 'w:sdtPr', 'w:showingPlcHdr') !== undefined
    if (empty) this.text.dropping('hidden', () => this.read(content))
    else this.read(content)
  }

  /** The same content for newer and for older programs: it is read once. */
  private alternative(element: XmlElement): void {
    const chosen = elementAt(element, 'mc:Choice') ?? elementAt(element, 'mc:Fallback')
    if (chosen === undefined) return
    for (const node of elementsOf(chosen)) {
      if (node.name === 'w:r') this.run(node)
      else this.content(node, this.base)
    }
  }

  private run(element: XmlElement): void {
    let properties = elementAt(element, 'w:rPr')
    const before = elementAt(properties, 'w:rPrChange', 'w:rPr')
    if (before !== undefined && this.context.changes === 'original') properties = before
    const look = this.lookOf(properties)
    const read = () => {
      let custom: { kind: NoteKind; id: string } | null = null
      let mark = ''
      for (const node of elementsOf(element)) {
        if (custom !== null && (node.name === 'w:t' || node.name === 'w:sym')) mark += this.textOf(node)
        else if (node.name === 'w:footnoteReference' || node.name === 'w:endnoteReference') {
          const kind = node.name === 'w:footnoteReference' ? 'footnote' : 'endnote'
          const id = node.attributes['w:id'] ?? ''
          if (/^(?:1|true|on)$/iu.test(node.attributes['w:customMarkFollows'] ?? '')) custom = { kind, id }
          else this.reference(kind, id, null)
        } else this.content(node, look)
      }
      if (custom !== null) this.reference(custom.kind, custom.id, mark.trim())
    }
    if (look.hidden === true) this.text.dropping('hidden', read)
    else read()
  }

  /** What a run looks like: its own word holds; of styles, those that switch italics or hidden text on cancel each other (ISO/IEC 29500-1, 17.7.3). */
  private lookOf(properties: XmlElement | undefined): RunLook {
    if (properties === undefined && this.plain !== null) return this.plain
    const own = readRunLook(properties)
    const { styles } = this.context
    const character = styles.run(valueOf(properties, 'w:rStyle'))
    const { defaults } = styles
    const toggled = (key: 'italic' | 'italicComplex' | 'hidden') =>
      own[key] ?? (defaults[key] === true || (this.base[key] === true) !== (character[key] === true))
    const plain = <K extends keyof RunLook>(key: K): RunLook[K] =>
      own[key] ?? character[key] ?? this.base[key] ?? defaults[key]
    const complex = plain('complex')
    const look = {
      italic: complex === true ? toggled('italicComplex') : toggled('italic'),
      italicComplex: null,
      // Bold is told as far as the run itself says it: styles set whole paragraphs in bold.
      bold: complex === true ? own.boldComplex : own.bold,
      boldComplex: null,
      isMark: valueOf(properties, 'w:rStyle') === MARK_STYLE,
      hidden: toggled('hidden'),
      raised: plain('raised'),
      complex,
      latin: plain('latin'),
      bidi: plain('bidi'),
      eastAsia: plain('eastAsia'),
    }
    if (properties === undefined) this.plain = look
    return look
  }

  private content(node: XmlElement, look: RunLook): void {
    switch (node.name) {
      case 'w:t':
      case 'w:delText':
      case 'w:sym':
      case 'w:noBreakHyphen':
        return this.write(this.textOf(node), look)
      case 'w:tab':
      case 'w:ptab':
        if (this.fields.shown) this.text.tab({ italic: look.italic === true, bold: look.bold === true })
        return
      case 'w:br':
      case 'w:cr':
        if (this.fields.shown && !this.text.drops)
          this.host.breakLine(node.attributes['w:type'] === 'page' ? 'page' : 'line')
        return
      case 'w:fldChar':
        return this.field(node.attributes['w:fldCharType'] ?? '')
      case 'w:lastRenderedPageBreak':
        return this.context.notes.nextPage()
      case 'mc:AlternateContent':
        return this.alternative(node)
      case 'w:ruby':
        return this.read(node)
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.graphic(node)
      default:
        if (node.name.startsWith('m:')) this.node(node)
    }
  }

  private textOf(node: XmlElement): string {
    if (node.name === 'w:noBreakHyphen') return '\u2011'
    if (node.name === 'w:sym')
      return readSymbolFont(node.attributes['w:font'] ?? '', node.attributes['w:char'] ?? '')
    const text = node.children.join('').replace(/[\t\n\r]+/gu, ' ')
    return node.attributes['xml:space'] === 'preserve' ? text : text.replace(/^ +| +$/gu, '')
  }

  private field(type: string): void {
    if (type === 'begin') this.fields.begin()
    else if (type === 'separate') this.fields.separate()
    else if (type === 'end') this.fields.end()
  }

  private graphic(element: XmlElement): void {
    if (this.text.drops) return
    for (const node of elementsOf(element)) {
      if (node.name === 'w:txbxContent') this.host.addBox(node)
      else if (node.name === 'pic:pic' || node.name === 'v:imagedata') this.context.tally.pictures += 1
      else if (node.name === 'mc:AlternateContent') {
        const chosen = elementAt(node, 'mc:Choice') ?? elementAt(node, 'mc:Fallback')
        if (chosen !== undefined) this.graphic(chosen)
      } else this.graphic(node)
    }
  }

  private reference(kind: NoteKind, id: string, custom: string | null): void {
    if (!this.text.drops && this.fields.shown) this.text.mark(this.context.notes.add(kind, id, custom))
  }

  private write(text: string, look: RunLook): void {
    if (!this.fields.shown) return
    const language = hasHan(text) ? look.eastAsia : look.complex === true ? look.bidi : look.latin
    this.text.write(text, {
      italic: look.italic === true,
      bold: look.bold === true,
      raised: look.raised === true,
      isMark: look.isMark === true && this.context.exact === true,
      language,
    })
  }
}
