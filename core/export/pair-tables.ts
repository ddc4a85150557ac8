import type { ExportParagraph, ExportRow, ExportStream, Language } from '../model'

/** A table of two columns and which two they are. */
export interface PairTable {
  readonly languages: readonly [Language, Language]
  readonly table: ExportStream
}

/** A table as tables of two columns: the first column with each of the others, in their order. Of the notes each has those that are about its two versions. */
export function pairTables(table: ExportStream): readonly PairTable[] {
  const [source] = table.columns
  if (source === undefined) return []
  return table.columns.slice(1).map((column, k) => ({
    languages: [source.language, column.language],
    table: {
      ...table,
      columns: [source, column],
      rows: { [Symbol.iterator]: () => pairRows(table, k + 1) },
    },
  }))
}

function* pairRows({ columns, rows }: ExportStream, other: number): Generator<ExportRow, void, void> {
  const languages = [columns[0]!.language, columns[other]!.language]
  for (const row of rows) {
    const { notes, noteSides } = row
    // Where it is not known what a note is about, both versions get it.
    const kept = notes
      .map((_, note) => note)
      .filter((note) => noteSides?.[note]?.languages.every((one) => languages.includes(one)) ?? true)
    const cells = [row.cells[0] ?? [], row.cells[other] ?? []]
    if (kept.length === notes.length) {
      yield { ...row, cells }
      continue
    }
    const places = new Map(kept.map((note, place) => [note, place]))
    yield {
      ...row,
      cells: cells.map((cell) => cell.map((paragraph) => renumber(paragraph, places))),
      notes: kept.map((note) => notes[note]!),
      noteSides: kept.map((note) => noteSides![note]!),
    }
  }
}

function renumber(paragraph: ExportParagraph, places: ReadonlyMap<number, number>): ExportParagraph {
  return {
    ...paragraph,
    highlights: paragraph.highlights.flatMap((highlight) => {
      const note = places.get(highlight.note)
      return note === undefined ? [] : [{ ...highlight, note }]
    }),
  }
}
