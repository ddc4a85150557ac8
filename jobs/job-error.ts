import { InputError } from '../core/model'
import { StoreError } from '../store/database/store-error'
import type { JobFailure } from '../store/job-row'

/**
 * Why a job itself came to nothing; the interface and the command line translate the code.
 * `unknown-kind`: no handler of this name · `bad-input`: not what the handler takes · `nothing`: fewer than two of the versions asked for are at hand · `busy`: people kept changing the same texts meanwhile
 */
export type JobErrorCode = 'unknown-kind' | 'bad-input' | 'nothing' | 'busy'

/** A job that comes to nothing, as a code and a detail for the person. */
export class JobError extends Error {
  readonly code: JobErrorCode
  readonly detail: string

  constructor(code: JobErrorCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`)
    this.name = 'JobError'
    this.code = code
    this.detail = detail
  }
}

/** Thrown by an effect whose basis has changed since it was made: the job is to be worked on again from the beginning. Nothing has been written. */
export class OutdatedError extends Error {}

/** The longest detail that is kept, in UTF-16 code units. */
const LONGEST = 300

/** What is kept of an error: the code and detail of one that has a place in the house; of any other the code `internal` and its message, on one line. */
export function failureOf(error: unknown): JobFailure {
  if (error instanceof StoreError || error instanceof InputError || error instanceof JobError)
    return { code: error.code, detail: oneLine(error.detail) }
  return { code: 'internal', detail: oneLine(error instanceof Error ? error.message : String(error)) }
}

function oneLine(text: string): string {
  return text.replaceAll('\u0000', '␀').replace(/\s+/gu, ' ').trim().slice(0, LONGEST)
}
