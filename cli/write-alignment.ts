import type { Alignment, Embed, ExportChunks, Knowledge, Language, Version } from '../core/model'
import { alignVersions, checkVersions, compareAlignment, embedVersions, type Unit } from '../core/pipeline'
import { exportFiles } from '../jobs/export-files'
import { alignmentChunks } from '../jobs/json-chunks'
import type { CliFormat } from './export-options'
import { oneChunk } from './write-output'
import { makeTable } from './make-table'
import { writeLadder } from './write-ladder'

/** What `align` can write. */
export const ALIGN_FORMATS = [
  'json', 'ladder', 'csv', 'tsv', 'xlsx', 'docx', 'html', 'pdf', 'markdown', 'tmx', 'xliff', 'xliff2', 'tbx', 'tbx3', 'akn',
] as const satisfies readonly (CliFormat | 'ladder')[] // prettier-ignore

/** One of ALIGN_FORMATS. */
export type AlignFormat = (typeof ALIGN_FORMATS)[number]

/** Those of ALIGN_FORMATS that make one file of two versions, without another program. */
export type SingleFormat = Exclude<AlignFormat, 'pdf' | 'akn'>

/** How versions are aligned and written: `left` is the ladder's left side, see writeLadder; `learn: false` leaves it at the words that are known; `embed` lets vectors help. `alignment`: rows that a file brought, which are kept. */
export interface WriteAlignmentOptions {
  readonly format: SingleFormat
  readonly unit?: Unit
  /** The program's, for headers that name it. */
  readonly version?: string
  readonly pivot: Language
  readonly left?: Language
  readonly learn?: boolean
  readonly embed?: Embed
  readonly alignment?: Alignment | null
}

/** Aligns two versions and gives what is to be written, piece by piece. */
export async function writeAlignment(
  versions: readonly Version[],
  knowledge: Knowledge,
  { format, unit, version, pivot, left, learn, embed, alignment = null }: WriteAlignmentOptions,
): Promise<ExportChunks> {
  const means = { learn, vectors: embed && (await embedVersions(versions, embed)) }
  const align = () => alignment ?? alignVersions(versions, knowledge, pivot, means)
  if (format === 'json') return alignmentChunks(align())
  if (format === 'ladder') return oneChunk(writeLadder(align(), left))
  const check =
    alignment === null
      ? checkVersions(versions, knowledge, pivot, means)
      : compareAlignment(alignment, knowledge)
  const source = { check, table: makeTable(check, process.env), terms: knowledge.terms }
  const [file] = await exportFiles(source, format, {
    base: '',
    unit: unit === 'sentence' ? 'sentence' : 'paragraph',
    version,
  })
  return file!.chunks
}
