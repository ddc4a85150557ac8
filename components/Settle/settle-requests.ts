import type { Decision, Verdict } from '../../core/model'

interface Seen {
  readonly scope: Decision['scope']
  readonly key: string
  readonly revision: number
}

/** What a page sends to settle findings, or to take the last decision on them back; `revision` is the last that the person saw, `others` those of the other scopes. */
export type DecisionRequest = Seen &
  (
    | { readonly action: 'undo' }
    | {
        readonly action: 'settle'
        readonly others: readonly Seen[]
        readonly verdict: Verdict
        readonly reason: string | null
      }
  )

/** What a page sends to confirm a row of the alignment that it shows, or to take a confirmation back. */
export type RowRequest =
  | {
      readonly action: 'confirm'
      readonly languages: readonly string[]
      readonly alignment: string
      readonly row: string
      readonly revision: number
    }
  | { readonly action: 'withdraw'; readonly key: string; readonly revision: number }
