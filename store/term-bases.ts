import type { TermBase } from '../core/model'
import { sha256 } from './content-hash'
import type { Store } from './database/open-store'
import { write } from './database/open-store'
import type { Origin } from './versions'

/** A term base under its name, every revision kept; `concepts` are the base as JSON, `hash` is theirs. */
export interface TermBaseTable {
  name: string
  revision: number
  hash: string
  concepts: string
  origin: string
  by: string | null
  at: string
}

/** A term base with what the store knows of it. */
export interface StoredTermBase {
  readonly name: string
  /** From 1, within the name. */
  readonly revision: number
  readonly base: TermBase
  readonly origin: Origin
  readonly by: string | null
  readonly at: string
}

/** What became of a term base: kept, or not, because somebody has changed it in the meantime. */
export type SavedTermBase =
  | { readonly kind: 'saved'; readonly revision: number }
  | { readonly kind: 'conflict'; readonly theirs: StoredTermBase | null }

/** Keeps a term base under its name; `revision` is the one that was seen, 0 for none. One that says the same as the last revision makes no new one. */
export async function saveTermBase(
  store: Store,
  given: Pick<StoredTermBase, 'name' | 'revision' | 'base' | 'origin' | 'by'>,
): Promise<SavedTermBase> {
  const { name, base, origin, by } = given
  return write(store, [`terms ${name}`], async (inner) => {
    const { db, now } = inner
    const last = await lastOf(inner, name)
    if ((last?.revision ?? 0) !== given.revision)
      return { kind: 'conflict', theirs: last === undefined ? null : toTermBase(last) }
    const concepts = JSON.stringify(base)
    const hash = sha256(concepts)
    if (last?.hash === hash) return { kind: 'saved', revision: last.revision }
    const revision = given.revision + 1
    await db
      .insertInto('term_bases')
      .values({ name, revision, hash, concepts, origin, by, at: now() })
      .execute()
    return { kind: 'saved', revision }
  })
}

/** A term base as it is now, or null where there is none of that name. */
export async function readTermBase(store: Store, name: string): Promise<StoredTermBase | null> {
  const last = await lastOf(store, name)
  return last === undefined ? null : toTermBase(last)
}

/** Names of the term bases with their last revisions, in order of name. */
export async function listTermBases({
  reads,
}: Store): Promise<readonly { readonly name: string; readonly revision: number }[]> {
  return reads
    .selectFrom('term_bases')
    .select((query) => ['name', query.fn.max('revision').as('revision')])
    .groupBy('name')
    .orderBy('name')
    .execute()
}

/** A term base that people have brought, without its concepts. */
export interface ImportedTermBase {
  readonly name: string
  readonly revision: number
  readonly by: string | null
  readonly at: string
}

/** The JSON of a term base without concepts, which is one that was removed. */
const NONE = JSON.stringify([])

/** The term bases that people have brought and nobody has removed, in order of name, behind a name. */
export async function pageTermBases(
  { reads }: Store,
  { after = '', limit }: { readonly after?: string; readonly limit: number },
): Promise<readonly ImportedTermBase[]> {
  return reads
    .selectFrom('term_bases as own')
    .select(['own.name', 'own.revision', 'own.by', 'own.at'])
    .where('own.name', '>', after)
    .where('own.origin', '=', 'imported')
    .where('own.concepts', '<>', NONE)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('term_bases as later')
            .select('later.name')
            .whereRef('later.name', '=', 'own.name')
            .whereRef('later.revision', '>', 'own.revision'),
        ),
      ),
    )
    .orderBy('own.name')
    .limit(limit)
    .execute()
}

/** Removes a term base that people have brought: its last revision then has no concepts, and those before stay. */
export async function removeTermBase(
  store: Store,
  given: Pick<StoredTermBase, 'name' | 'revision' | 'by'>,
): Promise<SavedTermBase> {
  return saveTermBase(store, { ...given, base: [], origin: 'imported' })
}

function lastOf({ reads }: Store, name: string): Promise<TermBaseTable | undefined> {
  return reads
    .selectFrom('term_bases')
    .selectAll()
    .where('name', '=', name)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
}

function toTermBase(row: TermBaseTable): StoredTermBase {
  const { name, revision, by, at } = row
  return { name, revision, base: JSON.parse(row.concepts) as TermBase, origin: row.origin as Origin, by, at }
}
