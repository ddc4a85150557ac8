import type { ExportColumn } from '../model'

/** The status notes of a table's columns, each once, with the headings of the columns that carry it: `Arabe · Chinois — Traduction non officielle.` */
export function groupNotes(columns: readonly ExportColumn[]): readonly string[] {
  const notes = new Set(columns.flatMap(({ statusNote }) => statusNote ?? []))
  return [...notes].map((note) => {
    const headings = columns.filter(({ statusNote }) => statusNote === note).map(({ heading }) => heading)
    return `${headings.join(' · ')} — ${note}`
  })
}
