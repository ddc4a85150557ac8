import type { Language, Paragraph, Row } from '../../core/model'

/**
 * Which addresses each row answers to in the page's address (`#op7`), by row id. An address stands for one row only: the one where the pivot has
 * it, else the first where another version has it.
 */
export function assignAnchors(rows: readonly Row[], pivot: Language): ReadonlyMap<string, readonly string[]> {
  const owner = new Map<string, string>()
  const claim = (row: Row, addresses: readonly string[]) => {
    for (const address of addresses) if (!owner.has(address)) owner.set(address, row.id)
  }
  for (const row of rows) claim(row, row.cells[pivot] ?? [])
  for (const row of rows) claim(row, Object.values(row.cells).flat())
  const anchors = new Map<string, string[]>()
  for (const [address, id] of owner) anchors.set(id, [...(anchors.get(id) ?? []), address])
  return anchors
}

/** The paragraph in which each note is first called, by the note's address: where the way back from a note leads. */
export function firstCalls(paragraphs: readonly Paragraph[]): ReadonlyMap<string, string> {
  const calls = new Map<string, string>()
  for (const { address, marks } of paragraphs) {
    for (const { note } of marks) if (note !== null && !calls.has(note)) calls.set(note, address)
  }
  return calls
}
