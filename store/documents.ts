import { randomUUID } from 'node:crypto'
import { sha256 } from './content-hash'
import type { Store } from './database/open-store'
import { write } from './database/open-store'

/** A file as it came. */
export interface DocumentTable {
  id: string
  sha256: string
  name: string
  type: string
  bytes: Uint8Array
  added_at: string
}

/** A file as it came: its bytes, its name and its media type (`text/plain`). */
export interface SourceDocument {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** Keeps a file and gives its id; the same bytes under the same name and type are kept once. */
export async function saveDocument(store: Store, { name, type, bytes }: SourceDocument): Promise<string> {
  const hash = sha256(bytes)
  return write(store, [`document ${hash}`], async ({ db, now }) => {
    const known = await db
      .selectFrom('documents')
      .select('id')
      .where('sha256', '=', hash)
      .where('name', '=', name)
      .where('type', '=', type)
      .executeTakeFirst()
    if (known !== undefined) return known.id
    const id = randomUUID()
    const values = { id, sha256: hash, name, type, bytes: Buffer.from(bytes), added_at: now() }
    await db.insertInto('documents').values(values).execute()
    return id
  })
}

/** A file by its id, or null where there is none. */
export async function readDocument(
  { reads }: Store,
  id: string,
): Promise<(SourceDocument & { readonly sha256: string; readonly addedAt: string }) | null> {
  const row = await reads.selectFrom('documents').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  return { name: row.name, type: row.type, bytes: row.bytes, sha256: row.sha256, addedAt: row.added_at }
}
