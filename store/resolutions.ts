import type { Store } from './database/open-store'
import { write } from './database/open-store'

/** A resolution; `titles` is JSON. */
export interface ResolutionTable {
  slug: string
  symbol: string
  adopted: string | null
  meeting: number | null
  titles: string
  added_at: string
}

/** A resolution as the list shows it. `slug` is its symbol as it stands in addresses: see toSlug. */
export interface StoredResolution {
  readonly slug: string
  readonly symbol: string
  /** ISO 8601. */
  readonly adopted: string | null
  readonly meeting: number | null
  /** By language. */
  readonly titles: Readonly<Record<string, string>>
}

/** Keeps a resolution, in place of what was said of it before. */
export async function saveResolution(store: Store, resolution: StoredResolution): Promise<void> {
  const { slug, symbol, adopted, meeting } = resolution
  const values = { symbol, adopted, meeting, titles: JSON.stringify(resolution.titles) }
  await write(store, [resolutionName(slug)], ({ db, now }) =>
    db
      .insertInto('resolutions')
      .values({ slug, ...values, added_at: now() })
      .onConflict((conflict) => conflict.column('slug').doUpdateSet(values))
      .execute(),
  )
}

/** A resolution by its slug, or null where there is none. */
export async function readStored({ reads }: Store, slug: string): Promise<StoredResolution | null> {
  const row = await reads.selectFrom('resolutions').selectAll().where('slug', '=', slug).executeTakeFirst()
  return row === undefined ? null : toResolution(row)
}

/** The resolutions, in order of symbol. */
export async function listStored({ reads }: Store): Promise<readonly StoredResolution[]> {
  const found = await reads.selectFrom('resolutions').selectAll().orderBy('symbol').execute()
  return found.map(toResolution)
}

/** Whether there is a resolution of this slug, or any at all where none is given. */
export async function isStored({ reads }: Store, slug?: string): Promise<boolean> {
  const found = await reads
    .selectFrom('resolutions')
    .select('slug')
    .$if(slug !== undefined, (query) => query.where('slug', '=', slug ?? ''))
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** A row of the table as a value. */
export function toResolution(row: Omit<ResolutionTable, 'added_at'>): StoredResolution {
  const { slug, symbol, adopted, meeting } = row
  return { slug, symbol, adopted, meeting, titles: JSON.parse(row.titles) as StoredResolution['titles'] }
}

/** What a writer of anything that belongs to a resolution locks (see `write`). */
export function resolutionName(slug: string): string {
  return `resolution ${slug}`
}

/** The symbols of the resolutions that have one of these slugs, some hundreds at most, by slug. */
export async function readSymbols(
  { reads }: Store,
  slugs: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const rows = await reads
    .selectFrom('resolutions')
    .select(['slug', 'symbol'])
    .where('slug', 'in', [...new Set(slugs), ''])
    .execute()
  return Object.fromEntries(rows.map(({ slug, symbol }) => [slug, symbol]))
}
