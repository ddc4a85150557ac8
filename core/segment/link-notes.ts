import type { Paragraph } from '../model'

/** Gives every footnote mark the address of its note: the note with its figure, where figures repeat the first that no mark has had. */
export function linkNotes(paragraphs: readonly Paragraph[]): Paragraph[] {
  const notes = new Map<string, string[]>()
  for (const { kind, label, address } of paragraphs) {
    if (kind !== 'footnote' || label === null) continue
    const known = notes.get(label)
    if (known === undefined) notes.set(label, [address])
    else known.push(address)
  }
  const used = new Map<string, number>()
  return paragraphs.map((paragraph) => {
    if (paragraph.marks.length === 0) return paragraph
    const marks = paragraph.marks.map((mark) => {
      const addresses = notes.get(mark.mark) ?? []
      const count = used.get(mark.mark) ?? 0
      used.set(mark.mark, count + 1)
      return { ...mark, note: addresses[Math.min(count, addresses.length - 1)] ?? null }
    })
    return { ...paragraph, marks }
  })
}
