import type { Block, Language, Removed } from '../model'
import { readSymbolLine } from '../text/read-symbol-line'
import { takeFurniture } from './take-furniture'

/** What the heads and feet of a document's pages hold: the masthead of its first page is text of the document, the rest is furniture. */
export interface PageParts {
  readonly masthead: readonly Block[]
  readonly removed: readonly Removed[]
  /** The language that the job number's letter tells. */
  readonly language: Language | null
}

/** In a head or foot a figure alone is the page's, whatever the program that saved it last wrote there. */
const PAGE = /^\d{1,4}(?:\s?\/\s?\d{1,4})?$/u

/** What is left of a page number whose fields were never filled in. */
const LONE_SLASH = /(?:^|\s)\/(?=\s|$)/gu

/** The name that the masthead of a document bears in front of its symbol. */
export const UNITED_NATIONS: ReadonlySet<string> = new Set([
  'الأمم المتحدة',
  '联合国',
  'united nations',
  'nations unies',
  'организация объединенных наций',
  'naciones unidas',
])

/**
 * Tells the blocks of the first page's head, which the United Nations set their masthead in (symbol, organ, distribution), from those of the other heads and feet. A head that is only the symbol or
 * a title is furniture. What repeats is kept once.
 */
export function splitPageParts(first: readonly Block[], others: readonly Block[]): PageParts {
  const isMasthead = first.length > 2 && first.some(({ text }) => readSymbolLine(text) !== null)
  const masthead: Block[] = []
  const removed: Removed[] = []
  let language: Language | null = null
  for (const [blocks, kept] of [
    [first, isMasthead],
    [others, false],
  ] as const) {
    for (const block of blocks) {
      // Line by line: what a page number is does not depend on what stands above it.
      const raw = block.text.replace(LONE_SLASH, '')
      const taken = takeFurniture([{ raw, before: 'none' }])
      language ??= taken.language
      const kind = PAGE.test(raw)
        ? 'page-number'
        : taken.lines.length === 0
          ? taken.removed[0]?.kind
          : undefined
      if (kind !== undefined) {
        removed.push({ kind, text: block.text })
        continue
      }
      if (kept && !UNITED_NATIONS.has(block.text.toLowerCase()))
        masthead.push({ ...plain(block), before: masthead.length === 0 ? 'none' : 'paragraph' })
      else removed.push({ kind: 'running-head', text: block.text })
    }
  }
  const seen = new Set<string>()
  return {
    masthead,
    language,
    removed: removed.filter(({ kind, text }) => {
      const key = `${kind} ${text}`
      return !seen.has(key) && seen.add(key)
    }),
  }
}

/** A cell of a table that is only there for the layout, as a paragraph. */
function plain(block: Block): Block {
  const { text, before, italics, marks } = block
  return { text, shape: 'paragraph', before, level: 0, ordinal: null, italics, marks }
}

/** A text's blocks with those of a table at their head as paragraphs, where that table is the masthead: it has the symbol on a line of its own. */
export function freeMasthead(blocks: readonly Block[]): readonly Block[] {
  const table = blocks[0]?.cell?.table
  const own = blocks.filter(({ cell }) => cell !== undefined && cell.table === table)
  if (table === undefined || !own.some(({ text }) => readSymbolLine(text) !== null)) return blocks
  return blocks.map((block) => (block.cell?.table === table ? plain(block) : block))
}
