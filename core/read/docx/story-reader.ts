import type { Block, BlockShape, Break } from '../../model'
import { elementAt, elementsOf, type XmlElement } from '../../text/parse-xml'
import { labelledBlock } from '../labelled-block'
import { lay } from '../lay'
import { flatten } from './flatten'
import { InlineReader } from './inline-reader'
import { readParagraphLook, type ParagraphLook } from './read-styles'
import type { WordContext } from './word-context'
import { isOn, numberOf, valueOf } from './word-names'

/** Longer paragraphs are text, whatever the outline level of their style. */
const LONGEST_HEADING = 300

interface Paragraph {
  readonly properties: XmlElement | undefined
  readonly style: string | null
  readonly look: ParagraphLook
}

/** Reads a story of a Word file, its body, a note or a head, into blocks in reading order. */
export class StoryReader {
  readonly blocks: Block[] = []
  private readonly inline: InlineReader
  private boxes: XmlElement[] = []
  private cell: Block['cell']
  private before: Break = 'none'
  private paragraph: Paragraph = { properties: undefined, style: null, look: readParagraphLook(undefined) }
  /** The label of the paragraph that is being read, once it is counted. */
  private label: { readonly text: string; readonly depth: number } | null = null
  private counted = false

  constructor(
    private readonly context: WordContext,
    private readonly kind: 'body' | 'note' | 'head',
  ) {
    this.inline = new InlineReader(context, {
      breakLine: (kind) => this.breakLine(kind),
      addBox: (content) => void this.boxes.push(content),
    })
  }

  /** Reads block after block; what a deleted paragraph mark leaves open at the end is closed. */
  read(element: XmlElement): readonly Block[] {
    this.content(element)
    this.flush('paragraph')
    return this.blocks
  }

  private content(element: XmlElement): void {
    for (const node of elementsOf(element)) this.node(node)
  }

  private node(node: XmlElement): void {
    switch (node.name) {
      case 'w:p':
        return this.readParagraph(node)
      case 'w:tbl':
        return this.readTable(node)
      case 'w:sdt': {
        const content = elementAt(node, 'w:sdtContent')
        const empty = elementAt(node, 'w:sdtPr', 'w:showingPlcHdr') !== undefined
        if (content === undefined) return
        return empty
          ? this.inline.text.dropping('hidden', () => this.content(content))
          : this.content(content)
      }
      case 'w:customXml':
        return this.content(node)
      case 'w:ins':
      case 'w:moveTo':
      case 'w:del':
      case 'w:moveFrom':
        return this.isLeft(node.name)
          ? this.inline.text.dropping(dropKind(node.name), () => this.content(node))
          : this.content(node)
      case 'mc:AlternateContent': {
        const chosen = elementAt(node, 'mc:Choice') ?? elementAt(node, 'mc:Fallback')
        return chosen === undefined ? undefined : this.content(chosen)
      }
      case 'm:oMathPara':
        this.inline.read(node)
        return this.flush('paragraph')
      default:
    }
  }

  /** Whether what a change of this name marks is absent from the state that is read. */
  private isLeft(name: string): boolean {
    return this.context.changes === (/ins|moveTo$/u.test(name) ? 'original' : 'accepted')
  }

  /** The change that marks properties of a paragraph, row or cell as left out, if any. */
  private leftChange(properties: XmlElement | undefined, names: readonly string[]): string | null {
    const changes = elementsOf(properties).filter(({ name }) => names.includes(name))
    this.context.tally.changes += changes.filter(({ name }) => name !== 'w:moveFrom').length
    return changes.find(({ name }) => this.isLeft(name))?.name ?? null
  }

  private readParagraph(element: XmlElement): void {
    let properties = elementAt(element, 'w:pPr')
    const mark = elementAt(properties, 'w:rPr')
    const section = elementAt(properties, 'w:sectPr')
    const left = this.leftChange(mark, ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'])
    const earlier = elementAt(properties, 'w:pPrChange', 'w:pPr')
    if (earlier !== undefined && this.context.changes === 'original') properties = earlier
    const style = valueOf(properties, 'w:pStyle') ?? this.context.styles.standard
    const look = lay(readParagraphLook(properties), this.context.styles.paragraph(style))
    this.paragraph = { properties, style, look }
    this.counted = false
    this.label = null
    if (look.newPage === true) this.before = 'page'
    this.inline.begin(style)
    this.inline.read(element)
    // A paragraph whose mark is deleted, or hidden between a heading and its text, goes on in the next one.
    const goesOn = left !== null || isOn(mark, 'w:specVanish') === true
    if (!goesOn) this.flush('paragraph')
    this.inline.end()
    this.readBoxes()
    if (section !== undefined && this.kind === 'body') this.endSection(section)
  }

  private endSection(section: XmlElement): void {
    this.context.notes.nextSection()
    if (valueOf(section, 'w:type') !== 'continuous' && this.blocks.length > 0) this.before = 'page'
  }

  private readBoxes(): void {
    const { boxes } = this
    this.boxes = []
    for (const box of boxes) {
      this.context.tally.boxes += 1
      this.content(box)
    }
  }

  /** Counts the paragraph in its list, once. */
  private count(): void {
    if (this.counted) return
    this.counted = true
    const { list, depth } = this.paragraph.look
    if (list === null || list === '0') return
    const { style, properties } = this.paragraph
    const own = elementAt(properties, 'w:numPr') !== undefined
    const linked = style === null ? undefined : this.context.numbering.byStyle.get(style)
    const same = (other: string | undefined) =>
      this.context.numbering.lists.get(list)?.definition ===
      (other === undefined ? null : this.context.numbering.lists.get(other)?.definition)
    // A style that names a list stands at the level that names the style.
    const level = own && depth !== null ? depth : same(linked?.list) ? linked!.level : (depth ?? 0)
    const next = this.context.lists.next(list, level)
    if (next !== null) this.label = { text: next.label, depth: next.level }
  }

  private breakLine(kind: 'line' | 'page'): void {
    const { shape } = this.shape('')
    if (kind === 'line' && (shape !== 'paragraph' || this.kind === 'note')) this.inline.text.joinLine()
    else this.flush(kind)
  }

  private shape(text: string): { readonly shape: BlockShape; readonly level: number } {
    if (this.cell !== undefined) return { shape: 'cell', level: 0 }
    const { outline } = this.paragraph.look
    const heading = outline !== null ? outline <= 5 : this.context.styles.isHeading(this.paragraph.style)
    if (heading && text.length <= LONGEST_HEADING) return { shape: 'heading', level: (outline ?? 0) + 1 }
    return { shape: 'paragraph', level: 0 }
  }

  /** Ends the block that is being built, if it holds anything; what comes next stands apart by `next`. */
  private flush(next: Break): void {
    const built = this.inline.text.take()
    this.count()
    const block = labelledBlock(built, {
      label: this.label?.text ?? '',
      depth: this.label?.depth ?? 0,
      before: this.blocks.length === 0 ? 'none' : this.before,
      cell: this.cell,
      shape: (text) => this.shape(text),
    })
    if (block === null) {
      if (this.before !== 'page') this.before = next
      return
    }
    this.blocks.push(block)
    this.label = null
    this.before = next
  }

  private readTable(table: XmlElement): void {
    this.flush('paragraph')
    const index = this.context.tally.tables
    this.context.tally.tables += 1
    const outer = this.cell
    /** Of each column that a merged cell spans downwards, the row where it begins. */
    const merged = new Map<number, number>()
    this.rows(table).forEach((row, y) => {
      let x = numberOf(elementAt(row, 'w:trPr'), 'w:gridBefore') ?? 0
      for (const cell of flatten(row, 'w:tc')) {
        const properties = elementAt(cell, 'w:tcPr')
        const merge = elementAt(properties, 'w:vMerge')
        if (merge === undefined || valueOf(merge) === 'restart') merged.set(x, y)
        this.cell = { table: index, row: merge === undefined ? y : (merged.get(x) ?? y), column: x }
        const left = this.leftChange(properties, ['w:cellIns', 'w:cellDel'])
        if (left === null) this.content(cell)
        else this.inline.text.dropping(dropKind(left), () => this.content(cell))
        this.flush('paragraph')
        x += Math.max(1, Math.min(numberOf(properties, 'w:gridSpan') ?? 1, 1000))
      }
    })
    this.cell = outer
  }

  /** The rows that stand in the state that is read; text of the others is removed. */
  private rows(table: XmlElement): XmlElement[] {
    return flatten(table, 'w:tr').filter((row) => {
      const left = this.leftChange(elementAt(row, 'w:trPr'), ['w:ins', 'w:del'])
      if (left === null) return true
      this.inline.text.dropping(dropKind(left), () => {
        for (const cell of flatten(row, 'w:tc')) this.content(cell)
      })
      return false
    })
  }
}

function dropKind(name: string): 'deleted' | 'hidden' | 'moved' {
  if (/move/u.test(name)) return 'moved'
  return /del/iu.test(name) ? 'deleted' : 'hidden'
}
