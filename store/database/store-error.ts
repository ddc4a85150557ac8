/**
 * Why a store cannot be opened or used; the interface and the command line translate the code.
 * `address`: neither a file nor `postgres://…` · `driver`: no binary of the driver for this machine · `not-a-database`: the file is none, or another program's ·
 * `newer`: a newer program made it · `half-migrated`: tables and recorded migrations do not fit together · `damaged`: the database says so of itself ·
 * `read-only`: it cannot be written to · `locked`: another program holds it for too long · `full`: no room left · `input-output`: the disk does not read or write ·
 * `away`: the server cannot be reached, or went away · `refused`: the server knows neither this user nor this database, or does not allow it · `old-server`: PostgreSQL before 15 ·
 * `slow`: no answer in time · `text`: a text with U+0000, which no database holds · `missing`: no such file or folder · `not-empty`: there is something where a copy would go ·
 * `not-an-export`: a folder or a file of it that is no export
 */
export type StoreErrorCode =
  | 'address'
  | 'driver'
  | 'not-a-database'
  | 'newer'
  | 'half-migrated'
  | 'damaged'
  | 'read-only'
  | 'locked'
  | 'full'
  | 'input-output'
  | 'away'
  | 'refused'
  | 'old-server'
  | 'slow'
  | 'text'
  | 'missing'
  | 'not-empty'
  | 'not-an-export'

/** A store that cannot be opened or used, as a code and a detail (a file, a version, a host): never a secret. `cause` is what the driver threw. */
export class StoreError extends Error {
  readonly code: StoreErrorCode
  readonly detail: string

  /** By name: a bundler gives one process several copies of this class, and a store is opened with one of them only. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'StoreError'
  }

  constructor(code: StoreErrorCode, detail = '', cause?: unknown) {
    super(detail === '' ? code : `${code}: ${detail}`, cause === undefined ? undefined : { cause })
    this.name = 'StoreError'
    this.code = code
    this.detail = detail
  }
}

const PASSING: ReadonlySet<StoreErrorCode> = new Set(['locked', 'full', 'away', 'slow'])

/** Whether trying again later may help: an HTTP answer is then 503 with Retry-After. */
export function isPassing({ code }: StoreError): boolean {
  return PASSING.has(code)
}
