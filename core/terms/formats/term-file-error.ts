/** Why a whole file cannot be read or written. */
export type TermFileErrorCode =
  | 'empty'
  | 'binary'
  | 'not-xml'
  | 'not-tbx'
  | 'doctype'
  | 'no-language'
  | 'not-csv'
  | 'not-xlsx'
  | 'unknown-type'
  | 'control-character'
  | 'too-long'

/** A term file that cannot be read or written at all; `line` counts from 1, 0 where no line is to blame. */
export class TermFileError extends Error {
  readonly code: TermFileErrorCode
  readonly line: number
  readonly detail: string

  /** By name, as InputError. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'TermFileError'
  }

  constructor(code: TermFileErrorCode, line = 0, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`)
    this.name = 'TermFileError'
    this.code = code
    this.line = line
    this.detail = detail
  }
}

/** A part of a term file that was left out; `line` counts from 1. */
export interface Refusal {
  readonly line: number
  readonly reason:
    | 'no-id'
    | 'repeated-id'
    | 'no-language'
    | 'no-wording'
    | 'unknown-status'
    | 'unknown-value'
    | 'unknown-data'
    | 'unknown-column'
    | 'extra-cells'
  readonly detail: string
}
