/** A job as the page shows it, all words in the reader's language. */
export interface ShownJob {
  readonly id: string
  /** What it does. */
  readonly what: string
  /** The languages that it is about; empty where it is about all. */
  readonly languages: string
  readonly state: 'queued' | 'running' | 'stopping' | 'done' | 'failed' | 'cancelled'
  readonly stateWord: string
  /** Steps done, of `total` where that is known; null where the job is not running. */
  readonly progress: { readonly done: number; readonly total: number | null; readonly word: string } | null
  /** When it was begun and ended, or was added where it was not begun; `at` is ISO 8601. */
  readonly times: readonly { readonly at: string; readonly word: string }[]
  /** Why it failed. */
  readonly error: string | null
  /** What of its parts failed, and why. */
  readonly failures: readonly { readonly id: string; readonly what: string; readonly error: string }[]
  /** The name of the button that cancels it; null where there is nothing to cancel. */
  readonly cancel: string | null
}
