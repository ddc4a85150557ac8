import type { Block, BlockShape, Break, Removed } from '../../model'
import { FieldStack } from '../field-stack'
import type { ListCounter } from '../list-counter'
import { labelledBlock } from '../labelled-block'
import { readSymbolFont } from '../read-symbol-font'
import { TextCollector, type Dropped } from '../text-collector'
import { characterStretches, runAt, type CharacterLook } from './character-stretches'
import { NO_DOC_PARAGRAPH, readDocParagraph, type DocParagraph, type DocStyle } from './read-doc-styles'
import type { DocFile } from './read-pieces'
import type { DocRun } from './read-runs'

/** What the reading of a part of an old Word file needs, and what it counts up. */
export interface DocContext {
  readonly file: DocFile
  readonly styles: (index: number) => DocStyle
  readonly lists: ListCounter
  readonly characters: readonly DocRun[]
  readonly paragraphs: readonly DocRun[]
  readonly state: 'accepted' | 'original'
  /** The mark of the note that a character of the text refers to; `typed` is what stands there. */
  readonly markAt: (place: number, typed: string) => string | null
  readonly removed: Removed[]
  readonly tally: { changes: number; pictures: number; tables: number }
}

/** Longer paragraphs are text, whatever the outline level of their style. */
const LONGEST_HEADING = 300

/** Signs by which old Word files end paragraphs, cells and pages ([MS-DOC] 2.4.1). */
const PARAGRAPH = '\r'
const CELL = '\u0007'
const PAGE = '\f'

/** Reads a part of an old Word file's text, its body, a note or a head, into blocks in reading order. */
export class DocStoryReader {
  readonly blocks: Block[] = []
  private readonly text: TextCollector
  private readonly fields = new FieldStack()
  private before: Break = 'none'
  private row = 0
  private column = 0
  private table = -1
  private cell: Block['cell']
  private paragraph: DocParagraph = NO_DOC_PARAGRAPH
  private label: { readonly text: string; readonly depth: number } | null = null
  private counted = false
  private changing: CharacterLook['change'] = null

  constructor(
    private readonly context: DocContext,
    private readonly kind: 'body' | 'note' | 'head',
  ) {
    this.text = new TextCollector(context.removed, new Map())
  }

  /** Reads the characters `from` to `to` of the text. */
  read(from: number, to: number): readonly Block[] {
    const { text } = this.context.file
    const ends = /[\r\u0007\f]/gu
    let start = from
    while (start < to) {
      ends.lastIndex = start
      const end = Math.min(ends.exec(text)?.index ?? to, to)
      this.readParagraph(start, end, end < to ? text.charAt(end) : PARAGRAPH)
      start = end + 1
    }
    this.flush('paragraph')
    this.text.end()
    return this.blocks
  }

  private readParagraph(from: number, to: number, end: string): void {
    const run = runAt(this.context.paragraphs, to)
    const style = this.context.styles(run?.style ?? 0)
    this.paragraph =
      run === null
        ? style.paragraph
        : readDocParagraph(run.properties.view, run.properties.from, run.properties.to, style.paragraph)
    this.counted = false
    this.label = null
    this.enterTable()
    if (this.paragraph.newPage === true) this.before = 'page'
    let at = from
    let goesOn = false
    for (const [start, stop, look] of characterStretches(
      this.context.characters,
      this.context.styles,
      from,
      to + 1,
      style.look,
    )) {
      if (stop > to) goesOn = this.leftKind(look) !== null && end === PARAGRAPH
      at = Math.min(stop, to)
      if (start < at) this.stretch(start, at, look)
    }
    // A paragraph whose mark is deleted goes on in the next one.
    if (!goesOn) this.flush(end === PAGE ? 'page' : 'paragraph')
    this.text.end()
    this.fields.endParagraph()
    if (end === CELL) this.endCell()
  }

  private enterTable(): void {
    const { inTable } = this.paragraph
    if (!inTable || this.kind === 'head') {
      this.cell = undefined
      return
    }
    if (this.cell === undefined) {
      this.table = this.context.tally.tables
      this.context.tally.tables += 1
      this.row = 0
      this.column = 0
    }
    this.cell = { table: this.table, row: this.row, column: this.column }
  }

  private endCell(): void {
    if (this.paragraph.endsRow) {
      this.row += 1
      this.column = 0
    } else this.column += 1
  }

  /** Why a stretch is not in the state that is read; null where it is. */
  private leftKind(look: CharacterLook): Dropped | null {
    if (look.change === 'deleted' && this.context.state === 'accepted') return 'deleted'
    if (look.change === 'inserted' && this.context.state === 'original') return 'hidden'
    return look.hidden === true ? 'hidden' : null
  }

  private stretch(from: number, to: number, look: CharacterLook): void {
    if (look.change !== null && look.change !== this.changing) this.context.tally.changes += 1
    this.changing = look.change
    const left = this.leftKind(look)
    const act = () => this.characters(from, to, look)
    if (left === null) act()
    else this.text.dropping(left, act)
  }

  private characters(from: number, to: number, look: CharacterLook): void {
    const words = this.context.file.text.slice(from, to)
    const style = {
      italic: (look.complex ? look.italicComplex : look.italic) === true,
      raised: look.raised === true,
      language: null,
    }
    const write = (text: string) => {
      if (this.fields.shown) this.text.write(text, style)
    }
    if (look.symbol !== null)
      return write(readSymbolFont('Symbol', look.symbol.toString(16).padStart(4, '0')))
    let at = 0
    for (const part of words.split(/([\u0000-\u001F])/u)) {
      const mark =
        part === '' || this.kind === 'note' ? null : this.context.markAt(from + at, words.slice(at))
      at += part.length
      if (mark !== null && !this.text.drops) {
        this.text.mark(mark)
        // A mark of its own is all that its stretch holds.
        if (part !== '\u0002') return
      } else if (part.length !== 1 || part > '\u001F') write(part)
      else this.sign(part, write)
    }
  }

  private sign(sign: string, write: (text: string) => void): void {
    const shown = this.fields.shown
    if (sign === '\u0013') this.fields.begin()
    else if (sign === '\u0014') this.fields.separate()
    else if (sign === '\u0015') this.fields.end()
    else if (sign === '\t' && shown) this.text.tab()
    else if (sign === '\u001E') write('\u2011')
    else if (sign === '\u0001' && shown) this.context.tally.pictures += 1
    else if ((sign === '\u000B' || sign === '\u000E') && shown && !this.text.drops) this.breakLine()
  }

  private breakLine(): void {
    if (this.shape('').shape !== 'paragraph' || this.kind === 'note') this.text.joinLine()
    else this.flush('line')
  }

  private shape(text: string): { readonly shape: BlockShape; readonly level: number } {
    if (this.cell !== undefined) return { shape: 'cell', level: 0 }
    const { outline } = this.paragraph
    if (outline !== null && outline <= 5 && text.length <= LONGEST_HEADING)
      return { shape: 'heading', level: outline + 1 }
    return { shape: 'paragraph', level: 0 }
  }

  private count(): void {
    if (this.counted) return
    this.counted = true
    const { list, depth, endsRow } = this.paragraph
    if (list === null || list <= 0 || endsRow) return
    const next = this.context.lists.next(String(list), depth ?? 0)
    if (next !== null) this.label = { text: next.label, depth: next.level }
  }

  /** Ends the block that is being built, if it holds anything; what comes next stands apart by `next`. */
  private flush(next: Break): void {
    const built = this.text.take()
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
}
