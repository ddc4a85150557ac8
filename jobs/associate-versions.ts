import { associate } from '../core/associate/associate'
import type { AssociatedText } from '../core/associate/associated-text'
import type { Alignment, Knowledge, Language, Paragraph, Row } from '../core/model'
import { knownPairs } from './known-pairs'

/**
 * Learns which words of the pivot and of another version answer each other, from the rows that have both; each row goes by the first of the pivot's addresses in it.
 * What is known of words beforehand helps.
 */
export function associateVersions(
  alignment: Alignment,
  other: Language,
  knowledge: Knowledge,
): AssociatedText {
  const { rows, pivot } = alignment
  const texts = rows.map((row) => ({
    address: row.cells[pivot]?.[0] ?? '',
    left: cellText(alignment, row, pivot),
    right: cellText(alignment, row, other),
  }))
  return associate(texts, [pivot, other], knownPairs(knowledge, pivot, other))
}

/** The paragraphs of one version in a row as one text, a line each. */
export function cellText(alignment: Alignment, row: Row, language: Language): string {
  return cellParagraphs(alignment, row, language)
    .map(({ text }) => text)
    .join('\n')
}

/** A paragraph of a row's cell, and where it begins in the text of the cell. */
export interface PlacedParagraph {
  readonly address: string
  readonly text: string
  readonly start: number
}

/** The paragraphs of one version in a row, placed in the cell's text. Addresses that the version lacks are passed over. */
export function cellParagraphs(
  { versions }: Alignment,
  row: Row,
  language: Language,
): readonly PlacedParagraph[] {
  const own = byAddress(versions.find((version) => version.language === language)?.paragraphs ?? [])
  let start = 0
  return (row.cells[language] ?? []).flatMap((address) => {
    const paragraph = own.get(address)
    if (paragraph === undefined) return []
    const placed = { address, text: paragraph.text, start }
    start += paragraph.text.length + 1
    return [placed]
  })
}

// A module-level cache, pure in effect: a version is asked for its paragraphs row by row.
const indices = new WeakMap<readonly Paragraph[], ReadonlyMap<string, Paragraph>>()

function byAddress(paragraphs: readonly Paragraph[]): ReadonlyMap<string, Paragraph> {
  const known = indices.get(paragraphs)
  if (known !== undefined) return known
  const index = new Map(paragraphs.map((paragraph) => [paragraph.address, paragraph]))
  indices.set(paragraphs, index)
  return index
}
