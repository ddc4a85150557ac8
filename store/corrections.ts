import type { Language, ParagraphKind, Version } from '../core/model'
import type { Store } from './database/open-store'
import { write } from './database/open-store'
import {
  indexRefs,
  overlap,
  resolveRefs,
  type CellRefs,
  type LostRef,
  type ParagraphRef,
} from './paragraph-refs'
import { resolutionName } from './resolutions'

/** What people corrected in a resolution, in order of revision; `operation` is JSON, `undoes` the revision that this one takes back. */
export interface CorrectionTable {
  resolution: string
  revision: number
  operation: string
  undoes: number | null
  by: string | null
  at: string
}

/**
 * One change by hand. `together`: these paragraphs make one row; `apart`: no two of them in different languages share one; `kind`: a paragraph is of another kind; `text`: a range of a paragraph reads
 * otherwise (UTF-16 offsets).
 */
export type Operation =
  | { readonly kind: 'together' | 'apart'; readonly cells: CellRefs }
  | {
      readonly kind: 'kind'
      readonly language: Language
      readonly paragraph: ParagraphRef
      readonly to: ParagraphKind
    }
  | {
      readonly kind: 'text'
      readonly language: Language
      readonly paragraph: ParagraphRef
      readonly from: number
      readonly to: number
      readonly text: string
    }

/** A correction that holds. */
export interface Correction {
  readonly resolution: string
  /** From 1, within the resolution. */
  readonly revision: number
  readonly operation: Operation
  readonly by: string | null
  readonly at: string
}

/** What became of a correction: kept, or not, because others have corrected the same paragraphs since the revision that was seen. */
export type CorrectResult =
  | { readonly kind: 'corrected'; readonly correction: Correction }
  | { readonly kind: 'conflict'; readonly theirs: readonly Correction[] }

/** Keeps a correction. `revision` is the resolution's last one as it was seen, 0 for none; corrections of other paragraphs in the meantime are no conflict. */
export async function correct(
  store: Store,
  given: {
    readonly resolution: string
    readonly operation: Operation
    readonly revision: number
    readonly by: string | null
  },
): Promise<CorrectResult> {
  const { resolution, operation, by } = given
  return write(store, [resolutionName(resolution)], async (inner) => {
    const cells = cellsOf(operation)
    const theirs = (await currentCorrections(inner, resolution)).filter(
      (one) => one.revision > given.revision && overlap(cellsOf(one.operation), cells),
    )
    if (theirs.length > 0) return { kind: 'conflict', theirs }
    return { kind: 'corrected', correction: await append(inner, resolution, operation, null, by) }
  })
}

/** Takes a correction back; gives false where it does not hold (any more). */
export async function undoCorrection(
  store: Store,
  given: { readonly resolution: string; readonly revision: number; readonly by: string | null },
): Promise<boolean> {
  const { resolution, revision, by } = given
  return write(store, [resolutionName(resolution)], async (inner) => {
    const found = (await currentCorrections(inner, resolution)).find((one) => one.revision === revision)
    if (found === undefined) return false
    await append(inner, resolution, found.operation, revision, by)
    return true
  })
}

/** The corrections of a resolution that hold, in order of revision. */
export async function currentCorrections(
  { reads }: Store,
  resolution: string,
): Promise<readonly Correction[]> {
  const rows = await reads
    .selectFrom('corrections')
    .selectAll()
    .where('resolution', '=', resolution)
    .orderBy('revision')
    .execute()
  const undone = new Set(rows.map(({ undoes }) => undoes))
  return rows
    .filter((row) => row.undoes === null && !undone.has(row.revision))
    .map(({ revision, operation, by, at }) => ({
      resolution,
      revision,
      operation: JSON.parse(operation) as Operation,
      by,
      at,
    }))
}

/** Where the corrections lead in the present versions: what each still speaks of, and what it has lost. */
export function traceCorrections(
  corrections: readonly Correction[],
  versions: readonly Version[],
): readonly { readonly correction: Correction; readonly lost: readonly LostRef[] }[] {
  const index = indexRefs(versions)
  return corrections.map((correction) => ({
    correction,
    lost: resolveRefs(cellsOf(correction.operation), index).lost,
  }))
}

/** The paragraphs that an operation speaks of. */
function cellsOf(operation: Operation): CellRefs {
  return 'cells' in operation ? operation.cells : { [operation.language]: [operation.paragraph] }
}

async function append(
  { db, now }: Store,
  resolution: string,
  operation: Operation,
  undoes: number | null,
  by: string | null,
): Promise<Correction> {
  const { last } = await db
    .selectFrom('corrections')
    .select((query) => query.fn.max('revision').as('last'))
    .where('resolution', '=', resolution)
    .executeTakeFirstOrThrow()
  const made = { resolution, revision: (last ?? 0) + 1, operation, by, at: now() }
  await db
    .insertInto('corrections')
    .values({ ...made, operation: JSON.stringify(operation), undoes })
    .execute()
  return made
}
