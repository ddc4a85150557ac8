import { elementAt, type XmlElement } from '../../text/parse-xml'
import { lay } from '../lay'
import { hasHan, TextCollector, type TextLook } from '../text-collector'
import type { OdtContext } from './odt-context'
import type { OdtLook } from './read-odt-styles'

/** What the content of paragraphs asks of the story that it stands in. */
export interface OdtInlineHost {
  readonly breakLine: () => void
  /** A box with paragraphs of its own hangs on the paragraph. */
  readonly addBox: (content: XmlElement) => void
  /** What was deleted here is read after all: its paragraphs go on from the one that is being read. */
  readonly readDeleted: (content: XmlElement) => void
}

/** Elements inside paragraphs that are no text of it. */
const SILENT = new Set(
  'text:tracked-changes text:bookmark text:bookmark-start text:bookmark-end text:hidden-text office:annotation-end text:soft-page-break text:ruby-text text:alphabetical-index-mark text:toc-mark text:user-index-mark office:event-listeners text:reference-mark text:reference-mark-start text:reference-mark-end'.split(
    ' ',
  ),
)

/** Spaces in a row that one element may stand for. */
const MOST_SPACES = 100

const COMPLEX = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u

/** Reads what stands inside paragraphs into one text with its italics and marks; changes may run over several paragraphs, so one reader serves a story. */
export class OdtInlineReader {
  /** What is read so far. */
  readonly text: TextCollector
  /** Ids of the insertions that are open and not in the state that is read. */
  private readonly left = new Set<string>()

  constructor(
    private readonly context: OdtContext,
    private readonly host: OdtInlineHost,
  ) {
    this.text = new TextCollector(context.removed, context.languages)
  }

  /** Whether text is being read that was not there before the changes: where paragraphs end in it, none ended before. */
  get leavesOut(): boolean {
    return this.left.size > 0
  }

  /** Reads the content of an element inside a paragraph. */
  read(element: XmlElement, look: OdtLook): void {
    for (const node of element.children) {
      if (typeof node === 'string') this.write(node.replace(/[ \t\n\r]+/gu, ' '), look, true)
      else this.node(node, look)
    }
  }

  private node(element: XmlElement, look: OdtLook): void {
    const { name, attributes } = element
    switch (name) {
      case 'text:span':
        return this.span(element, lay(this.context.styles.text(attributes['text:style-name']), look))
      case 'text:s': {
        const count = Number.parseInt(attributes['text:c'] ?? '1', 10) || 1
        return this.write(' '.repeat(Math.min(count, MOST_SPACES)), look, false)
      }
      case 'text:tab':
        return this.text.tab()
      case 'text:line-break':
        return this.text.drops ? undefined : this.host.breakLine()
      case 'text:note':
        return this.note(element)
      case 'text:change':
      case 'text:change-start':
      case 'text:change-end':
        return this.change(name, attributes['text:change-id'] ?? '')
      case 'text:ruby': {
        const base = elementAt(element, 'text:ruby-base')
        return base === undefined ? undefined : this.read(base, look)
      }
      case 'office:annotation':
        this.context.tally.comments += 1
        return
      case 'draw:frame':
      case 'draw:g':
      case 'draw:custom-shape':
      case 'draw:a':
        return this.frame(element)
      default:
        if (!SILENT.has(name)) this.read(element, look)
    }
  }

  private span(element: XmlElement, look: OdtLook): void {
    if (look.hidden === true) this.text.dropping('hidden', () => this.read(element, look))
    else this.read(element, look)
  }

  /** A picture, or a box with paragraphs; of several forms of one thing the first is read. */
  frame(element: XmlElement): void {
    if (this.text.drops) return
    let told = false
    for (const node of element.children) {
      if (typeof node === 'string') continue
      if (node.name === 'draw:text-box') this.host.addBox(node)
      else if (node.name === 'draw:image') {
        if (!told) this.context.tally.pictures += 1
        told = true
      } else if (/^draw:(?:frame|g|custom-shape|a)$/u.test(node.name)) this.frame(node)
      else if (/^text:(?:p|h|list)$/u.test(node.name)) {
        // The words of a drawn shape stand in it without a box of their own.
        this.host.addBox({
          ...element,
          children: element.children.filter((each) => typeof each !== 'string'),
        })
        return
      }
    }
  }

  private note(element: XmlElement): void {
    const body = elementAt(element, 'text:note-body')
    const citation = elementAt(element, 'text:note-citation')
    if (body === undefined || this.text.drops) return
    const label = citation?.attributes['text:label']
    const mark =
      label ??
      citation?.children
        .filter((node) => typeof node === 'string')
        .join('')
        .trim() ??
      ''
    const kind = element.attributes['text:note-class'] === 'endnote' ? 'endnote' : 'footnote'
    this.context.notes.push({ kind, mark, custom: label !== undefined, body })
    this.text.mark(mark)
  }

  private change(name: string, id: string): void {
    const change = this.context.changes.get(id)
    if (change === undefined) return
    const original = this.context.state === 'original'
    if (change.kind === 'insertion' && original) {
      if (name === 'text:change-start') this.left.add(id)
      else this.left.delete(id)
      this.text.drop(this.left.size > 0 ? 'hidden' : null)
    } else if (change.kind === 'deletion' && name === 'text:change' && original && change.content !== null)
      this.host.readDeleted(change.content)
  }

  private write(text: string, look: OdtLook, collapses: boolean): void {
    // White space at the beginning of a paragraph or behind other white space says nothing.
    const shown = collapses && this.text.endsOpen ? text.replace(/^ /u, '') : text
    const complex = COMPLEX.test(text)
    const style: TextLook = {
      italic: (complex ? look.italicComplex : look.italic) === true,
      raised: look.raised === true,
      language: complex ? look.complex : hasHan(text) ? look.eastAsia : look.latin,
    }
    this.text.write(shown, style)
  }
}
