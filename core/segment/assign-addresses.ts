import type { Paragraph, ParagraphKind } from '../model'
import type { Label } from '../text/read-label'
import { closingSize, type Item } from './closing-size'
import { ending, opensParagraph } from './ending'
import type { Layout } from './find-layout'
import { countsOn } from './find-report'
import { headsSection, isListLabel, isSection, isTitleBelow } from './is-section'
import { nestLabel } from './nest-labels'
import { ParagraphWriter } from './paragraph-writer'
import { cutStart, joinPieces, pieceLabel, type Draft, type Piece } from './piece'
import { readHead } from './read-head'
import { startsOperative } from './starts-operative'
import { SubParagraphs, type Base } from './sub-paragraphs'
import { ORGANS, THEREFORE } from './wording'

type Zone = 'heading' | 'before-enacting' | 'preamble' | 'operative' | 'body'

/** Between two articles a longer line without a mark at its end is a paragraph that lost its point. */
const LONGEST_OVER_ARTICLE = 80

/** Walks the pieces in reading order and gives each its kind, label and address. */
class Assigner {
  private readonly out = new ParagraphWriter()
  private readonly subs = new SubParagraphs(this.out)
  private zone: Zone
  private numberedOperatives: boolean
  /** Numbers of this part of the text count its paragraphs, so that what has none stands under its section. */
  private counted: boolean
  private sections = 0
  private part = ''
  /** The address of the part of a treaty that chapters stand in. */
  private divided = ''

  constructor(
    private readonly draft: Draft,
    private readonly layout: Layout,
    private readonly items: readonly Item[],
  ) {
    const plain = layout.form === 'plain' || layout.form === 'report' || layout.bodyFirst
    this.zone = plain ? 'body' : 'heading'
    this.counted = layout.form === 'report'
    this.numberedOperatives = this.numberedFrom(0)
  }

  run(): Paragraph[] {
    for (let i = 0; i < this.items.length; i += 1) i += this.assign(i)
    for (const note of this.draft.notes) this.out.note(note)
    return this.out.paragraphs
  }

  /** Assigns the piece at `i`; gives how many further ones it took. */
  private assign(i: number): number {
    const item = this.items[i]
    if (item === undefined) return 0
    const { piece, head } = item
    if (i === this.layout.title) return this.title(item)
    const part = this.layout.parts.get(i)
    if (part !== undefined) return this.openPart(part, i)
    if (i === this.layout.start) this.begin()
    // The head of a document may be set as a table; what is one below the title is a table.
    if (i < this.layout.start && (piece.shape !== 'cell' || i < this.layout.title)) this.heading(piece)
    else if (piece.shape === 'cell') this.out.cell(piece)
    else if (head?.type === 'annex') return this.annex(i)
    else if (head?.type === 'protocol' && this.opensProtocol(i)) this.protocol(piece)
    else if (head?.type === 'enacting' && this.layout.form === 'resolution' && this.enacts())
      this.enacting(piece, i)
    else if (head?.type === 'preamble') this.preamble(piece)
    else if (head?.type === 'part' && this.layout.articles) return this.division(i, 'part')
    else if (head?.type === 'chapter') return this.division(i, 'ch')
    else if (head?.type === 'article' && this.believesArticle(item)) return this.article(item, i)
    else if (this.isClosing(i)) return this.closing(i)
    else this.paragraph(i)
    return 0
  }

  /** What the layout says of the text from its start on. */
  private begin(): void {
    if (this.layout.recitals) this.zone = 'before-enacting'
    if (this.layout.form === 'decision') this.zone = 'operative'
  }

  /** Annexes quote resolutions; only the text itself and its parts enact. */
  private enacts(): boolean {
    return this.out.prefix === '' || this.out.prefix === this.part
  }

  private heading(piece: Piece): void {
    this.out.push(piece, 'heading', this.out.next('h'))
  }

  private title({ piece, head }: Item): number {
    const labelled = head?.type === 'title' && head.label !== null
    const text = labelled ? cutStart(piece, head.length) : piece
    this.out.push(text, 'title', this.out.claim('title'), labelled ? head.label : null)
    return 0
  }

  private enacting(piece: Piece, i: number): void {
    const recited = this.zone === 'before-enacting'
    this.out.push(piece, 'enacting', this.out.claim(`${this.out.prefix}enacting`))
    this.zone = recited ? 'operative' : 'preamble'
    this.subs.base = null
    this.numberedOperatives = this.numberedFrom(i)
  }

  /** A part of a resolution: its letter is the address of its heading, and stands before all addresses in it. */
  private openPart(letter: string, i: number): number {
    const size = this.titled(i, 'section', this.out.claim(letter))
    this.out.prefix = `${letter}.`
    this.part = this.out.prefix
    this.subs.restart()
    this.sections = 0
    this.zone = 'heading'
    return size
  }

  /** Pushes a heading with the title on the line below it, if there is one: then its own words are the label. Gives how many pieces that took besides. */
  private titled(i: number, kind: ParagraphKind, address: string): number {
    const { piece } = this.items[i]!
    const next = this.items[i + 1]
    const titled = isTitleBelow(next, this.draft.language)
    if (titled) this.out.push(carryMarks(piece, next.piece), kind, address, piece.text)
    else this.out.push(piece, kind, address)
    return titled ? 1 : 0
  }

  private preamble(piece: Piece): void {
    this.section(piece)
    // The enacting words follow the recitals in the oldest texts, and in treaties there are none.
    if (this.zone === 'heading' || this.zone === 'body') this.zone = 'before-enacting'
  }

  private section(piece: Piece): void {
    this.out.push(piece, 'section', this.out.next('s'))
    this.sections += 1
    this.subs.base = null
  }

  /** A division of a treaty, its title behind its number or on the line below; chapters of a part have its address before theirs. */
  private division(i: number, name: 'part' | 'ch'): number {
    const head = this.items[i]?.head
    const number = head?.number ?? ''
    const inside = name === 'ch' ? this.divided : ''
    const address = this.out.claim(`${this.out.prefix}${inside}${name}${number}`)
    if (name === 'part') this.divided = `part${number}.`
    this.subs.base = null
    this.zone = 'body'
    if (head?.label === null) {
      this.out.push(this.items[i]!.piece, 'section', address)
      return 0
    }
    return this.titled(i, 'section', address)
  }

  /** Another text with articles of its own begins: more articles follow the line. */
  private opensProtocol(i: number): boolean {
    return (
      this.layout.articles &&
      this.items.slice(i + 1).some(({ head }) => head?.type === 'article') &&
      i > this.layout.start
    )
  }

  private protocol(piece: Piece): void {
    const address = this.out.nextOfText('protocol')
    this.out.push(piece, 'annex', address)
    this.open(`${address}.`)
  }

  private annex(i: number): number {
    const address = this.out.nextOfText('annex')
    this.out.push(this.items[i]!.piece, 'annex', address)
    this.open(`${address}.`)
    const end = this.items.findIndex(({ head }, k) => k > i && head?.type === 'annex')
    const own = this.items.slice(i + 1, end < 0 ? undefined : end)
    this.counted =
      !own.some((item) => item.head?.type === 'article' && this.believesArticle(item)) &&
      countsOn(
        own.map(({ piece }) => piece),
        this.draft.language,
        1,
      )
    const [title, after] = own
    if (after === undefined || !isTitleBelow(title, this.draft.language)) return 0
    this.out.push(title.piece, 'annex', this.out.claim(`${address}.title`))
    return 1
  }

  /** What stands behind an annex's or protocol's heading is addressed under it and counts from one. */
  private open(prefix: string): void {
    this.out.prefix = prefix
    this.divided = ''
    this.zone = 'body'
    this.counted = false
    this.subs.restart()
    this.sections = 0
  }

  private believesArticle({ piece, head }: Item): boolean {
    return head !== null && (piece.shape === 'heading' || this.layout.articles)
  }

  /**
   * An article's heading goes to the label of its first paragraph, unless it has a title of its own or stands above figures (`1.`). What an opening
   * announces with a colon counts from one.
   */
  private article({ piece, head }: Item, i: number): number {
    const address = this.out.claim(`${this.out.prefix}art${head?.number ?? ''}`)
    const label = head?.label ?? null
    const rest = cutStart(piece, head?.length ?? 0)
    const base: Base = { address, kind: 'article', numbered: true, listed: false, path: [], used: 0 }
    this.subs.base = base
    this.zone = 'body'
    const next = this.items[i + 1]
    if (rest.text !== '') {
      this.out.push(rest, 'article', address, label)
      if (ending(rest.text) === 'full' && piece.shape !== 'heading') base.used = 1
      return 0
    }
    if (this.layout.titledArticles && isTitleBelow(next, this.draft.language)) {
      this.out.push(carryMarks(piece, next.piece), 'article', address, label)
      return 1
    }
    const follows =
      next !== undefined &&
      next.piece.shape !== 'heading' &&
      next.piece.shape !== 'cell' &&
      !['article', 'part', 'chapter', 'annex', 'protocol', 'meeting', 'preamble'].includes(
        next.head?.type ?? '',
      )
    const number = follows ? pieceLabel(next.piece, this.draft.language) : null
    if (!follows || (number !== null && !runsIn(piece, number))) {
      this.out.push(piece, 'article', address)
      return 0
    }
    const text = cutStart(next.piece, number?.length ?? 0)
    this.out.push(
      carryMarks(piece, text),
      'article',
      address,
      number === null ? label : `${label ?? ''} ${number.label}`,
    )
    if (number !== null) base.path = nestLabel([], number)
    base.used = number === null && /[:：]$/u.test(text.text) ? 0 : 1
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
    this.out.push(joinPieces(parts, ' '), 'closing', this.out.claim(`${this.out.prefix}closing`))
    this.subs.base = null
    this.zone = 'body'
    return size - 1
  }

  /** Whether operative paragraphs carry numbers, so that the first number ends the preamble. */
  private numberedFrom(from: number): boolean {
    for (let i = from; i < this.items.length; i += 1) {
      const item = this.items[i]
      if (item === undefined || ['annex', 'article', 'part', 'chapter'].includes(item.head?.type ?? ''))
        return false
      if (i > from && (item.head?.type === 'enacting' || this.layout.parts.has(i))) return false
      const label = pieceLabel(item.piece, this.draft.language)
      if (i >= this.layout.start && label?.style === 'number' && label.ordinal <= 2) return true
    }
    return false
  }

  private paragraph(i: number): void {
    const piece = this.items[i]?.piece
    if (piece === undefined) return
    if (piece.shape === 'heading') return this.section(piece)
    const label = this.subs.believed(pieceLabel(piece, this.draft.language))
    if (this.zone === 'heading') return this.heading(piece)
    if (this.zone === 'before-enacting') return this.recital(piece, label, i)
    if (this.zone === 'preamble' && this.endsPreamble(piece, label, i)) this.zone = 'operative'
    if (this.zone === 'preamble') {
      const section = this.numberedOperatives && isSection(piece, label)
      if (section && !opensParagraph(piece.text, this.draft.language)) return this.section(piece)
      return this.preambular(piece, label)
    }
    if (this.zone === 'operative' && this.endsOperatives(piece, i)) this.zone = 'body'
    if (this.zone === 'operative') return this.operative(piece, label)
    return this.body(piece, label, i)
  }

  private recital(piece: Piece, label: Label | null, i: number): void {
    // Where the enacting words stand inside the paragraph that decides, as in Chinese, it stays one operative paragraph.
    const next = this.items[i + 1]?.head?.type
    const last = next === undefined || next === 'article' || next === 'part' || next === 'chapter'
    if (last && THEREFORE.test(piece.text) && namesOrgan(piece.text.slice(0, 60))) {
      this.zone = 'operative'
      this.subs.base = null
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
    if (label !== null && this.subs.base?.kind === 'preambular' && label.style !== 'number')
      return this.subs.nest(piece, label)
    this.subs.open(piece, label, { address: this.out.next('pp'), kind: 'preambular' })
  }

  private operative(piece: Piece, label: Label | null): void {
    if (label?.style === 'number' && this.subs.isOwnNumber(label))
      return this.subs.openNumbered(piece, label, 'op', 'operative')
    if (
      headsSection(piece, label, { counted: this.counted, next: this.subs.lastNumber + 1 }) &&
      !this.decides(piece)
    )
      return this.section(piece)
    if (label !== null && isListLabel(label) && this.subs.base !== null) return this.subs.nest(piece, label)
    if (this.subs.base !== null && this.numberedOperatives) return this.subs.follow(piece, label)
    this.subs.open(piece, label, { address: this.out.next('op'), kind: 'operative' })
  }

  /** Text outside the list of the last operative paragraphs is no part of them. */
  private endsOperatives(piece: Piece, i: number): boolean {
    if (this.subs.base?.listed !== true || piece.shape !== 'paragraph') return false
    const ends = !this.items
      .slice(i)
      .some((item) => pieceLabel(item.piece, this.draft.language)?.ordinal === this.subs.lastNumber + 1)
    if (ends) this.subs.base = null
    return ends
  }

  /** Short unnumbered decisions without a mark at their end stand in the oldest texts. */
  private decides(piece: Piece): boolean {
    return !this.numberedOperatives && opensParagraph(piece.text, this.draft.language)
  }

  private body(piece: Piece, label: Label | null, i: number): void {
    if (this.subs.base?.kind !== 'article' && this.counted) return this.reported(piece, label)
    const next = this.items[i + 1]?.head?.type
    const above = next === 'article' || next === 'part' || next === 'chapter'
    const short = this.subs.base?.kind !== 'article' || piece.text.length <= LONGEST_OVER_ARTICLE
    if (isSection(piece, label) && (label !== null || (above && short))) return this.section(piece)
    if (this.subs.base?.kind === 'article') {
      if (label !== null && isListLabel(label)) return this.subs.nest(piece, label)
      return this.subs.follow(piece, label)
    }
    if (label !== null && label.style !== 'number' && isListLabel(label) && this.subs.base !== null)
      return this.subs.nest(piece, label)
    this.subs.open(piece, label, { address: this.out.next('p'), kind: 'body' })
  }

  /** A paragraph among numbered ones: addressed by its printed number, or, where it has none, under the number or the section before it. */
  private reported(piece: Piece, label: Label | null): void {
    if (headsSection(piece, label, { counted: this.counted, next: this.subs.lastNumber + 1 }))
      return this.section(piece)
    if (label?.style === 'number' && this.subs.isOwnNumber(label))
      return this.subs.openNumbered(piece, label, 'p', 'body')
    if (label !== null && isListLabel(label) && this.subs.base !== null) return this.subs.nest(piece, label)
    if (this.subs.base !== null && this.subs.base.address.startsWith(`${this.out.prefix}p`))
      return this.subs.follow(piece, label)
    this.subs.open(piece, label, { address: this.out.next(`s${this.sections}.`), kind: 'body' })
  }
}

/** Footnote marks of a heading that becomes a label stand before the words that it is the label of. */
function carryMarks(heading: Piece, piece: Piece): Piece {
  if (heading.marks.length === 0) return piece
  return { ...piece, marks: [...heading.marks.map(({ mark }) => ({ at: 0, mark })), ...piece.marks] }
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

/** Gives every piece its kind, label and address, in reading order, footnotes after the text. */
export function assignAddresses(draft: Draft, layout: Layout): Paragraph[] {
  const items = draft.pieces.map((piece) => ({ piece, head: readHead(piece.text) }))
  return new Assigner(draft, layout, items).run()
}
