import type { Language, Paragraph, Place, Reading, Row } from '../model'

/** A paragraph with everything that the checks look at in it. */
export interface ReadParagraph extends Reading {
  readonly paragraph: Paragraph
}

/** One row's cell of one version. */
export interface Cell {
  readonly language: Language
  readonly paragraphs: readonly ReadParagraph[]
}

/** What a check looks at: one row, the pivot's cell and one other version's. Either may be empty. */
export interface RowPair {
  readonly row: Row
  readonly pivot: Cell
  readonly other: Cell
}

/** Something found in a cell, with where it stands. */
export interface Located<T> {
  readonly item: T
  readonly place: Place
  /** The text as it stands there. */
  readonly text: string
}

/** Every item of a cell's paragraphs with its place, in reading order. */
export function locate<T extends { readonly from: number; readonly to: number }>(
  cell: Cell,
  items: (paragraph: ReadParagraph) => readonly T[],
): readonly Located<T>[] {
  return cell.paragraphs.flatMap((read) =>
    items(read).map((item) => ({
      item,
      place: { address: read.paragraph.address, from: item.from, to: item.to },
      text: read.paragraph.text.slice(item.from, item.to),
    })),
  )
}

/** The whole of a cell: what a finding points at on the side where the thing itself is absent. */
export function wholeCell(cell: Cell): readonly Place[] {
  return cell.paragraphs.map(({ paragraph }) => ({
    address: paragraph.address,
    from: 0,
    to: paragraph.text.length,
  }))
}

/** True where both sides have text, so that their contents can be compared; a gap is its own finding. */
export function bothPresent({ pivot, other }: RowPair): boolean {
  return pivot.paragraphs.length > 0 && other.paragraphs.length > 0
}
