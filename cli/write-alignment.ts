import { writeTable } from '../core/export/write-table'
import type { Alignment, Embed, Knowledge, Language, Version } from '../core/model'
import { alignVersions, checkVersions, compareAlignment, embedVersions } from '../core/pipeline'
import { alignmentSchema } from '../core/schema'
import { makeTable } from './make-table'
import { writeLadder } from './write-ladder'

/** What `align` can write. */
export const ALIGN_FORMATS = ['json', 'ladder', 'csv', 'xlsx', 'docx'] as const

/** One of ALIGN_FORMATS. */
export type AlignFormat = (typeof ALIGN_FORMATS)[number]

/** How versions are aligned and written: `left` is the ladder's left side, see writeLadder; `learn: false` leaves it at the words that are known; `embed` lets vectors help. `alignment`: rows that a file brought, which are kept. */
export interface WriteAlignmentOptions {
  readonly format: AlignFormat
  readonly pivot: Language
  readonly left?: Language
  readonly learn?: boolean
  readonly embed?: Embed
  readonly alignment?: Alignment | null
}

/** Aligns versions and gives what is to be written. */
export async function writeAlignment(
  versions: readonly Version[],
  knowledge: Knowledge,
  { format, pivot, left, learn, embed, alignment = null }: WriteAlignmentOptions,
): Promise<string | Uint8Array> {
  const means = { learn, vectors: embed && (await embedVersions(versions, embed)) }
  const align = () => alignment ?? alignVersions(versions, knowledge, pivot, means)
  if (format === 'json') return toJson(align())
  if (format === 'ladder') return writeLadder(align(), left)
  const check =
    alignment === null
      ? checkVersions(versions, knowledge, pivot, means)
      : compareAlignment(alignment, knowledge)
  return writeTable(makeTable(check, process.env), format)
}

function toJson(alignment: Alignment): string {
  return `${JSON.stringify(alignmentSchema.parse(alignment), null, 2)}\n`
}
