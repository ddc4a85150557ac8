import type { Paragraph, ParagraphKind } from '../model'
import type { Label } from '../text/read-label'
import { Addresses } from './addresses'
import { closingSize, type Item } from './closing-size'
import { ending, opensParagraph } from './ending'
import type { Layout } from './find-layout'
import { countsOn } from './find-report'
import { isListLabel, isSection, LONGEST_SECTION } from './is-section'
import { nestLabel, pathAddress, type ListPath } from './nest-labels'
import { cutStart, isHanLabel, isTitleLine, joinPieces, pieceLabel, type Draft, type Piece } from './piece'
import { readHead } from './read-head'
import { startsOperative } from './starts-operative'
import { ORGANS, THEREFORE } from './wording'

type Zone = 'heading' | 'before-enacting' | 'preamble' | 'operative' | 'body'

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

/** How the numbers of paragraphs look: sub-paragraphs are numbered otherwise. */
interface NumberLook {
  readonly shape: Label['shape']
  readonly script: 'han' | 'western' | 'other'
}

function lookOf(label: Label): NumberLook {
  const script = isHanLabel(label) ? 'han' : /[0-9]/u.test(label.label) ? 'western' : 'other'
  return { shape: label.shape, script }
}

/** Between two articles a longer line without a mark at its end is a paragraph that lost its point. */
const LONGEST_OVER_ARTICLE = 80

/** Walks the pieces in reading order and gives each its kind, label and address. */
class Assigner {
  private readonly paragraphs: Paragraph[] = []
  private readonly addresses = new Addresses()
  private zone: Zone
  private prefix = ''
  private base: Base | null = null
  /** The last printed number of an operative paragraph, or of a report's. */
  private lastNumber = 0
  private look: NumberLook | null = null
  private numberedOperatives: boolean
  /** Numbers of this part of the text count its paragraphs, so that what has none stands under its section. */
  private counted: boolean
  private sections = 0
  private part = ''
  /** The address of the part of a treaty that chapters stand in. */
  private divided = ''
  private table = -1
  private tableAddress = ''

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
    for (const note of this.draft.notes) this.note(note)
    return this.paragraphs
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
    else if (piece.shape === 'cell') this.cell(piece)
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
    return this.prefix === '' || this.prefix === this.part
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
    this.push(piece, 'enacting', this.addresses.claim(`${this.prefix}enacting`))
    this.zone = recited ? 'operative' : 'preamble'
    this.base = null
    this.numberedOperatives = this.numberedFrom(i)
  }

  /** A part of a resolution: its letter is the address of its heading, and stands before all addresses in it. */
  private openPart(letter: string, i: number): number {
    const size = this.titled(i, 'section', this.addresses.claim(letter))
    this.prefix = `${letter}.`
    this.part = this.prefix
    this.restart()
    this.zone = 'heading'
    return size
  }

  /** Numbers count from one again. */
  private restart(): void {
    this.base = null
    this.lastNumber = 0
    this.look = null
    this.sections = 0
  }

  /** Pushes a heading with the title on the line below it, if there is one: then its own words are the label. Gives how many pieces that took besides. */
  private titled(i: number, kind: ParagraphKind, address: string): number {
    const { piece } = this.items[i]!
    const next = this.items[i + 1]
    const has =
      next !== undefined &&
      next.head === null &&
      next.piece.shape !== 'cell' &&
      isTitleLine(next.piece) &&
      next.piece.text.length <= LONGEST_SECTION &&
      pieceLabel(next.piece, this.draft.language) === null
    if (has) this.push(next.piece, kind, address, piece.text)
    else this.push(piece, kind, address)
    return has ? 1 : 0
  }

  /** A cell's address counts tables, rows and columns from one; a second paragraph in a cell is `.2`. */
  private cell(piece: Piece): void {
    const { cell } = piece
    if (cell === undefined) return this.push(piece, 'table', this.addresses.next(this.prefix, 't'))
    if (cell.table !== this.table) this.tableAddress = this.addresses.next(this.prefix, 't')
    this.table = cell.table
    const address = `${this.tableAddress}.r${cell.row + 1}.c${cell.column + 1}`
    const again = this.addresses.has(address)
    this.push(piece, 'table', again ? this.addresses.follow(address) : this.addresses.claim(address))
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
    if (address === null) this.sections += 1
    this.base = null
    if (address !== null) this.zone = 'body'
  }

  /** A division of a treaty, its title behind its number or on the line below; chapters of a part have its address before theirs. */
  private division(i: number, name: 'part' | 'ch'): number {
    const head = this.items[i]?.head
    const number = head?.number ?? ''
    const inside = name === 'ch' ? this.divided : ''
    const address = this.addresses.claim(`${this.prefix}${inside}${name}${number}`)
    if (name === 'part') this.divided = `part${number}.`
    this.base = null
    this.zone = 'body'
    if (head?.label === null) {
      this.push(this.items[i]!.piece, 'section', address)
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
    const address = this.addresses.next('', 'protocol')
    this.push(piece, 'annex', address)
    this.open(`${address}.`)
  }

  private annex(i: number): number {
    const address = this.addresses.next('', 'annex')
    this.push(this.items[i]!.piece, 'annex', address)
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
    const labelled = title !== undefined && pieceLabel(title.piece, this.draft.language) !== null
    if (after === undefined || labelled || title?.head !== null || !isTitleLine(title.piece)) return 0
    if (title.piece.shape === 'cell' || title.piece.text.length > LONGEST_SECTION) return 0
    this.push(title.piece, 'annex', this.addresses.claim(`${address}.title`))
    return 1
  }

  /** What stands behind an annex's or protocol's heading is addressed under it and counts from one. */
  private open(prefix: string): void {
    this.prefix = prefix
    this.divided = ''
    this.zone = 'body'
    this.counted = false
    this.restart()
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
    if (this.layout.titledArticles && isArticleTitle(next, this.draft.language)) {
      this.push(next!.piece, 'article', address, label)
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
    this.push(joinPieces(parts, ' '), 'closing', this.addresses.claim(`${this.prefix}closing`))
    this.base = null
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
    if (piece.shape === 'heading') return this.section(piece, null)
    const label = this.believed(pieceLabel(piece, this.draft.language))
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

  /** A letter with a dash, as Arabic lists have it, is a label only where it begins a list or goes on with one: a lone one is a misprint that the other languages do not have. */
  private believed(label: Label | null): Label | null {
    if (label === null || label.shape !== 'dash' || label.style !== 'letter' || label.ordinal === 1)
      return label
    const before = this.base?.path.some(
      ({ shape, ordinal }) => shape === 'dash' && ordinal === label.ordinal - 1,
    )
    return before === true ? label : null
  }

  private recital(piece: Piece, label: Label | null, i: number): void {
    // Where the enacting words stand inside the paragraph that decides, as in Chinese, it stays one operative paragraph.
    const next = this.items[i + 1]?.head?.type
    const last = next === undefined || next === 'article' || next === 'part' || next === 'chapter'
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
      this.lastNumber = label.ordinal
      this.look ??= lookOf(label)
      return
    }
    if (this.headsSection(piece, label) && !this.decides(piece)) return this.section(piece, null)
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
      .some((item) => pieceLabel(item.piece, this.draft.language)?.ordinal === this.lastNumber + 1)
    if (ends) this.base = null
    return ends
  }

  /** Short unnumbered decisions without a mark at their end stand in the oldest texts. */
  private decides(piece: Piece): boolean {
    return !this.numberedOperatives && opensParagraph(piece.text, this.draft.language)
  }

  /** A number in brackets, or of another look than the paragraphs have, counts the sub-paragraphs of a numbered paragraph. */
  private isOwnNumber(label: Label): boolean {
    if (this.base === null || this.lastNumber === 0 || this.look === null) return true
    const { shape, script } = lookOf(label)
    if (script !== this.look.script) return false
    const goesOn = (level: ListPath[number]) =>
      level.style === 'number' && level.shape === shape && level.ordinal === label.ordinal - 1
    if (shape !== this.look.shape && this.base.path.some(goesOn)) return false
    return shape === 'point' || shape === 'dash' || label.ordinal === this.lastNumber + 1
  }

  /** A section's heading; 一、 heads one where paragraphs are numbered in figures. */
  private headsSection(piece: Piece, label: Label | null): boolean {
    if (isSection(piece, label)) return true
    if (label === null || label.style !== 'number' || piece.text.length > LONGEST_SECTION) return false
    if (ending(piece.text) !== 'open') return false
    return isHanLabel(label) ? label.shape === 'point' : this.counted && label.ordinal !== this.lastNumber + 1
  }

  private body(piece: Piece, label: Label | null, i: number): void {
    if (this.base?.kind !== 'article' && this.counted) return this.reported(piece, label)
    const next = this.items[i + 1]?.head?.type
    const above = next === 'article' || next === 'part' || next === 'chapter'
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

  /** A paragraph among numbered ones: addressed by its printed number, or, where it has none, under the number or the section before it. */
  private reported(piece: Piece, label: Label | null): void {
    if (this.headsSection(piece, label)) return this.section(piece, null)
    if (label?.style === 'number' && this.isOwnNumber(label)) {
      const address = this.addresses.claim(`${this.prefix}p${label.ordinal}`)
      this.pushLabelled(piece, 'body', address, label)
      this.base = { address, kind: 'body', numbered: false, path: [], used: 1 }
      this.lastNumber = label.ordinal
      this.look ??= lookOf(label)
      return
    }
    if (label !== null && isListLabel(label) && this.base !== null) return this.nested(piece, label)
    if (this.base !== null && this.base.address.startsWith(`${this.prefix}p`))
      return this.continuation(piece, label)
    const address = this.addresses.next(this.prefix, `s${this.sections}.`)
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

function isArticleTitle(next: Item | undefined, language: string): boolean {
  if (next === undefined || next.head !== null || next.piece.shape === 'cell') return false
  return (
    isTitleLine(next.piece) &&
    next.piece.text.length <= LONGEST_SECTION &&
    pieceLabel(next.piece, language) === null
  )
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
