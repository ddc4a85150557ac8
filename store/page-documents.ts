import { sql } from 'kysely'
import type { Language } from '../core/model'
import type { Store } from './database/open-store'
import { likeStart } from './like-start'
import { pageVersions, type VersionSummary } from './page-versions'
import { toResolution, type StoredResolution } from './resolutions'

/** A resolution with its present versions and their files, in order of language. */
export type DocumentSummary = StoredResolution & { readonly versions: readonly VersionSummary[] }

/** Resolutions in order of slug: those whose symbol begins so, those that have a version in a language, those after one. Two statements. */
export async function pageDocuments(
  store: Store,
  filter: {
    readonly slug?: string
    readonly symbol?: string
    readonly language?: Language
    readonly after?: string
    readonly limit: number
  },
): Promise<readonly DocumentSummary[]> {
  const { slug, symbol, language, after, limit } = filter
  const rows = await store.reads
    .selectFrom('resolutions')
    .selectAll()
    .$if(slug !== undefined, (query) => query.where('slug', '=', slug ?? ''))
    .$if(symbol !== undefined, (query) =>
      query.where(likeStart(sql.ref<string>('resolutions.symbol'), symbol ?? '')),
    )
    .$if(language !== undefined, (query) =>
      query.where('slug', 'in', (inner) =>
        inner
          .selectFrom('versions')
          .select('versions.resolution')
          .where('versions.language', '=', language ?? '')
          .where('versions.superseded_at', 'is', null),
      ),
    )
    .$if(after !== undefined, (query) => query.where('slug', '>', after ?? ''))
    .orderBy('slug')
    .limit(limit)
    .execute()
  const versions = await pageVersions(store, {
    documents: rows.map((row) => row.slug),
    limit: limit * MOST_VERSIONS,
  })
  return rows.map((row) => ({
    ...toResolution(row),
    versions: versions.filter(({ document }) => document === row.slug),
  }))
}

/** More present versions than any resolution has: six languages, and some with several texts. */
const MOST_VERSIONS = 50
