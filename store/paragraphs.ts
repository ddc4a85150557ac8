import type { Paragraph } from '../core/model'
import type { Store } from './database/open-store'
import { inChunks } from './in-chunks'

/** A paragraph of a version, in reading order from 0; `marks` and `italics` are JSON. */
export interface ParagraphTable {
  version: string
  position: number
  address: string
  kind: string
  label: string | null
  text: string
  marks: string
  italics: string
}

/** Keeps the paragraphs of a new version. To be called inside `write`. */
export async function insertParagraphs(
  { db }: Store,
  version: string,
  paragraphs: readonly Paragraph[],
): Promise<void> {
  const rows = paragraphs.map(({ address, kind, label, text, marks, italics }, position): ParagraphTable => ({
    version,
    position,
    address,
    kind,
    label,
    text,
    marks: JSON.stringify(marks),
    italics: JSON.stringify(italics),
  }))
  for (const chunk of inChunks(rows)) await db.insertInto('paragraphs').values(chunk).execute()
}

/** A row of the table as a value. */
export function toParagraph(row: Omit<ParagraphTable, 'version' | 'position'>): Paragraph {
  return {
    address: row.address,
    kind: row.kind as Paragraph['kind'],
    label: row.label,
    text: row.text,
    marks: JSON.parse(row.marks) as Paragraph['marks'],
    italics: JSON.parse(row.italics) as Paragraph['italics'],
  }
}
