import {
  InputError,
  type Alignment,
  type Check,
  type InputErrorCode,
  type Language,
  type TermBase,
  type Version,
} from '../../core/model'
import {
  alignVersions,
  checkVersions,
  compareAlignment,
  splitCheck,
  importFile,
  type ImportedFile,
  type ReadOptions,
} from '../../core/pipeline'
import { isZip } from '../../core/read/open-zip'
import { checkWorkbook, readSheets } from '../../core/read/aligned/read-xlsx'
import { readTermFile } from '../../core/terms/formats/read-term-file'
import { TermFileError, type Refusal, type TermFileErrorCode } from '../../core/terms/formats/term-file-error'
import type { Sheet } from '../../core/text/read-workbook'
import { loadKnowledge } from '../corpus'
import { remember } from '../remember'

/** What a thread is asked for: a file read as texts, as the sheets of a workbook or as a term base; versions (keys distinct) aligned and checked over a pivot, or only aligned; what is aligned checked; the rows of a check split into sentences. */
export type GuardTask =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly options: Omit<ReadOptions, 'unit'> }
  | { readonly kind: 'sheets'; readonly bytes: Uint8Array }
  | { readonly kind: 'terms'; readonly bytes: Uint8Array; readonly name: string }
  | {
      readonly kind: 'check' | 'align'
      readonly versions: readonly Version[]
      readonly pivot?: Language
    }
  | { readonly kind: 'compare'; readonly alignment: Alignment }
  | { readonly kind: 'split'; readonly whole: Check }

/** A term base as it was read, with the lines that were left out. */
export interface ReadTerms {
  readonly base: TermBase
  readonly refused: readonly Refusal[]
}

/** What it answers. An error's class is lost between threads, so that an InputError or a TermFileError is sent as what it is made of. */
export type GuardAnswer =
  | { readonly kind: 'read'; readonly file: ImportedFile }
  | { readonly kind: 'check'; readonly check: Check }
  | { readonly kind: 'align'; readonly alignment: Alignment }
  | { readonly kind: 'sheets'; readonly sheets: readonly Sheet[] }
  | ({ readonly kind: 'terms' } & ReadTerms)
  | {
      readonly kind: 'no-terms'
      readonly code: TermFileErrorCode
      readonly line: number
      readonly detail: string
    }
  | { readonly kind: 'failed'; readonly code: InputErrorCode; readonly detail: string }

/** What runs in a thread that reads files, one task at a time. `home` is the folder that holds `corpus/`, which is loaded with the first check and stays. */
export function guardThread(home: string): (task: GuardTask) => Promise<GuardAnswer> {
  const knowledge = remember(
    () => loadKnowledge(home),
    () => '',
    1,
  )
  return async (task) => {
    try {
      if (task.kind === 'read') return { kind: 'read', file: await importFile(task.bytes, task.options) }
      if (task.kind === 'sheets') return { kind: 'sheets', sheets: await readSheets(task.bytes) }
      if (task.kind === 'terms') {
        if (isZip(task.bytes)) checkWorkbook(task.bytes)
        return { kind: 'terms', ...(await readTermFile(task.bytes, task.name)) }
      }
      const known = await knowledge()
      if (task.kind === 'compare') return { kind: 'check', check: compareAlignment(task.alignment, known) }
      if (task.kind === 'split') return { kind: 'check', check: splitCheck(task.whole, known) }
      if (task.kind === 'align')
        return { kind: 'align', alignment: alignVersions(task.versions, known, task.pivot) }
      return { kind: 'check', check: checkVersions(task.versions, known, task.pivot) }
    } catch (error) {
      if (error instanceof TermFileError)
        return { kind: 'no-terms', code: error.code, line: error.line, detail: error.detail }
      if (error instanceof InputError) return { kind: 'failed', code: error.code, detail: error.detail }
      // A paragraph of many megabytes is more than an expression can be matched against.
      if (error instanceof RangeError) return { kind: 'failed', code: 'too-large', detail: '' }
      throw error
    }
  }
}
