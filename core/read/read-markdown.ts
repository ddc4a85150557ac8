import type { Block, BlockShape, Break, Language, PlainDocument, Removed } from '../model'
import { InlineBuilder } from './inline-builder'
import { isTame, markdownTree, type MarkdownNode } from './markdown-tree'
import { readHtml } from './read-html'
import { readSuperscript } from './read-superscript'
import { readText } from './read-text'
import { splitLines } from './split-lines'
import { takeFurniture } from './take-furniture'

const FRONT_MATTER = /^---[ \t]*\r?\n([^]{0,5000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u
const HAN = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFF60]/u

interface Setting {
  readonly shape: BlockShape
  readonly level: number
  readonly cell?: Block['cell']
  /** Lines of a plain paragraph stay lines, since a hand may have set each for itself; others are joined. */
  readonly lines: boolean
}

const PARAGRAPH: Setting = { shape: 'paragraph', level: 0, lines: true }

/** Walks the tree of a Markdown text and collects its blocks and notes. */
class MarkdownWalker {
  readonly blocks: Block[] = []
  readonly notes: Block[] = []
  readonly removed: Removed[] = []
  private readonly builder = new InlineBuilder()
  private readonly marks = new Map<string, string>()
  private readonly definitions: MarkdownNode[] = []
  private before: Break = 'none'
  private tables = 0
  private out: Block[] = this.blocks

  constructor(private readonly source: string) {}

  walk(root: MarkdownNode): void {
    this.nameNotes(root)
    for (const node of root.children) this.block(node, PARAGRAPH)
    this.out = this.notes
    for (const definition of this.definitions) this.note(definition)
  }

  /** Figures that are footnotes' labels are their marks; with words among them, as Markdown allows, all are counted in the order of the text. */
  private nameNotes(root: MarkdownNode): void {
    const labels: string[] = []
    const stack: MarkdownNode[] = [root]
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      if (node.type === 'footnoteReference' && !labels.includes(node.label)) labels.push(node.label)
      for (let i = node.children.length - 1; i >= 0; i -= 1) stack.push(node.children[i]!)
    }
    const printed = labels.every((label) => /^(?:\d{1,4}|\*{1,3})$/u.test(label))
    labels.forEach((label, k) => this.marks.set(label, printed ? label : String(k + 1)))
  }

  private flush(setting: Setting, next: Break): void {
    const built = this.builder.take()
    if (built.text === '' && built.marks.length === 0) return
    const { shape, level, cell } = setting
    const before = this.out.length === 0 ? 'none' : this.before
    this.out.push({ ...built, shape, level, ordinal: null, before, ...(cell !== undefined && { cell }) })
    this.before = next
  }

  private block(node: MarkdownNode, setting: Setting): void {
    switch (node.type) {
      case 'heading':
        return this.paragraph(node, { shape: 'heading', level: node.number, lines: false })
      case 'paragraph':
        return this.paragraph(node, setting)
      case 'list':
        return this.list(node, setting.shape === 'item' ? setting.level + 1 : 1)
      case 'table':
        return this.table(node)
      case 'code':
        return this.code(node, setting)
      case 'html':
        return this.html(node)
      case 'footnoteDefinition':
        this.definitions.push(node)
        return
      case 'definition':
        this.removed.push({ kind: 'link-target', text: node.value })
        return
      default:
        for (const child of node.children) this.block(child, setting)
    }
  }

  private paragraph(node: MarkdownNode, setting: Setting): void {
    for (const child of node.children) this.inline(child, setting)
    this.flush(setting, 'paragraph')
  }

  /** Items with the labels that the file prints; where it prints one number for all, as Markdown allows, they are counted. */
  private list(node: MarkdownNode, level: number): void {
    const printed = node.children.map(({ from }) =>
      /^(\d{1,9})([.)])/u.exec(this.source.slice(from, from + 12)),
    )
    const numbers = printed.map((label) => Number(label?.[1] ?? 0))
    const rises = numbers.every((number, i) => i === 0 || number > (numbers[i - 1] ?? 0))
    node.children.forEach((item, i) => {
      const number = rises ? numbers[i] : node.number + i
      if (printed[i] !== null && printed[i] !== undefined) this.builder.write(`${number}${printed[i][2]} `)
      for (const child of item.children) this.block(child, { shape: 'item', level, lines: false })
      this.flush({ shape: 'item', level, lines: false }, 'paragraph')
    })
  }

  private table(node: MarkdownNode): void {
    const table = this.tables
    this.tables += 1
    node.children.forEach((row, r) =>
      row.children.forEach((child, column) =>
        this.paragraph(child, { shape: 'cell', level: 0, lines: false, cell: { table, row: r, column } }),
      ),
    )
  }

  private code(node: MarkdownNode, setting: Setting): void {
    for (const line of node.value.split(/\r?\n/u)) {
      this.builder.write(line)
      this.flush(setting, 'line')
    }
    this.before = 'paragraph'
  }

  private html(node: MarkdownNode): void {
    const read = readHtml(node.value)
    read.blocks.forEach((block, i) => {
      const before = this.out.length === 0 ? 'none' : i === 0 ? this.before : block.before
      this.out.push({ ...block, before })
      this.before = 'paragraph'
    })
    this.removed.push(...read.removed)
  }

  private note(definition: MarkdownNode): void {
    const label = this.marks.get(definition.label) ?? definition.label
    this.builder.mark(label)
    definition.children.forEach((child, i) => {
      if (i > 0) this.builder.write(' ')
      for (const part of child.type === 'paragraph' ? child.children : [child])
        this.inline(part, { shape: 'paragraph', level: 0, lines: false })
    })
    this.flush({ shape: 'paragraph', level: 0, lines: false }, 'paragraph')
  }

  private inline(node: MarkdownNode, setting: Setting): void {
    if (node.type === 'text') this.text(node.value, setting)
    else if (node.type === 'inlineCode') this.builder.write(node.value)
    else if (node.type === 'break') this.flush(setting, 'line')
    else if (node.type === 'footnoteReference') this.builder.mark(this.marks.get(node.label) ?? node.label)
    else if (node.type === 'html') this.tag(node.value, setting)
    else if (node.type === 'image')
      this.removed.push({ kind: 'hidden', text: node.label === '' ? node.value : node.label })
    else if (node.children.length === 0) this.builder.write(node.value)
    else {
      if (node.type === 'emphasis') this.builder.open()
      for (const child of node.children) this.inline(child, setting)
      if (node.type === 'emphasis') this.builder.close()
      if (node.type === 'link' && node.value !== '')
        this.removed.push({ kind: 'link-target', text: node.value })
    }
  }

  private text(value: string, setting: Setting): void {
    const plain = /[^^\n⁰¹²³⁴-⁹]+/uy
    let at = 0
    while (at < value.length) {
      plain.lastIndex = at
      const run = plain.exec(value)?.[0] ?? ''
      this.builder.write(run)
      at += run.length
      if (at >= value.length) return
      const superscript = readSuperscript(value, at)
      if (superscript !== null) {
        if (superscript.mark !== null) this.builder.mark(superscript.mark)
        this.builder.write(superscript.text)
      } else if (value.charAt(at) === '\n') this.lineEnd(value.charAt(at + 1), setting)
      else this.builder.write(value.charAt(at))
      at += superscript?.length ?? 1
    }
  }

  private lineEnd(next: string, setting: Setting): void {
    if (setting.lines) this.flush(setting, 'line')
    else if (!(HAN.test(this.builder.tail.slice(-1)) && HAN.test(next))) this.builder.write(' ')
  }

  /** Tags of HTML inside a paragraph: a raised figure's are spelt out by what is between them, emphasis is italic, a break ends the line. */
  private tag(value: string, setting: Setting): void {
    if (/^<(?:em|i)\b[^>]*>$/iu.test(value)) this.builder.open()
    else if (/^<\/(?:em|i)\s*>$/iu.test(value)) this.builder.close()
    else if (/^<br\s*\/?>$/iu.test(value)) this.flush(setting, 'line')
    else if (/^<!--/u.test(value))
      this.removed.push({ kind: 'hidden', text: value.replace(/^<!--\s*|\s*-->$/gu, '') })
  }
}

/** The language that the front matter names. */
function languageOf(frontMatter: string): Language | null {
  return (
    /^lang(?:uage)?:\s*["']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)["']?\s*$/mu.exec(frontMatter)?.[1] ?? null
  )
}

/**
 * Reads Markdown: CommonMark with footnotes and tables. Emphasis becomes italics, list labels stay in the text, footnotes become notes. A text with page furniture in it, or one that would take the parser
 * long, is read line by line as readText does. Never throws.
 */
export function readMarkdown(text: string): PlainDocument {
  const frontMatter = FRONT_MATTER.exec(text)
  const body = text.slice(frontMatter?.[0].length ?? 0)
  const language = languageOf(frontMatter?.[1] ?? '')
  const head: readonly Removed[] =
    frontMatter?.[1] === undefined ? [] : [{ kind: 'file-head', text: frontMatter[1] }]
  const raised = body.replace(/<sup>([^<\n]{1,20})<\/sup>/giu, '^{$1}')
  if (!isTame(raised) || takeFurniture(splitLines(body)).removed.length > 0 || body.includes('\f')) {
    const read = readText(body)
    return {
      ...read,
      format: 'markdown',
      removed: [...head, ...read.removed],
      language: read.language ?? language,
    }
  }
  const walker = new MarkdownWalker(raised)
  walker.walk(markdownTree(raised))
  const { blocks, notes, removed } = walker
  return { format: 'markdown', blocks, notes, removed: [...head, ...removed], language }
}
