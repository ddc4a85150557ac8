import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import type { Block, BlockShape, Break, Language, PlainDocument, Removed } from '../model'
import { InlineBuilder } from './inline-builder'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

const DROPPED = new Set([
  'script',
  'style',
  'nav',
  'noscript',
  'template',
  'svg',
  'iframe',
  'object',
  'form',
  'button',
])
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
const ITALIC = new Set(['em', 'i', 'cite', 'dfn', 'var'])
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
/** `<ol type>`: letters are what a second list level has, Roman figures a third, whatever the depth in the file. */
const TYPE_LEVELS: Readonly<Record<string, number>> = { '1': 1, a: 2, A: 2, i: 3, I: 3 }

interface Frame {
  readonly shape: BlockShape
  readonly level: number
}

interface List {
  readonly ordered: boolean
  readonly level: number
  readonly notes: boolean
  next: number
}

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((each) => each.name === name)?.value ?? null
}

function isElement(node: Node): node is Element {
  return 'tagName' in node
}

function textOf(node: Node): string {
  const parts: string[] = []
  const stack: Node[] = [node]
  for (let current = stack.pop(); current !== undefined; current = stack.pop()) {
    if (current.nodeName === '#text' && 'value' in current) parts.push(current.value)
    if ('childNodes' in current) stack.push(...[...current.childNodes].reverse())
  }
  return parts.join('')
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

  walk(root: Node): void {
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
    for (const part of value.split(/([ \t\n\r\f]+)/u)) {
      if (part === '') continue
      if (/^[ \t\n\r\f]+$/u.test(part)) this.space = this.builder.length > 0
      else {
        if (this.space) this.builder.write(' ')
        this.space = false
        this.builder.write(part)
      }
    }
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
    if (DROPPED.has(tag)) return null
    if (tag === 'head') {
      const title = textOf(element.childNodes.find((node) => node.nodeName === 'title') ?? element)
      if (title.trim() !== '') this.removed.push({ kind: 'file-head', text: title.trim() })
      return null
    }
    if (tag === 'br' || tag === 'hr') {
      this.flush(tag === 'br' ? 'line' : 'paragraph')
      return null
    }
    if (INLINE.has(tag)) return this.enterInline(element)
    this.flush('paragraph')
    const list = this.enterList(element)
    const heading = HEADINGS.has(tag)
    const cell = tag === 'td' || tag === 'th'
    const frame: Frame = heading
      ? { shape: 'heading', level: Number(tag.slice(1)) }
      : cell
        ? { shape: 'cell', level: 0 }
        : tag === 'li'
          ? {
              shape: list?.notes === true ? 'paragraph' : 'item',
              level: list?.notes === true ? 0 : (list?.level ?? 1),
            }
          : (this.frames.at(-1) ?? { shape: 'paragraph', level: 0 })
    this.frames.push(frame)
    return () => {
      this.flush('paragraph')
      this.frames.pop()
      if (tag === 'li') this.ordinal = this.noteMark = null
      if (tag === 'ol' || tag === 'ul') this.lists.pop()
      if (this.isNotes(element)) this.notes -= 1
    }
  }

  private isNotes(element: Element): boolean {
    const signs = `${attribute(element, 'class') ?? ''} ${attribute(element, 'role') ?? ''} ${attribute(element, 'id') ?? ''}`
    return element.tagName !== 'li' && /(?:^|\s)(?:footnotes|endnotes|doc-endnotes)(?:\s|$)/u.test(signs)
  }

  private enterList(element: Element): List | null {
    if (this.isNotes(element)) this.notes += 1
    const tag = element.tagName
    if (tag === 'ol' || tag === 'ul') {
      const depth = this.lists.filter((each) => each.ordered || tag === 'ul').length + 1
      const start = Number.parseInt(attribute(element, 'start') ?? '1', 10)
      this.lists.push({
        ordered: tag === 'ol',
        level: Math.max(depth, TYPE_LEVELS[attribute(element, 'type') ?? ''] ?? 1),
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

  private enterInline(element: Element): (() => void) | null {
    const tag = element.tagName
    if (tag === 'sup') {
      const inner = textOf(element).trim()
      const mark = /^[[(]?(\d{1,3}|\*{1,3})[\])]?$/u.exec(inner)?.[1]
      const unit = /(?<!\p{L})[kcdhm]?m$/u.test(this.builder.tail) && /^[23]$/u.test(inner)
      if (mark !== undefined && !unit) {
        if (this.space) this.builder.write(' ')
        this.space = false
        this.builder.mark(mark)
        return null
      }
    }
    if (tag === 'a' && this.notes > 0 && /^[↩↑^\s\uFE0E]*$/u.test(textOf(element))) return null
    const italic =
      ITALIC.has(tag) || /font-style\s*:\s*(?:italic|oblique)/iu.test(attribute(element, 'style') ?? '')
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
 * Reads HTML: a block for each paragraph, heading, list item and table cell, a further one after each line break. Never throws; scripts,
 * styles, navigation and forms are left out, and the title in the file's head is kept as removed text.
 */
export function readHtml(text: string): PlainDocument {
  const root = parse(text)
  const walker = new HtmlWalker()
  walker.walk(root)
  return { format: 'html', blocks: walker.blocks, removed: walker.removed, language: declaredLanguage(root) }
}
