import type { Paragraph, ParagraphKind } from '../model'
import type { Label } from '../text/read-label'
import { Addresses } from './addresses'
import { cutStart, type Piece } from './piece'

/** Collects the paragraphs of one version in reading order; `prefix` stands before the addresses of an annex, a protocol or a part. */
export class ParagraphWriter {
  readonly paragraphs: Paragraph[] = []
  prefix = ''
  private readonly addresses = new Addresses()
  private table = -1
  private tableAddress = ''
  private row = -1
  private rows = 0

  /** The next address of a counted kind under the prefix: `pp1`, `annex1.s2`. */
  next(name: string): string {
    return this.addresses.next(this.prefix, name)
  }

  /** The next address of a counted kind of the whole text: `annex2`. */
  nextOfText(name: string): string {
    return this.addresses.next('', name)
  }

  /** An address, with `-2`, `-3`, … where it is taken. */
  claim(address: string): string {
    return this.addresses.claim(address)
  }

  /** Adds a piece as it is. */
  push(piece: Piece, kind: ParagraphKind, address: string, label: string | null = null): void {
    const { text, marks, italics } = piece
    this.paragraphs.push({
      address,
      kind,
      label,
      text,
      marks: marks.map(({ at, mark }) => ({ at, mark, note: null })),
      italics,
    })
  }

  /** Adds a piece without the label that it begins with. */
  pushLabelled(piece: Piece, kind: ParagraphKind, address: string, label: Label | null): void {
    this.push(label === null ? piece : cutStart(piece, label.length), kind, address, label?.label ?? null)
  }

  /** Adds a cell: its address counts tables, rows that hold a text and columns from one, `t1.r2.c3`, so that an empty row, which no printed page shows, moves none; a second paragraph in a cell is `.2`. */
  cell(piece: Piece): void {
    const { cell } = piece
    if (cell === undefined) return this.push(piece, 'table', this.next('t'))
    if (cell.table !== this.table) {
      this.tableAddress = this.next('t')
      this.row = -1
      this.rows = 0
    }
    if (cell.row !== this.row) this.rows += 1
    this.table = cell.table
    this.row = cell.row
    const address = `${this.tableAddress}.r${this.rows}.c${cell.column + 1}`
    const again = this.addresses.has(address)
    this.push(piece, 'table', again ? this.addresses.follow(address) : this.addresses.claim(address))
  }

  /** Adds a footnote, whose first mark is its own. */
  note(piece: Piece): void {
    const [mark, ...others] = piece.marks
    const printed = mark?.mark ?? ''
    const address = /^\d+$/u.test(printed) ? this.claim(`fn${printed}`) : this.nextOfText('fn')
    this.push({ ...piece, marks: others }, 'footnote', address, printed === '' ? null : printed)
  }
}
