import type { Decision } from '../core/model'
import type { Store } from './database/open-store'
import { write } from './database/open-store'
import { inChunks } from './in-chunks'

/** What was settled about findings of a key, every revision kept; `verdict` is null where nothing is settled any more. `resolution` is where it was settled, `undoes` the revision that this one takes back. */
export interface DecisionTable {
  scope: string
  key: string
  revision: number
  resolution: string | null
  verdict: string | null
  reason: string | null
  undoes: number | null
  by: string | null
  at: string
  current: number
}

/** A decision with its revision (from 1, within scope and key) and the resolution in which it was taken, or null. */
export type StoredDecision = Decision & { readonly revision: number; readonly resolution: string | null }

/** One entry of a key's history; `verdict` is null where it left nothing settled. */
export interface DecisionEntry extends Omit<StoredDecision, 'verdict'> {
  readonly verdict: Decision['verdict'] | null
  readonly undoes: number | null
}

/** What became of a decision: kept, or not, because somebody has settled or reopened the same in the meantime: `theirs` says who, when and what. */
export type DecideResult =
  | { readonly kind: 'decided'; readonly entry: DecisionEntry }
  | { readonly kind: 'conflict'; readonly theirs: DecisionEntry | null }

/** A key with its last revision as somebody has seen it, 0 for none. */
export type SeenDecision = Pick<StoredDecision, 'scope' | 'key' | 'revision'>

/** Which findings a request speaks of, as they were seen when it was made; `others` are the same finding's keys of other scopes, where somebody may have settled it too. */
export interface DecisionTarget extends SeenDecision {
  readonly others?: readonly SeenDecision[]
  readonly by: string | null
}

/** Settles findings. */
export async function decide(
  store: Store,
  given: DecisionTarget & {
    readonly resolution: string | null
    readonly verdict: Decision['verdict']
    readonly reason: string | null
  },
): Promise<DecideResult> {
  const { resolution, verdict, reason } = given
  return change(store, given, async () => ({ resolution, verdict, reason, undoes: null }))
}

/**
 * Takes the last decision back: what was settled before it holds again. Further calls go further back; where nothing is left to take back, it is a conflict with the last entry, or null where there is
 * none.
 */
export async function undoDecision(store: Store, target: DecisionTarget): Promise<DecideResult> {
  return change(store, target, async (inner, last) => {
    const stack: DecisionEntry[] = []
    for (const entry of await decisionHistory(inner, target.scope, target.key)) {
      if (entry.undoes === null) stack.push(entry)
      else stack.pop()
    }
    const undone = stack.pop()
    if (undone === undefined || last === null) return null
    const before = stack.at(-1)
    return {
      resolution: before?.resolution ?? undone.resolution,
      verdict: before?.verdict ?? null,
      reason: before?.reason ?? null,
      undoes: undone.revision,
    }
  })
}

/** Everything that was ever settled about findings of a key, the earliest first. */
export async function decisionHistory(
  { reads }: Store,
  scope: Decision['scope'],
  key: string,
): Promise<readonly DecisionEntry[]> {
  const rows = await reads
    .selectFrom('decisions')
    .selectAll()
    .where('scope', '=', scope)
    .where('key', '=', key)
    .orderBy('revision')
    .execute()
  return rows.map(toEntry)
}

/** All that is settled now, in order of time. */
export async function currentDecisions({ reads }: Store): Promise<readonly StoredDecision[]> {
  const rows = await reads
    .selectFrom('decisions')
    .selectAll()
    .where('current', '=', 1)
    .where('verdict', 'is not', null)
    .orderBy('at')
    .orderBy('scope')
    .orderBy('key')
    .execute()
  return rows.map(toDecision)
}

/** The last revisions of keys, by scope and key (`finding 0123…`); none for what was never spoken of. */
export async function lastRevisions(
  { reads }: Store,
  keys: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {}
  for (const chunk of inChunks([...new Set(keys)])) {
    const rows = await reads
      .selectFrom('decisions')
      .select(['scope', 'key', 'revision'])
      .where('current', '=', 1)
      .where('key', 'in', chunk)
      .execute()
    for (const { scope, key, revision } of rows) found[`${scope} ${key}`] = revision
  }
  return found
}

/** What is settled now, by scope and key: of these keys, of one scope, verdict or resolution, after one of the list. */
export async function pageDecisions(
  { reads }: Store,
  filter: {
    readonly keys?: readonly string[]
    readonly scope?: Decision['scope']
    readonly verdict?: Decision['verdict']
    readonly resolution?: string
    readonly after?: readonly [scope: string, key: string]
    readonly limit?: number
  },
): Promise<readonly DecisionEntry[]> {
  const { keys, scope, verdict, resolution, after, limit } = filter
  const rows = await reads
    .selectFrom('decisions')
    .selectAll()
    .where('current', '=', 1)
    .where('verdict', 'is not', null)
    .$if(keys !== undefined, (query) => query.where('key', 'in', [...(keys ?? []), '']))
    .$if(scope !== undefined, (query) => query.where('scope', '=', scope ?? ''))
    .$if(verdict !== undefined, (query) => query.where('verdict', '=', verdict ?? ''))
    .$if(resolution !== undefined, (query) => query.where('resolution', '=', resolution ?? ''))
    .$if(after !== undefined, (query) => {
      const [own, last] = after ?? ['', '']
      return query.where((is) =>
        is.or([is('scope', '>', own), is.and([is('scope', '=', own), is('key', '>', last)])]),
      )
    })
    .orderBy('scope')
    .orderBy('key')
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
    .execute()
  return rows.map(toEntry)
}

/** A row of the table whose verdict is not null, as a value. */
export function toDecision(row: Omit<DecisionTable, 'current' | 'undoes'>): StoredDecision {
  const { scope, verdict } = row as { scope: Decision['scope']; verdict: Decision['verdict'] }
  const { key, revision, resolution, reason, by, at } = row
  return { scope, key, verdict, reason, by, at, revision, resolution }
}

function toEntry(row: DecisionTable): DecisionEntry {
  return { ...toDecision(row), verdict: row.verdict as DecisionEntry['verdict'], undoes: row.undoes }
}

async function change(
  store: Store,
  { scope, key, revision, by, others = [] }: DecisionTarget,
  next: (
    store: Store,
    last: DecisionEntry | null,
  ) => Promise<Pick<DecisionEntry, 'resolution' | 'verdict' | 'reason' | 'undoes'> | null>,
): Promise<DecideResult> {
  const names = [{ scope, key }, ...others].map((one) => `decision ${one.scope} ${one.key}`)
  return write(store, names, async (inner) => {
    const { db, now } = inner
    const row = await db
      .selectFrom('decisions')
      .selectAll()
      .where('scope', '=', scope)
      .where('key', '=', key)
      .where('current', '=', 1)
      .executeTakeFirst()
    const last = row === undefined ? null : toEntry(row)
    if ((last?.revision ?? 0) !== revision) return { kind: 'conflict', theirs: last }
    for (const seen of others) {
      const theirs = (await decisionHistory(inner, seen.scope, seen.key)).at(-1)
      if ((theirs?.revision ?? 0) !== seen.revision) return { kind: 'conflict', theirs: theirs ?? null }
    }
    const made = await next(inner, last)
    if (made === null) return { kind: 'conflict', theirs: last }
    const entry: DecisionEntry = { scope, key, ...made, by, at: now(), revision: revision + 1 }
    if (last !== null)
      await db
        .updateTable('decisions')
        .set({ current: 0 })
        .where('scope', '=', scope)
        .where('key', '=', key)
        .where('current', '=', 1)
        .execute()
    await db
      .insertInto('decisions')
      .values({ ...entry, at: entry.at ?? now(), current: 1 })
      .execute()
    return { kind: 'decided', entry }
  })
}
