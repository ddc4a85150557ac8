import { writeTable } from '../core/export/write-table'
import type { Alignment, Knowledge, Language, Version } from '../core/model'
import { alignVersions, checkVersions } from '../core/pipeline'
import { alignmentSchema } from '../core/schema'
import { makeTable } from './make-table'
import { writeLadder } from './write-ladder'

/** What `align` can write. */
export const ALIGN_FORMATS = ['json', 'ladder', 'csv', 'xlsx', 'docx'] as const

/** One of ALIGN_FORMATS. */
export type AlignFormat = (typeof ALIGN_FORMATS)[number]

/** How versions are aligned and written: `left` is the ladder's left side, see writeLadder; `learn: false` leaves it at the words that are known. */
export interface WriteAlignmentOptions {
  readonly format: AlignFormat
  readonly pivot: Language
  readonly left?: Language
  readonly learn?: boolean
}

/** Aligns versions and gives what is to be written. */
export async function writeAlignment(
  versions: readonly Version[],
  knowledge: Knowledge,
  { format, pivot, left, learn }: WriteAlignmentOptions,
): Promise<string | Uint8Array> {
  if (format === 'json') return toJson(alignVersions(versions, knowledge, pivot, { learn }))
  if (format === 'ladder') return writeLadder(alignVersions(versions, knowledge, pivot, { learn }), left)
  return writeTable(makeTable(checkVersions(versions, knowledge, pivot, { learn }), process.env), format)
}

function toJson(alignment: Alignment): string {
  return `${JSON.stringify(alignmentSchema.parse(alignment), null, 2)}\n`
}
