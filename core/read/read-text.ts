import type { Block, PlainDocument, Removed } from '../model'
import { readInline } from './read-inline'
import { splitLines, type Line } from './split-lines'
import { takeFurniture } from './take-furniture'
import { takeQuotes } from './take-quotes'

/** Lines with no gap between them, from `from` up to `to`. */
function stanzas(lines: readonly Line[]): Line[][] {
  const out: Line[][] = []
  for (const line of lines) {
    const last = out.at(-1)
    if (line.before === 'line' && last !== undefined) last.push(line)
    else out.push([line])
  }
  return out
}

const HEADING = /^\s{0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/u

/**
 * Reads plain text, or Markdown as far as UN texts use it, into one block a line. Never throws; a text of blank lines has no blocks.
 */
export function readText(text: string): PlainDocument {
  const { lines, removed: furniture, language } = takeFurniture(splitLines(takeQuotes(text)))
  const blocks: Block[] = []
  const removed: Removed[] = [...furniture]
  for (const stanza of stanzas(lines)) {
    const headings = stanza.map((line) => (line.raw.includes('#') ? HEADING.exec(line.raw) : null))
    const inline = readInline(stanza.map((line, i) => headings[i]?.[2] ?? line.raw))
    removed.push(...inline.removed)
    inline.lines.forEach((line, i) => {
      if (line.text === '' && line.marks.length === 0) return
      const level = headings[i]?.[1]?.length ?? 0
      const before = blocks.length === 0 ? 'none' : (stanza[i]?.before ?? 'line')
      blocks.push({ ...line, shape: level > 0 ? 'heading' : 'paragraph', level, ordinal: null, before })
    })
  }
  return { format: 'text', blocks, removed, language }
}
