import type { Block, BlockShape, Break } from '../../model'
import { elementsOf, type XmlElement } from '../../text/parse-xml'
import { labelledBlock } from '../labelled-block'
import type { OdtContext } from './odt-context'
import { OdtInlineReader } from './odt-inline-reader'
import { ListRun, readListLevels, type ListLevels } from './odt-list-counter'

/** Longer headings are text. */
const LONGEST_HEADING = 300

/** Repeated rows and cells are read once: so many at most move what stands behind them. */
const MOST_REPEATED = 10_000

interface OpenList {
  readonly style: string
  readonly run: ListRun
  readonly level: number
  /** The number that the item begins anew with, or null; undefined once the item has its label. */
  start: number | null | undefined
}

interface Paragraph {
  readonly heading: number | null
  readonly label: string
  readonly depth: number
}

/** Elements that hold blocks and are none. */
const TRANSPARENT = new Set(
  'text:section text:index-body text:index-title text:table-of-content text:alphabetical-index text:illustration-index text:table-index text:object-index text:user-index text:bibliography office:text draw:text-box text:note-body text:numbered-paragraph'.split(
    ' ',
  ),
)

/** Reads a story of an OpenDocument text, its body, a note or a head, into blocks in reading order. */
export class OdtStoryReader {
  readonly blocks: Block[] = []
  private readonly inline: OdtInlineReader
  private readonly lists: OpenList[] = []
  private readonly runs = new Map<string, ListRun>()
  private readonly levels = new Map<string, ListLevels>()
  private readonly outline = new ListRun()
  private boxes: XmlElement[] = []
  private cell: Block['cell']
  private before: Break = 'none'
  private paragraph: Paragraph = { heading: null, label: '', depth: 0 }
  private lastRun: ListRun | null = null

  constructor(
    private readonly context: OdtContext,
    private readonly kind: 'body' | 'note' | 'head',
  ) {
    this.inline = new OdtInlineReader(context, {
      breakLine: () => this.breakLine(),
      addBox: (content) => void this.boxes.push(content),
      readDeleted: (content) => this.readDeleted(content),
    })
  }

  /** Reads block after block. */
  read(element: XmlElement): readonly Block[] {
    this.content(element)
    this.flush('paragraph')
    this.inline.text.end()
    return this.blocks
  }

  private content(element: XmlElement): void {
    for (const node of elementsOf(element)) this.node(node)
  }

  private node(node: XmlElement): void {
    const { name } = node
    if (name === 'text:p' || name === 'text:h') this.readParagraph(node)
    else if (name === 'text:list') this.readList(node)
    else if (name === 'table:table') this.readTable(node)
    else if (name.startsWith('draw:')) {
      this.inline.frame(node)
      this.readBoxes()
    } else if (name.startsWith('text:change'))
      this.inline.read({ ...node, children: [node] }, this.plainLook())
    else if (TRANSPARENT.has(name)) {
      if (node.attributes['text:display'] === 'none')
        this.inline.text.dropping('hidden', () => this.content(node))
      else this.content(node)
    }
  }

  private plainLook() {
    return this.context.styles.paragraphText(undefined)
  }

  private readParagraph(element: XmlElement): void {
    const name = element.attributes['text:style-name']
    const style = this.context.styles.paragraph(name)
    if (style.newPage === true || style.page !== null) this.before = 'page'
    this.paragraph = this.count(element)
    const look = this.context.styles.paragraphText(name)
    if (look.hidden === true) this.inline.text.dropping('hidden', () => this.inline.read(element, look))
    else this.inline.read(element, look)
    // Where the end of a paragraph was inserted, the next one goes on with this one's text.
    if (!this.inline.leavesOut) this.flush('paragraph')
    this.inline.text.end()
    this.readBoxes()
  }

  /** The paragraph's label and heading level: an item's first paragraph bears the label of its list. */
  private count(element: XmlElement): Paragraph {
    const style = this.context.styles.paragraph(element.attributes['text:style-name'])
    const isHeading = element.name === 'text:h'
    const level = Number.parseInt(element.attributes['text:outline-level'] ?? '1', 10) || 1
    const heading = isHeading ? level : style.outline !== null && style.outline > 0 ? style.outline : null
    const item = this.lists.at(-1)
    if (item !== undefined) {
      if (item.start === undefined) return { heading, label: '', depth: 0 }
      const label = item.run.next(this.levelsOf(style.list ?? item.style, item.style), item.level, item.start)
      item.start = undefined
      return { heading, label, depth: item.level }
    }
    // A style with a list of no name takes the numbering of headings away.
    if (isHeading && style.list !== '' && element.attributes['text:is-list-header'] !== 'true') {
      const start = Number.parseInt(element.attributes['text:start-value'] ?? '', 10)
      const restart = element.attributes['text:restart-numbering'] === 'true' && !Number.isNaN(start)
      const levels = this.levelsOf('', '')
      const label = levels.size === 0 ? '' : this.outline.next(levels, level, restart ? start : null)
      return { heading, label, depth: 0 }
    }
    return { heading, label: '', depth: 0 }
  }

  /** The levels of a list's style by its name; the empty name is the numbering of headings. */
  private levelsOf(name: string, otherwise: string): ListLevels {
    const { lists, outline } = this.context.styles
    const own = lists.has(name) || name === '' ? name : otherwise
    const known = this.levels.get(own)
    if (known !== undefined) return known
    const levels = readListLevels(own === '' ? outline : lists.get(own))
    this.levels.set(own, levels)
    return levels
  }

  private readList(list: XmlElement): void {
    const { attributes } = list
    const outer = this.lists.at(-1)
    const style = attributes['text:style-name'] ?? outer?.style ?? ''
    const run = outer?.run ?? this.runOf(attributes, style)
    const id = attributes['xml:id']
    if (id !== undefined) this.runs.set(`#${id}`, run)
    this.runs.set(style, run)
    this.lastRun = run
    const level = (outer?.level ?? 0) + 1
    for (const item of elementsOf(list)) {
      const isItem = item.name === 'text:list-item'
      if (!isItem && item.name !== 'text:list-header') continue
      const start = Number.parseInt(item.attributes['text:start-value'] ?? '', 10)
      this.lists.push({ style, run, level, start: isItem ? (Number.isNaN(start) ? null : start) : undefined })
      this.content(item)
      this.lists.pop()
    }
  }

  /** The numbers of a list: those of the one that it continues, or new ones. */
  private runOf(attributes: XmlElement['attributes'], style: string): ListRun {
    const continued = attributes['text:continue-list']
    const known = continued === undefined ? undefined : this.runs.get(`#${continued}`)
    if (known !== undefined) return known
    const goesOn = attributes['text:continue-numbering'] === 'true'
    return (goesOn ? (this.runs.get(style) ?? this.lastRun) : null) ?? new ListRun()
  }

  private readDeleted(content: XmlElement): void {
    const parts = elementsOf(content)
    parts.forEach((part, i) => {
      if (part.name !== 'text:p' && part.name !== 'text:h') return this.node(part)
      this.inline.read(part, this.context.styles.paragraphText(part.attributes['text:style-name']))
      if (i < parts.length - 1) this.flush('paragraph')
    })
  }

  private readBoxes(): void {
    const { boxes } = this
    this.boxes = []
    for (const box of boxes) {
      this.context.tally.boxes += 1
      this.content(box)
    }
  }

  private breakLine(): void {
    if (this.shape('').shape !== 'paragraph' || this.kind === 'note') this.inline.text.joinLine()
    else this.flush('line')
  }

  private shape(text: string): { readonly shape: BlockShape; readonly level: number } {
    if (this.cell !== undefined) return { shape: 'cell', level: 0 }
    const { heading } = this.paragraph
    if (heading !== null && heading <= 6 && text.length <= LONGEST_HEADING)
      return { shape: 'heading', level: heading }
    return { shape: 'paragraph', level: 0 }
  }

  /** Ends the block that is being built, if it holds anything; what comes next stands apart by `next`. */
  private flush(next: Break): void {
    const built = this.inline.text.take()
    const block = labelledBlock(built, {
      label: this.paragraph.label,
      depth: this.paragraph.depth,
      before: this.blocks.length === 0 ? 'none' : this.before,
      cell: this.cell,
      shape: (text) => this.shape(text),
    })
    if (block === null) {
      if (this.before !== 'page') this.before = next
      return
    }
    this.blocks.push(block)
    this.paragraph = { ...this.paragraph, label: '', depth: 0 }
    this.before = next
  }

  private readTable(table: XmlElement): void {
    this.flush('paragraph')
    const index = this.context.tally.tables
    this.context.tally.tables += 1
    const outer = this.cell
    const lists = this.lists.splice(0)
    let y = 0
    for (const row of rowsOf(table)) {
      let x = 0
      for (const cell of elementsOf(row)) {
        if (!/^table:(?:covered-)?table-cell$/u.test(cell.name)) continue
        this.cell = { table: index, row: y, column: x }
        this.content(cell)
        this.flush('paragraph')
        x += repeated(cell.attributes['table:number-columns-repeated'])
      }
      y += repeated(row.attributes['table:number-rows-repeated'])
    }
    this.lists.push(...lists)
    this.cell = outer
  }
}

function repeated(value: string | undefined): number {
  return Math.min(Math.max(Number.parseInt(value ?? '1', 10) || 1, 1), MOST_REPEATED)
}

function rowsOf(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((node) => {
    if (node.name === 'table:table-row') return [node]
    return /^table:table-(?:header-rows|rows|row-group)$/u.test(node.name) ? rowsOf(node) : []
  })
}
