import type { Block, BlockMark, Span } from '../model'

/** A note as one block: its paragraphs joined by a space, its mark at offset 0. A mark of its own, `custom`, is typed again at its beginning, and dropped there. */
export function joinNote(blocks: readonly Block[], mark: string, custom: boolean): Block {
  const texts: string[] = []
  const italics: Span[] = []
  const marks: BlockMark[] = [{ at: 0, mark: mark.normalize('NFKC') }]
  let length = 0
  blocks.forEach((block, i) => {
    // Typed in raised type the mark has become one of the block already.
    const again = custom && i === 0 && block.marks[0]?.at === 0 && block.marks[0].mark === mark
    const typed = custom && i === 0 && mark !== '' && block.text.startsWith(mark) ? mark.length : 0
    const cut = typed + (block.text.length - typed - block.text.slice(typed).trimStart().length)
    const start = length + (length === 0 ? 0 : 1)
    const move = (at: number) => Math.max(0, at - cut) + start
    for (const { from, to } of block.italics)
      if (move(to) > move(from)) italics.push({ from: move(from), to: move(to) })
    for (const each of again ? block.marks.slice(1) : block.marks)
      marks.push({ at: move(each.at), mark: each.mark })
    texts.push(block.text.slice(cut))
    length = start + block.text.length - cut
  })
  return {
    text: texts.join(' '),
    shape: 'paragraph',
    before: 'none',
    level: 0,
    ordinal: null,
    italics,
    marks,
  }
}
