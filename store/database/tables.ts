import type { AnswerTable } from '../answers'
import type { AlignmentTable, AlignmentVersionTable } from '../alignments'
import type { ConfirmationTable } from '../confirmations'
import type { CorrectionTable } from '../corrections'
import type { DecisionTable } from '../decisions'
import type { DocumentTable } from '../documents'
import type { FindingTable } from '../findings'
import type { JobTable } from '../job-row'
import type { ParagraphTable } from '../paragraphs'
import type { ResolutionTable } from '../resolutions'
import type { RowTable } from '../rows'
import type { ShipmentTable } from '../shipments'
import type { TermBaseTable } from '../term-bases'
import type { VersionTable } from '../versions'

/** The tables as they are after the last migration. */
export interface Tables {
  resolutions: ResolutionTable
  shipments: ShipmentTable
  documents: DocumentTable
  versions: VersionTable
  paragraphs: ParagraphTable
  alignments: AlignmentTable
  alignment_versions: AlignmentVersionTable
  rows: RowTable
  findings: FindingTable
  corrections: CorrectionTable
  decisions: DecisionTable
  confirmations: ConfirmationTable
  term_bases: TermBaseTable
  jobs: JobTable
  answers: AnswerTable
}

/** Every table with its primary key, in an order in which no row comes before one that it refers to. */
export const TABLE_KEYS = {
  resolutions: ['slug'],
  shipments: ['name', 'hash'],
  documents: ['id'],
  versions: ['id'],
  paragraphs: ['version', 'position'],
  alignments: ['id'],
  alignment_versions: ['alignment', 'position'],
  rows: ['alignment', 'position'],
  findings: ['alignment', 'position'],
  corrections: ['resolution', 'revision'],
  decisions: ['scope', 'key', 'revision'],
  confirmations: ['resolution', 'key', 'revision'],
  term_bases: ['name', 'revision'],
  jobs: ['id'],
  answers: ['key'],
} as const satisfies { readonly [T in keyof Tables]: readonly (keyof Tables[T] & string)[] }
