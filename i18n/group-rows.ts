import type { ParagraphKind, Row } from '../core/model'

/** The parts of a resolution as a reader knows them. */
export type Part = 'heading' | 'preamble' | 'operative' | 'articles' | 'annex' | 'notes' | 'text'

/** Rows that follow one another within one part. */
export interface RowGroup {
  readonly part: Part
  readonly rows: readonly Row[]
}

const PART: Readonly<Partial<Record<ParagraphKind, Part>>> = {
  heading: 'heading',
  title: 'heading',
  enacting: 'preamble',
  preambular: 'preamble',
  operative: 'operative',
  article: 'articles',
  annex: 'annex',
  footnote: 'notes',
}

/**
 * Rows as they come, cut where another part begins. A kind that belongs to no part of its own (closing line, table, body) stays where it stands;
 * a section's name belongs to what follows it.
 */
export function groupRows(rows: readonly Row[]): readonly RowGroup[] {
  const groups: { readonly part: Part; readonly rows: Row[] }[] = []
  rows.forEach((row, k) => {
    const last = groups.at(-1)
    const owner = row.kind === 'section' ? rows.slice(k).find(({ kind }) => kind !== 'section') : row
    const part = PART[owner?.kind ?? row.kind] ?? last?.part ?? 'text'
    if (last?.part === part) last.rows.push(row)
    else groups.push({ part, rows: [row] })
  })
  return groups
}
