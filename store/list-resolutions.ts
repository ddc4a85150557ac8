import type { Language, Status } from '../core/model'
import type { Store } from './database/open-store'
import { toResolution, type StoredResolution } from './resolutions'

/** A version as a list names it; `source` is a word of the corpus's list of sources, an address, or null. */
export interface ListedVersion {
  readonly language: Language
  readonly status: Status
  readonly source: string | null
}

/** A resolution with its present versions, in order of language. */
export type ListedResolution = StoredResolution & { readonly versions: readonly ListedVersion[] }

/** The resolutions in order of symbol, or the one of a slug, with their present versions. One statement. */
export async function listResolutions({ reads }: Store, slug?: string): Promise<readonly ListedResolution[]> {
  const rows = await reads
    .selectFrom('resolutions')
    .leftJoin('versions', (join) =>
      join.onRef('versions.resolution', '=', 'resolutions.slug').on('versions.superseded_at', 'is', null),
    )
    .select(['slug', 'resolutions.symbol', 'adopted', 'meeting', 'titles', 'language', 'status', 'source'])
    .$if(slug !== undefined, (query) => query.where('slug', '=', slug ?? ''))
    .orderBy('resolutions.symbol')
    .orderBy('slug')
    .orderBy('language')
    .execute()
  const found = new Map<string, StoredResolution & { readonly versions: ListedVersion[] }>()
  for (const row of rows) {
    const own = found.get(row.slug) ?? { ...toResolution(row), versions: [] }
    found.set(row.slug, own)
    const { language, status, source } = row
    if (language !== null) own.versions.push({ language, status: (status ?? 'unknown') as Status, source })
  }
  return [...found.values()]
}
