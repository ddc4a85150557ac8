import type { TermBase } from '../core/model'
import type { Store } from './database/open-store'
import { write } from './database/open-store'
import { saveResolution, type StoredResolution } from './resolutions'
import { newShipments } from './shipments'
import { readTermBase, saveTermBase } from './term-bases'
import { saveVersion, type NewVersion } from './versions'

/** A shipped thing by its name and a hash of all that it is made from: its files, and the program that reads them. */
export interface Shipped {
  readonly name: string
  readonly hash: string
}

/** A shipped resolution, already read. */
export interface ShippedTexts extends Shipped {
  readonly resolution: StoredResolution
  readonly versions: readonly Omit<NewVersion, 'resolution' | 'origin'>[]
}

/** A shipped term base, already read. */
export interface ShippedTerms extends Shipped {
  readonly base: TermBase
}

/** Names of what was loaded, and of what was left as people have made it. */
export interface Loaded {
  readonly loaded: readonly string[]
  readonly left: readonly string[]
}

/**
 * Loads what the program ships, each thing in a transaction of its own, and only what was never loaded before (see newShipments). A version or term base that a person has brought stays; corrections, decisions
 * and confirmations are not touched.
 */
export async function loadShipped(
  store: Store,
  { texts, terms }: { readonly texts: readonly ShippedTexts[]; readonly terms: readonly ShippedTerms[] },
): Promise<Loaded> {
  const loaded: string[] = []
  const left: string[] = []
  for (const one of texts) {
    const own = await once(store, one, async (inner) => {
      const theirs = await importedLanguages(inner, one.resolution.slug)
      await saveResolution(inner, one.resolution)
      for (const given of one.versions) {
        if (theirs.has(given.version.language)) left.push(`${one.name} ${given.version.language}`)
        else await saveVersion(inner, { ...given, resolution: one.resolution.slug, origin: 'shipped' })
      }
    })
    if (own) loaded.push(one.name)
  }
  for (const one of terms) {
    const own = await once(store, one, async (inner) => {
      const before = await readTermBase(inner, one.name)
      if (before?.origin === 'imported') left.push(one.name)
      else
        await saveTermBase(inner, {
          name: one.name,
          base: one.base,
          origin: 'shipped',
          by: null,
          revision: before?.revision ?? 0,
        })
    })
    if (own) loaded.push(one.name)
  }
  return { loaded, left }
}

/** Does it where it was never done, also when two programs start at once. */
async function once(
  store: Store,
  { name, hash }: Shipped,
  work: (store: Store) => Promise<void>,
): Promise<boolean> {
  return write(store, [`shipment ${name}`], async (inner) => {
    if ((await newShipments(inner, [{ name, hash }])).length === 0) return false
    await work(inner)
    await inner.db.insertInto('shipments').values({ name, hash, loaded_at: inner.now() }).execute()
    return true
  })
}

async function importedLanguages({ db }: Store, slug: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('versions')
    .select('language')
    .where('resolution', '=', slug)
    .where('superseded_at', 'is', null)
    .where('origin', '=', 'imported')
    .execute()
  return new Set(rows.map(({ language }) => language))
}
