import type { Paragraph, ParagraphKind } from '../model'
import { readLabel, type Label } from '../text/read-label'
import { Addresses } from './addresses'
import { beginning, ending, opensParagraph } from './ending'
import type { Layout } from './find-layout'
import { nestLabel, pathAddress, type ListPath } from './nest-labels'
import { cutStart, joinPieces, pieceLabel, type Draft, type Piece } from './piece'
import { readHead, readMeeting, type Head } from './read-head'
import { isDateLine } from './read-heading'
import { startsOperative } from './starts-operative'
import { ORGANS, THEREFORE } from './wording'

type Zone = 'heading' | 'before-enacting' | 'preamble' | 'operative' | 'body'

interface Item {
  readonly piece: Piece
  readonly head: Head | null
}

/** A numbered paragraph, article or the like under which sub-paragraphs stand. */
interface Base {
  readonly address: string
  readonly kind: ParagraphKind
  readonly numbered: boolean
  /** The format sets it as an item of a list, so that what stands outside the list is no part of it. */
  readonly listed?: boolean
  path: ListPath
  /** The highest plain number below it: an article's first paragraph is its first. */
  used: number
}

/** A section heading without a mark at its end is shorter than this. */
const LONGEST_SECTION = 120

/** Between two articles a longer line without a mark at its end is a paragraph that lost its point. */
const LONGEST_OVER_ARTICLE = 80

/** Walks the pieces in reading order and gives each its kind, label and address. */
class Assigner {
  private readonly paragraphs: Paragraph[] = []
  private readonly addresses = new Addresses()
  private zone: Zone
  private prefix = ''
  private base: Base | null = null
  private lastOperative = 0
  private numberedOperatives: boolean

  constructor(
    private readonly draft: Draft,
    private readonly layout: Layout,
    private readonly items: readonly Item[],
  ) {
    this.zone = layout.form === 'plain' || layout.bodyFirst ? 'body' : 'heading'
    this.numberedOperatives = this.numberedFrom(0)
  }

  run(): Paragraph[] {
    for (let i = 0; i < this.items.length; i += 1) i += this.assign(i)
    for (const note of this.draft.notes) this.note(note)
    return this.paragraphs
  }

  /** Assigns the piece at `i`; gives how many further ones it took. */
  private assign(i: number): number {
    const item = this.items[i]
    if (item === undefined) return 0
    const { piece, head } = item
    if (i === this.layout.title) return this.title(item)
    if (head?.type === 'annex' && piece.shape !== 'cell') return this.annex(piece)
    if (piece.shape === 'cell') this.push(piece, 'table', this.addresses.next(this.prefix, 't'))
    else if (i < this.layout.start) this.heading(piece)
    else if (head?.type === 'enacting' && this.layout.form === 'resolution' && this.prefix === '')
      this.enacting(piece, i)
    else if (head?.type === 'preamble') this.preamble(piece)
    else if (head?.type === 'chapter') this.section(piece, `ch${head.number ?? ''}`)
    else if (head?.type === 'article' && this.believesArticle(item)) return this.article(item, i)
    else if (this.isClosing(i)) return this.closing(i)
    else this.paragraph(i)
    return 0
  }

  private push(piece: Piece, kind: ParagraphKind, address: string, label: string | null = null): void {
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

  /** Pushes a piece without the label that it begins with. */
  private pushLabelled(piece: Piece, kind: ParagraphKind, address: string, label: Label | null): void {
    this.push(label === null ? piece : cutStart(piece, label.length), kind, address, label?.label ?? null)
  }

  private heading(piece: Piece): void {
    this.push(piece, 'heading', this.addresses.next(this.prefix, 'h'))
  }

  private title({ piece, head }: Item): number {
    const labelled = head?.type === 'title' && head.label !== null
    const text = labelled ? cutStart(piece, head.length) : piece
    this.push(text, 'title', this.addresses.claim('title'), labelled ? head.label : null)
    return 0
  }

  private enacting(piece: Piece, i: number): void {
    const recited = this.zone === 'before-enacting'
    this.push(piece, 'enacting', this.addresses.claim('enacting'))
    this.zone = recited ? 'operative' : 'preamble'
    this.base = null
    this.numberedOperatives = this.numberedFrom(i)
  }

  private preamble(piece: Piece): void {
    this.section(piece, null)
    // The enacting words follow the recitals in the oldest texts, and in treaties there are none.
    if (this.zone === 'heading' || this.zone === 'body') this.zone = 'before-enacting'
  }

  private section(piece: Piece, address: string | null): void {
    const given =
      address === null ? this.addresses.next(this.prefix, 's') : this.addresses.claim(this.prefix + address)
    this.push(piece, 'section', given)
    this.base = null
    if (address !== null) this.zone = 'body'
  }

  private annex(piece: Piece): number {
    const address = this.addresses.next('', 'annex')
    this.push(piece, 'annex', address)
    this.prefix = `${address}.`
    this.zone = 'body'
    this.base = null
    return 0
  }

  private note(piece: Piece): void {
    const [mark, ...others] = piece.marks
    const printed = mark?.mark ?? ''
    const address = /^\d+$/u.test(printed)
      ? this.addresses.claim(`fn${printed}`)
      : this.addresses.next('', 'fn')
    this.push({ ...piece, marks: others }, 'footnote', address, printed === '' ? null : printed)
  }

  private believesArticle({ piece, head }: Item): boolean {
    return head !== null && (piece.shape === 'heading' || this.layout.articles)
  }

  /**
   * An article's heading goes to the label of its first paragraph, unless it has a title of its own or stands above figures (`1.`). What an opening
   * announces with a colon counts from one.
   */
  private article({ piece, head }: Item, i: number): number {
    const address = this.addresses.claim(`${this.prefix}art${head?.number ?? ''}`)
    const label = head?.label ?? null
    const rest = cutStart(piece, head?.length ?? 0)
    this.base = { address, kind: 'article', numbered: true, path: [], used: 0 }
    this.zone = 'body'
    const next = this.items[i + 1]
    if (rest.text !== '') {
      this.push(rest, 'article', address, label)
      if (ending(rest.text) === 'full' && piece.shape !== 'heading') this.base.used = 1
      return 0
    }
    const follows =
      next !== undefined &&
      next.piece.shape !== 'heading' &&
      next.piece.shape !== 'cell' &&
      !['article', 'chapter', 'annex', 'meeting', 'preamble'].includes(next.head?.type ?? '')
    const number = follows ? pieceLabel(next.piece, this.draft.language) : null
    if (!follows || (number !== null && !runsIn(piece, number))) {
      this.push(piece, 'article', address)
      return 0
    }
    const text = cutStart(next.piece, number?.length ?? 0)
    this.push(text, 'article', address, number === null ? label : `${label ?? ''} ${number.label}`)
    if (number !== null) this.base.path = nestLabel([], number)
    this.base.used = number === null && /[:：]$/u.test(text.text) ? 0 : 1
    return 1
  }

  private isClosing(i: number): boolean {
    if (this.layout.form !== 'resolution' || (this.zone !== 'operative' && this.zone !== 'preamble'))
      return false
    return closingSize(this.items, i) > 0
  }

  private closing(i: number): number {
    const size = closingSize(this.items, i)
    const parts = this.items.slice(i, i + size).map((item) => item.piece)
    this.push(joinPieces(parts, ' '), 'closing', this.addresses.claim('closing'))
    this.base = null
    this.zone = 'body'
    return size - 1
  }

  /** Whether operative paragraphs carry numbers, so that the first number ends the preamble. */
  private numberedFrom(from: number): boolean {
    for (let i = from; i < this.items.length; i += 1) {
      const item = this.items[i]
      if (item === undefined || ['annex', 'article', 'chapter'].includes(item.head?.type ?? '')) return false
      if (i > from && item.head?.type === 'enacting') return false
      const label = pieceLabel(item.piece, this.draft.language)
      if (i >= this.layout.start && label?.style === 'number' && label.ordinal <= 2) return true
    }
    return false
  }

  private paragraph(i: number): void {
    const piece = this.items[i]?.piece
    if (piece === undefined) return
    if (piece.shape === 'heading') return this.section(piece, null)
    const label = pieceLabel(piece, this.draft.language)
    if (this.zone === 'heading') return this.heading(piece)
    if (this.zone === 'before-enacting') return this.recital(piece, label, i)
    if (this.zone === 'preamble' && this.endsPreamble(piece, label, i)) this.zone = 'operative'
    if (this.zone === 'preamble') {
      const section = this.numberedOperatives && isSection(piece, label)
      if (section && !opensParagraph(piece.text, this.draft.language)) return this.section(piece, null)
      return this.preambular(piece, label)
    }
    if (this.zone === 'operative' && this.endsOperatives(piece, i)) this.zone = 'body'
    if (this.zone === 'operative') return this.operative(piece, label)
    return this.body(piece, label, i)
  }

  private recital(piece: Piece, label: Label | null, i: number): void {
    // Where the enacting words stand inside the paragraph that decides, as in Chinese, it stays one operative paragraph.
    const next = this.items[i + 1]?.head?.type
    const last = next === undefined || next === 'article' || next === 'chapter'
    if (last && THEREFORE.test(piece.text) && namesOrgan(piece.text.slice(0, 60))) {
      this.zone = 'operative'
      this.base = null
      return this.operative(piece, label)
    }
    this.preambular(piece, label)
  }

  private endsPreamble(piece: Piece, label: Label | null, i: number): boolean {
    if (this.numberedOperatives) return label?.style === 'number'
    const previous = this.items[i - 1]
    return previous?.head?.type !== 'enacting' || ending(piece.text) === 'full'
      ? startsOperative(piece, this.draft.language)
      : false
  }

  private preambular(piece: Piece, label: Label | null): void {
    if (label !== null && this.base?.kind === 'preambular' && label.style !== 'number')
      return this.nested(piece, label)
    const address = this.addresses.next(this.prefix, 'pp')
    this.pushLabelled(piece, 'preambular', address, label)
    this.base = { address, kind: 'preambular', numbered: false, path: [], used: 1 }
  }

  private operative(piece: Piece, label: Label | null): void {
    if (label?.style === 'number' && this.isOwnNumber(label)) {
      const address = this.addresses.claim(`${this.prefix}op${label.ordinal}`)
      this.pushLabelled(piece, 'operative', address, label)
      const listed = piece.shape === 'item'
      this.base = { address, kind: 'operative', numbered: false, listed, path: [], used: 1 }
      this.lastOperative = label.ordinal
      return
    }
    if (isSection(piece, label) && !this.decides(piece)) return this.section(piece, null)
    if (label !== null && isListLabel(label) && this.base !== null) return this.nested(piece, label)
    if (this.base !== null && this.numberedOperatives) return this.continuation(piece, label)
    const address = this.addresses.next(this.prefix, 'op')
    this.pushLabelled(piece, 'operative', address, label)
    this.base = { address, kind: 'operative', numbered: false, path: [], used: 1 }
  }

  /** Text outside the list of the last operative paragraphs is no part of them. */
  private endsOperatives(piece: Piece, i: number): boolean {
    if (this.base?.listed !== true || piece.shape !== 'paragraph') return false
    const ends = !this.items
      .slice(i)
      .some((item) => pieceLabel(item.piece, this.draft.language)?.ordinal === this.lastOperative + 1)
    if (ends) this.base = null
    return ends
  }

  /** Short unnumbered decisions without a mark at their end stand in the oldest texts. */
  private decides(piece: Piece): boolean {
    return !this.numberedOperatives && opensParagraph(piece.text, this.draft.language)
  }

  /** A number in brackets below a numbered paragraph counts its sub-paragraphs. */
  private isOwnNumber(label: Label): boolean {
    if (this.base === null || this.lastOperative === 0) return true
    return label.shape === 'point' || label.shape === 'dash' || label.ordinal === this.lastOperative + 1
  }

  private body(piece: Piece, label: Label | null, i: number): void {
    const next = this.items[i + 1]?.head?.type
    const above = next === 'article' || next === 'chapter'
    const short = this.base?.kind !== 'article' || piece.text.length <= LONGEST_OVER_ARTICLE
    if (isSection(piece, label) && (label !== null || (above && short))) return this.section(piece, null)
    if (this.base?.kind === 'article') {
      if (label !== null && isListLabel(label)) return this.nested(piece, label)
      return this.continuation(piece, label)
    }
    if (label !== null && label.style !== 'number' && isListLabel(label) && this.base !== null)
      return this.nested(piece, label)
    const address = this.addresses.next(this.prefix, 'p')
    this.pushLabelled(piece, 'body', address, label)
    this.base = { address, kind: 'body', numbered: false, path: [], used: 1 }
  }

  private nested(piece: Piece, label: Label): void {
    const base = this.base
    if (base === null) return
    base.path = nestLabel(base.path, label)
    const [first] = base.path
    if (base.numbered && first?.style === 'number') base.used = Math.max(base.used, first.ordinal)
    const address = this.addresses.claim(base.address + pathAddress(base.path, base.numbered))
    this.pushLabelled(piece, base.kind, address, label)
  }

  /** A further paragraph without a number under one that has it, or in an article. */
  private continuation(piece: Piece, label: Label | null): void {
    const base = this.base
    if (base === null) return
    base.used += 1
    this.pushLabelled(piece, base.kind, this.addresses.claim(`${base.address}.${base.used}`), label)
  }
}

function namesOrgan(text: string): boolean {
  return ORGANS.some(({ names }) => names.some((name) => text.toLowerCase().includes(name.toLowerCase())))
}

/**
 * Whether a paragraph's number belongs to the line that it begins, below an article's heading: 一、 opens a paragraph where the other languages print no number,
 * or lost it. A heading that the format sets as one stands by itself.
 */
function runsIn(heading: Piece, number: Label): boolean {
  return heading.shape !== 'heading' && number.ordinal === 1 && /^\p{Script=Han}[、．.]$/u.test(number.label)
}

function isListLabel(label: Label): boolean {
  return label.style !== 'capital' && label.style !== 'capital-roman'
}

/** A short line without a mark at its end, in the part of a text whose paragraphs all have one; or one that is lettered in capitals. */
function isSection(piece: Piece, label: Label | null): boolean {
  if (piece.text.length > LONGEST_SECTION || ending(piece.text) !== 'open') {
    return /^(?:[A-Z]|[IVX]{1,5})\.?$/u.test(piece.text)
  }
  if (label !== null) return !isListLabel(label)
  return piece.italics[0]?.from !== 0 && beginning(piece.text) !== 'lower'
}

/** How many pieces from `i` on are the closing line: a meeting and a date, in either order, on one line or two; 0 where it is none. */
function closingSize(items: readonly Item[], i: number): number {
  const item = items[i]
  const next = items[i + 1]
  if (item === undefined || item.piece.text.length > 140) return 0
  const isMeeting = (each: Item | undefined) =>
    each !== undefined &&
    each.piece.text.length < 140 &&
    (each.head?.type === 'meeting' || isItalicMeeting(each.piece))
  const isDate = (each: Item | undefined) => each !== undefined && isDateLine(each.piece.text)
  if (isMeeting(item)) return isDate(next) ? 2 : 1
  return isDate(item) && isMeeting(next) ? 2 : 0
}

function isItalicMeeting(piece: Piece): boolean {
  const whole = piece.italics.reduce((sum, { from, to }) => sum + to - from, 0)
  return (
    whole >= piece.text.length * 0.8 &&
    readMeeting(piece.text) !== null &&
    readLabel(piece.text, 'fr') === null
  )
}

/** Gives every piece its kind, label and address, in reading order, footnotes after the text. */
export function assignAddresses(draft: Draft, layout: Layout): Paragraph[] {
  const items = draft.pieces.map((piece) => ({ piece, head: readHead(piece.text) }))
  return new Assigner(draft, layout, items).run()
}
