import type { Block, BlockMark, BlockShape, Break, Span } from '../model'

/** What a paragraph of a word processor has collected, and what it is. */
export interface Collected {
  readonly text: string
  readonly italics: readonly Span[]
  readonly marks: readonly BlockMark[]
  readonly bolds?: readonly Span[]
}

/** Where a paragraph stands: `label` is printed before it (empty: none), `depth` its level in a list from 1, or 0. */
export interface Standing {
  readonly label: string
  readonly depth: number
  readonly before: Break
  readonly cell: Block['cell']
  /** Shape and level as the format tells them from the paragraph's whole text. */
  readonly shape: (text: string) => { readonly shape: BlockShape; readonly level: number }
}

/**
 * The block of a paragraph with its label in front of its text, where a reader sees it; a paragraph of a list without a label is an item. Null where nothing stands there: a number alone is a line that
 * nobody wrote on, except in a table, where it may be the row's.
 */
export function labelledBlock(
  { text: words, italics, marks, bolds }: Collected,
  standing: Standing,
): Block | null {
  const { label, depth, before, cell } = standing
  const empty = words === '' && marks.length === 0
  if (empty && (label === '' || cell === undefined)) return null
  const prefix = label === '' ? '' : words === '' ? label : `${label} `
  const text = prefix + words
  const shape = standing.shape(text)
  const behind = ({ from, to }: Span) => ({ from: from + prefix.length, to: to + prefix.length })
  const item = depth > 0 && label === '' && shape.shape === 'paragraph'
  return {
    text,
    ...(item ? { shape: 'item' as const, level: depth } : shape),
    before,
    ordinal: null,
    italics: italics.map(behind),
    ...(bolds !== undefined && { bolds: bolds.map(behind) }),
    marks: marks.map(({ at, mark }) => ({ at: at + prefix.length, mark })),
    ...(cell !== undefined && { cell }),
  }
}
