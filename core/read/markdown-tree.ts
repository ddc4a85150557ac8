import { fromMarkdown, type Extension, type Options } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'

/** A node of a Markdown text: its type as mdast names it (https://github.com/syntax-tree/mdast), and what of its fields a reader needs. */
export interface MarkdownNode {
  readonly type: string
  readonly children: readonly MarkdownNode[]
  /** Its characters, or the target of a link, an image or a definition. */
  readonly value: string
  /** A heading's level, or a list's first number; 0 where there is none. */
  readonly number: number
  /** What stands in the file for it: a footnote's label, the words for an image. */
  readonly label: string
  /** Where it begins in the file. */
  readonly from: number
}

/** How many signs one stanza may have, and characters a file: beyond, the parser's time grows with their square (measured: 35,000 characters of nested emphasis take 12 s). */
const MOST_SIGNS = 600
const LONGEST = 300_000
const DEEPEST = 40

interface Foreign {
  readonly type: string
  readonly children?: readonly Foreign[]
  readonly value?: string
  readonly url?: string
  readonly depth?: number
  readonly start?: number | null
  readonly ordered?: boolean | null
  readonly identifier?: string
  readonly label?: string | null
  readonly alt?: string | null
  readonly position?: { readonly start: { readonly offset?: number } }
}

function toNode(node: Foreign): MarkdownNode {
  return {
    type: node.type,
    children: (node.children ?? []).map(toNode),
    value: node.value ?? node.url ?? '',
    number: node.depth ?? (node.ordered === true ? (node.start ?? 1) : 0),
    label: node.label ?? node.identifier ?? node.alt ?? '',
    from: node.position?.start.offset ?? 0,
  }
}

/** Whether the parser reads a text in time that grows with its length. */
export function isTame(text: string): boolean {
  if (text.length > LONGEST) return false
  return text.split(/\r?\n[ \t]*\r?\n/u).every((stanza) => {
    const signs = stanza.match(/[*_`[\]<>~!&\\|]/gu)?.length ?? 0
    const deep = stanza
      .split(/\r?\n/u)
      .some((line) => (/^[\s>*+-]*/u.exec(line)?.[0].match(/[>*+-]/gu)?.length ?? 0) > DEEPEST)
    return signs <= MOST_SIGNS && !deep
  })
}

/** The tree of a Markdown text (CommonMark, footnotes, tables), whose indented lines are no code. Only for what isTame is true of. */
export function markdownTree(text: string): MarkdownNode {
  const footnotes: Extension = gfmFootnoteFromMarkdown()
  const options: Options = {
    extensions: [gfmFootnote(), gfmTable(), { disable: { null: ['codeIndented'] } }],
    mdastExtensions: [footnotes, gfmTableFromMarkdown()],
  }
  return toNode(fromMarkdown(text, options) as unknown as Foreign)
}
