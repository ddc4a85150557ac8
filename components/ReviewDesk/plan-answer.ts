/** A line of a workbook that can be followed, in the reader's language: where it stands, the finding in a sentence, what held until now and what is to hold; null for nothing. */
export interface PlanLine {
  readonly place: string
  readonly address: string
  readonly finding: string
  readonly before: string | null
  readonly after: string | null
}

/** A line that is told and not followed; `what` says why. */
export interface ToldLine {
  readonly place: string
  readonly address: string
  readonly what: string
}

/** What the server answers to a workbook: all that following it does, or where `applied` is true did, line by line. */
export interface PlanAnswer {
  readonly applied: boolean
  readonly set: readonly PlanLine[]
  readonly changed: readonly PlanLine[]
  readonly withdrawn: readonly PlanLine[]
  readonly refused: readonly ToldLine[]
  readonly edited: readonly ToldLine[]
}
