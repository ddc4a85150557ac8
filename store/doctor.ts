import { sql } from 'kysely'
import { sha256, versionHash } from './content-hash'
import { isEmpty, readOneState, readPages, TABLE_NAMES } from './copy-tables'
import { checkIntegrity, describeDatabase } from './database/dialect'
import type { Store } from './database/open-store'
import type { DocumentTable } from './documents'
import { PARAGRAPH_COLUMNS, toVersions, VERSION_COLUMNS } from './versions'

/** What is wrong with a store. `damaged`: the database says so (`detail` are its words); `orphan`: a row that refers to none; `document`, `version`: content that is not what its hash says. */
export interface Problem {
  readonly kind: 'damaged' | 'orphan' | 'document' | 'version'
  /** A table with its column, an id, or the database's words. */
  readonly detail: string
  readonly count: number
}

/** A store's state of health; without problems it is well. */
export interface Health {
  /** The database program and its version. */
  readonly database: string
  /** Number of the last migration. */
  readonly step: number
  readonly empty: boolean
  /** Rows by table. */
  readonly counts: Readonly<Record<string, number>>
  readonly problems: readonly Problem[]
}

/** What refers to what: table, column, other table, its column. */
const REFERENCES = [
  ['versions', 'resolution', 'resolutions', 'slug'],
  ['versions', 'document', 'documents', 'id'],
  ['paragraphs', 'version', 'versions', 'id'],
  ['alignments', 'resolution', 'resolutions', 'slug'],
  ['alignment_versions', 'alignment', 'alignments', 'id'],
  ['alignment_versions', 'version', 'versions', 'id'],
  ['rows', 'alignment', 'alignments', 'id'],
  ['findings', 'alignment', 'alignments', 'id'],
  ['corrections', 'resolution', 'resolutions', 'slug'],
  ['decisions', 'resolution', 'resolutions', 'slug'],
  ['confirmations', 'resolution', 'resolutions', 'slug'],
] as const

/** Looks a store through: the file itself, references, and whether documents and versions still are what their hashes say. Reads everything, changes nothing. */
export async function doctor(store: Store): Promise<Health> {
  return readOneState(store, async (inner) => {
    const damaged = await checkIntegrity(inner.db, inner.kind)
    return {
      database: await describeDatabase(inner.db, inner.kind),
      step: store.migrated.to,
      empty: await isEmpty(inner),
      counts: await countRows(inner),
      problems: [
        ...damaged.map((detail): Problem => ({ kind: 'damaged', detail, count: 1 })),
        ...(await findOrphans(inner)),
        ...(await checkDocuments(inner)),
        ...(await checkTexts(inner)),
      ],
    }
  })
}

async function countRows({ db }: Store): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  for (const table of TABLE_NAMES) {
    const { rows } = await sql<{ count: number }>`
      select cast(count(*) as integer) as count from ${sql.table(table)}
    `.execute(db)
    counts[table] = rows[0]?.count ?? 0
  }
  return counts
}

async function findOrphans({ db }: Store): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  for (const [table, column, other, key] of REFERENCES) {
    const { rows } = await sql<{ count: number }>`
      select cast(count(*) as integer) as count from ${sql.table(table)}
      where ${sql.ref(column)} is not null and ${sql.ref(column)} not in (select ${sql.ref(key)} from ${sql.table(other)})
    `.execute(db)
    const count = rows[0]?.count ?? 0
    if (count > 0) problems.push({ kind: 'orphan', detail: `${table}.${column}`, count })
  }
  return problems
}

async function checkDocuments(store: Store): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  for await (const page of readPages(store, 'documents'))
    for (const row of page as readonly Pick<DocumentTable, 'id' | 'bytes' | 'sha256'>[])
      if (sha256(row.bytes) !== row.sha256) problems.push({ kind: 'document', detail: row.id, count: 1 })
  return problems
}

async function checkTexts(store: Store): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  for await (const page of readPages(store, 'versions'))
    for (const row of page) {
      const rows = await store.db
        .selectFrom('versions')
        .leftJoin('paragraphs', 'paragraphs.version', 'versions.id')
        .select([...VERSION_COLUMNS, ...PARAGRAPH_COLUMNS])
        .where('versions.id', '=', String(row.id))
        .orderBy('paragraphs.position')
        .execute()
      const [found] = toVersions(rows)
      if (found === undefined || versionHash(found.version) !== row.hash)
        problems.push({ kind: 'version', detail: String(row.id), count: 1 })
    }
  return problems
}
