import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import type { Block, BlockShape, Break, Language, Notice, NoticeCode, PlainDocument, Removed } from '../model'
import { isExponent } from '../text/footnote-mark'
import { readSymbolLine } from '../text/read-symbol-line'
import { isAround, isHidden, isNoteLink, isNoteList, listLevel, mainSign, noteMark } from './html-rules'
import { InlineBuilder } from './inline-builder'
import { readText } from './read-text'
import { TablePlaces } from './table-places'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** A node of a page's tree: an element has attributes and nodes below it, a text (`#text`) its characters. */
export interface HtmlNode {
  readonly nodeName: string
  readonly attrs?: readonly { readonly name: string; readonly value: string }[]
  readonly childNodes?: readonly HtmlNode[]
  readonly value?: string
}

/** The tree of a page, as a browser would make it of whatever is given. */
export function htmlTree(text: string): HtmlNode {
  return parse(text)
}

/** What is no text, and what stands around it. */
const CODE = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'datalist',
])
const AROUND = new Set(['nav', 'form', 'button', 'select', 'dialog', 'menu'])
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data dfn em font i img ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
const ITALIC = new Set(['em', 'i', 'cite', 'dfn', 'var'])
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** Parts of a page that `header` and `footer` belong to, so that they are not the page's own. */
const PAGE_PARTS = new Set(['header', 'footer', 'aside'])
const SECTIONS = new Set(['main', 'article', 'section', 'blockquote'])

/** Nodes that a footnote's mark is made of, at most: Word wraps it into several. */
const MARK_NODES = 40

/** Share of the page's words that the element that seems to hold the text must have. */
const MAIN_SHARE = 0.3

/** Heads, feet and asides of a page that are looked through. */
const MOST_ASKED = 100

/** An element that holds more of the page's words than this is no part around the text, whatever it is called. */
const TEXT_SHARE = 0.5

/** A cell with more characters than this at the median is laid out for the eye, and holds the text itself. */
const LONGEST_CELL = 600

interface Frame {
  readonly shape: BlockShape
  readonly level: number
  readonly cell?: Block['cell']
}

interface Table {
  readonly index: number
  /** Null for a table that only lays the page out. */
  readonly places: TablePlaces | null
}

interface List {
  readonly ordered: boolean
  /** Ordered lists around it and itself, and lists of either kind. */
  readonly ordereds: number
  readonly all: number
  readonly level: number
  readonly notes: boolean
  next: number
}

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((each) => each.name === name)?.value ?? null
}

function hasAttribute(element: Element, name: string): boolean {
  return element.attrs.some((each) => each.name === name)
}

/** An element's attributes for the rules, which know nothing of the parser. */
function reader(element: Element): (name: string) => string {
  return (name) => attribute(element, name) ?? ''
}

function isElement(node: Node): node is Element {
  return 'tagName' in node
}

/** The text below a node; of more nodes than `most` none, since what is asked for is short. */
function textOf(node: Node, most = Infinity): string {
  const parts: string[] = []
  const stack: Node[] = [node]
  let seen = 0
  for (let current = stack.pop(); current !== undefined; current = stack.pop()) {
    seen += 1
    if (seen > most) return ''
    if (current.nodeName === '#text' && 'value' in current) parts.push(current.value)
    if ('childNodes' in current) stack.push(...[...current.childNodes].reverse())
  }
  return parts.join('')
}

/** Elements below a node, in the order of the file, `node` among them. */
function* elementsBelow(node: Node, skip: (element: Element) => boolean = () => false): Generator<Element> {
  const stack: Node[] = [node]
  for (let current = stack.pop(); current !== undefined; current = stack.pop()) {
    if (isElement(current)) {
      if (current !== node && skip(current)) continue
      yield current
    }
    if ('childNodes' in current)
      for (let i = current.childNodes.length - 1; i >= 0; i -= 1) stack.push(current.childNodes[i]!)
  }
}

function isCode(element: Element): boolean {
  return CODE.has(element.tagName) || element.tagName === 'head'
}

/** The element that holds the page's text: the surest sign that has a good part of its words, and the first of several; null: the whole page. */
function findMain(root: Node): Element | null {
  const found: { readonly element: Element; readonly sign: number }[] = []
  for (const element of elementsBelow(root, isCode)) {
    const sign = mainSign(element.tagName, reader(element))
    if (sign >= 0) found.push({ element, sign })
  }
  if (found.length === 0) return null
  const size = wordsIn(root)
  const best = found
    .slice(0, MOST_SIGNS)
    .sort((a, b) => a.sign - b.sign)
    .find(({ element }) => wordsIn(element) >= size * MAIN_SHARE)
  return best?.element ?? null
}

/** Elements that are tried as the one that holds the text. */
const MOST_SIGNS = 20

/** Characters of an element that are no code and no white space. */
function wordsIn(node: Node): number {
  let size = 0
  const stack: Node[] = [node]
  for (let current = stack.pop(); current !== undefined; current = stack.pop()) {
    if (current.nodeName === '#text' && 'value' in current) size += current.value.trim().length
    if (isElement(current) && isCode(current)) continue
    if ('childNodes' in current) stack.push(...current.childNodes)
  }
  return size
}

/** Characters of a paragraph that no head of a web page has. */
const PROSE = 100

/** Whether a page's `header`, `footer` or `aside` belongs to its text: it has whole paragraphs, or below the text its footnotes. */
function isOfText(element: Element): boolean {
  for (const each of elementsBelow(element)) {
    const read = reader(each)
    if (element.tagName === 'header' && each.tagName === 'p' && textOf(each).trim().length >= PROSE)
      return true
    if (isNoteList(each.tagName, read) || (each.tagName === 'a' && isNoteLink(read('href')))) return true
  }
  return false
}

/** Whether a table only lays the page out: it has one column, holds headings, another table or long texts, says so itself, or is the masthead with the symbol. */
function isLayout(table: Element): boolean {
  if (attribute(table, 'role') === 'presentation') return true
  let widest = 0
  const sizes: number[] = []
  for (const element of elementsBelow(table))
    if (element !== table && (element.tagName === 'table' || HEADINGS.has(element.tagName))) return true
  for (const element of elementsBelow(table)) {
    if (element.tagName === 'tr')
      widest = Math.max(
        widest,
        element.childNodes.filter((node) => node.nodeName === 'td' || node.nodeName === 'th').length,
      )
    if (element.tagName !== 'td' && element.tagName !== 'th') continue
    const text = textOf(element).trim()
    if (text.length < 60 && readSymbolLine(text) !== null) return true
    sizes.push(text.length)
  }
  sizes.sort((a, b) => a - b)
  return widest < 2 || (sizes[sizes.length >> 1] ?? 0) > LONGEST_CELL
}

/** Walks the tree of an HTML file and collects its blocks; the only place that knows the parser's nodes. */
class HtmlWalker {
  readonly blocks: Block[] = []
  readonly removed: Removed[] = []
  private readonly builder = new InlineBuilder()
  private readonly lists: List[] = []
  private readonly frames: Frame[] = [{ shape: 'paragraph', level: 0 }]
  private before: Break = 'none'
  private ordinal: number | null = null
  private noteMark: string | null = null
  private space = false
  private notes = 0
  private sections = 0
  private readonly tables: Table[] = []
  private tableCount = 0
  private readonly counts = new Map<NoticeCode, number>()

  private kept = 0
  private asked = 0

  /** `size` is how many characters the page has (see wordsIn). */
  constructor(
    private readonly main: Element | null,
    private readonly size: number,
  ) {}

  /** What a person should know of what was left out. */
  get notices(): readonly Notice[] {
    return [...this.counts].map(([code, count]) => ({
      code,
      detail: code === 'tracked-changes' ? 'accepted' : '',
      count,
    }))
  }

  private notice(code: NoticeCode): void {
    this.counts.set(code, (this.counts.get(code) ?? 0) + 1)
  }

  private remove(kind: Removed['kind'], element: Element): void {
    const text = textOf(element).replace(/\s+/gu, ' ').trim()
    if (/[\p{L}\p{N}]/u.test(text)) this.removed.push({ kind, text })
  }

  /** Reads the page: all of it, or the element that holds its text, with what is around it as removed. */
  read(root: Node): void {
    if (this.main === null) {
      this.walk(root)
      return
    }
    for (const element of elementsBelow(root))
      if (element.tagName === 'head') this.leaveOut(element, 'head', reader(element))
    let inner: Node = this.main
    const around: Element[] = []
    for (let outer = this.main.parentNode; outer !== null && isElement(outer); outer = outer.parentNode) {
      for (const child of outer.childNodes)
        if (child !== inner && isElement(child) && !isCode(child)) around.push(child)
      inner = outer
    }
    this.walk(this.main)
    for (const element of around) this.remove('navigation', element)
  }

  private walk(root: Node): void {
    // An explicit stack: files exist whose elements are nested deeper than the call stack allows.
    const stack: (Node | (() => void))[] = [root]
    for (let current = stack.pop(); current !== undefined; current = stack.pop()) {
      if (typeof current === 'function') {
        current()
        continue
      }
      if (current.nodeName === '#text' && 'value' in current) this.write(current.value)
      const leave = isElement(current) ? this.enter(current) : () => undefined
      if (leave === null) continue
      stack.push(leave)
      if ('childNodes' in current) {
        for (let i = current.childNodes.length - 1; i >= 0; i -= 1) {
          const child = current.childNodes[i]
          if (child !== undefined) stack.push(child)
        }
      }
    }
    this.flush('paragraph')
  }

  private write(value: string): void {
    // A soft hyphen is where a browser may cut a word, and no letter of it.
    const text = value.replaceAll('\u00AD', '').replace(/[ \t\n\r\f]+/gu, ' ')
    const words = text.slice(text.startsWith(' ') ? 1 : 0, text.endsWith(' ') ? -1 : undefined)
    if (text.startsWith(' ')) this.space = this.builder.length > 0
    if (words === '') return
    if (this.space) this.builder.write(' ')
    this.builder.write(words)
    this.space = text.endsWith(' ')
  }

  /** Ends the block that is being built, if it holds anything; what comes next stands apart by `next`. */
  private flush(next: Break): void {
    const built = this.builder.take()
    this.space = false
    if (built.text !== '' || built.marks.length > 0) {
      const frame = this.frames.at(-1) ?? { shape: 'paragraph', level: 0 }
      const marks = this.noteMark === null ? built.marks : [{ at: 0, mark: this.noteMark }, ...built.marks]
      this.blocks.push({
        ...built,
        marks,
        ...frame,
        before: this.blocks.length === 0 ? 'none' : this.before,
        ordinal: this.ordinal,
      })
      this.ordinal = null
      this.noteMark = null
      this.before = next
    } else if (this.before !== 'page') this.before = next
  }

  /** Enters an element; gives what to do when it is left, or null where its content is not text. */
  private enter(element: Element): (() => void) | null {
    const tag = element.tagName
    const read = reader(element)
    if (this.leaveOut(element, tag, read)) return null
    if (tag === 'br' || tag === 'hr') {
      const page = /page-break-before\s*:\s*always/iu.test(read('style'))
      this.flush(page ? 'page' : tag === 'br' ? 'line' : 'paragraph')
      return null
    }
    if (tag === 'pre') {
      this.preformatted(element)
      return null
    }
    if (INLINE.has(tag) || tag.includes(':')) return this.enterInline(element)
    this.flush('paragraph')
    const list = this.enterList(element)
    const heading = HEADINGS.has(tag)
    const frame: Frame = heading
      ? { shape: 'heading', level: Number(tag.slice(1)) }
      : tag === 'li'
        ? {
            shape: list?.notes === true ? 'paragraph' : 'item',
            level: list?.notes === true ? 0 : (list?.level ?? 1),
          }
        : (this.enterTable(element) ?? this.frames.at(-1) ?? { shape: 'paragraph', level: 0 })
    this.frames.push(frame)
    if (SECTIONS.has(tag)) this.sections += 1
    return () => {
      this.flush('paragraph')
      this.frames.pop()
      if (tag === 'li') this.ordinal = this.noteMark = null
      if (tag === 'ol' || tag === 'ul') this.lists.pop()
      if (tag === 'table') this.tables.pop()
      if (SECTIONS.has(tag)) this.sections -= 1
      if (isNoteList(tag, read)) this.notes -= 1
    }
  }

  /** Whether an element is left out, what it says noted: code, what is hidden or deleted, and what stands around the text. */
  private leaveOut(element: Element, tag: string, read: (name: string) => string): boolean {
    if (tag === 'head') {
      const title = textOf(element.childNodes.find((node) => node.nodeName === 'title') ?? element)
      if (title.trim() !== '') this.removed.push({ kind: 'file-head', text: title.trim() })
      return true
    }
    if (CODE.has(tag)) return true
    if (tag === 'img' || tag === 'picture') {
      this.notice('pictures')
      return true
    }
    if (tag === 'del') {
      this.notice('tracked-changes')
      this.remove('deleted', element)
      return true
    }
    if (/mso-element\s*:\s*comment(?:-list)?\b/iu.test(read('style'))) {
      this.notice('comments')
      this.remove('hidden', element)
      return true
    }
    const hidden = isHidden(read, (name) => hasAttribute(element, name))
    const ofPage = this.sections === 0 && PAGE_PARTS.has(tag) && this.isOfPage(element)
    const around = ofPage || AROUND.has(tag) || isAround(tag, read)
    if (element === this.main || !(hidden || around) || (tag !== 'nav' && this.holdsText(element)))
      return false
    this.remove(hidden ? 'hidden' : 'navigation', element)
    return true
  }

  /** Whether a `header` and its like belongs to the page; so many are asked that no file takes long. */
  private isOfPage(element: Element): boolean {
    this.asked += 1
    return this.asked <= MOST_ASKED && !isOfText(element)
  }

  /** Whether an element that looks as if it stood around the text holds most of it: whole pages stand in one form, or are hidden until a script shows them. */
  private holdsText(element: Element): boolean {
    if (this.kept >= MOST_SIGNS || wordsIn(element) <= this.size * TEXT_SHARE) return false
    this.kept += 1
    return true
  }

  /** Text that is set as it stands in the file: as plain text has it, page furniture and all. */
  private preformatted(element: Element): void {
    this.flush('paragraph')
    const { blocks, removed } = readText(textOf(element))
    blocks.forEach((block, i) => {
      const before = this.blocks.length === 0 ? 'none' : i === 0 ? this.before : block.before
      this.blocks.push({ ...block, before })
    })
    this.removed.push(...removed)
    this.before = 'paragraph'
  }

  /** A table, its row or its cell; gives what the cell's blocks are, or null where the element is none or only lays the page out. */
  private enterTable(element: Element): Frame | null {
    const tag = element.tagName
    if (tag === 'table') {
      const layout = isLayout(element)
      this.tables.push({ index: this.tableCount, places: layout ? null : new TablePlaces() })
      if (!layout) this.tableCount += 1
      return null
    }
    const table = this.tables.at(-1)
    if (table === undefined || table.places === null) return null
    if (tag === 'tr') table.places.nextRow()
    if (tag !== 'td' && tag !== 'th') return null
    const span = (name: string) => Number.parseInt(attribute(element, name) ?? '1', 10) || 1
    const place = table.places.nextCell(span('colspan'), span('rowspan'))
    return { shape: 'cell', level: 0, cell: { table: table.index, ...place } }
  }

  private enterList(element: Element): List | null {
    const tag = element.tagName
    if (isNoteList(tag, reader(element))) this.notes += 1
    if (tag === 'ol' || tag === 'ul') {
      const outer = this.lists.at(-1)
      const ordereds = (outer?.ordereds ?? 0) + (tag === 'ol' ? 1 : 0)
      const all = (outer?.all ?? 0) + 1
      const depth = tag === 'ul' ? all : ordereds
      const start = Number.parseInt(attribute(element, 'start') ?? '1', 10)
      this.lists.push({
        ordered: tag === 'ol',
        ordereds,
        all,
        level: Math.max(depth, listLevel(reader(element))),
        notes: this.notes > 0,
        next: Number.isNaN(start) ? 1 : start,
      })
    }
    const list = this.lists.at(-1) ?? null
    if (tag !== 'li' || list === null) return list
    const value = Number.parseInt(attribute(element, 'value') ?? '', 10)
    const ordinal = Number.isNaN(value) ? list.next : value
    list.next = ordinal + 1
    if (list.notes) this.noteMark = String(ordinal)
    else this.ordinal = list.ordered && ordinal > 0 ? ordinal : null
    return list
  }

  /** A footnote's mark; where a list counts its notes itself, or one is linked twice, it is there already. */
  private markNote(mark: string): void {
    if (this.builder.length > 0 || this.noteMark !== mark) this.builder.mark(mark)
  }

  private enterInline(element: Element): (() => void) | null {
    const tag = element.tagName
    const style = attribute(element, 'style') ?? ''
    if (/mso-list\s*:\s*ignore/iu.test(style)) {
      this.write(
        `${textOf(element)
          .replace(/[\s\u00a0]+/gu, ' ')
          .trim()} `,
      )
      return null
    }
    const linked = tag === 'a' && isNoteLink(attribute(element, 'href') ?? '')
    const raised = tag === 'sup' || /vertical-align\s*:\s*super/iu.test(style)
    if (linked || raised) {
      const mark = noteMark(textOf(element, MARK_NODES))
      const unit = !linked && mark !== null && isExponent(this.builder.tail.slice(-4), mark)
      if (mark !== null && !unit) {
        if (this.space) this.builder.write(' ')
        this.space = false
        this.markNote(mark)
        return null
      }
    }
    if (tag === 'a' && this.notes > 0 && /^[↩↑^\s\uFE0E]*$/u.test(textOf(element, MARK_NODES) || 'a'))
      return null
    const italic = ITALIC.has(tag) || /font-style\s*:\s*(?:italic|oblique)/iu.test(style)
    if (!italic) return () => undefined
    if (this.space) this.builder.write(' ')
    this.space = false
    this.builder.open()
    return () => this.builder.close()
  }
}

function declaredLanguage(root: Node): Language | null {
  if (!('childNodes' in root)) return null
  const html = root.childNodes.find((node) => node.nodeName === 'html')
  const language = html !== undefined && isElement(html) ? attribute(html, 'lang') : null
  return language === null || language.trim() === '' ? null : language.trim()
}

/**
 * Reads HTML: a block for each paragraph, heading, list item and table cell, a further one after each line break. Of a page of a web site only its text: navigation, notices and links to edit are kept as
 * removed text, as is what the page hides or a tracked change deletes. Scripts and styles are left out. Never throws.
 */
export function readHtml(text: string): PlainDocument {
  const root = parse(text)
  const main = findMain(root)
  const walker = new HtmlWalker(main, wordsIn(main ?? root))
  walker.read(root)
  const { blocks, removed, notices } = walker
  return {
    format: 'html',
    blocks,
    removed,
    language: declaredLanguage(root),
    ...(notices.length > 0 && { notices }),
  }
}
