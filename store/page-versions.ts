import { sql } from 'kysely'
import type { Language, Status } from '../core/model'
import type { Store } from './database/open-store'
import { likeStart } from './like-start'
import type { Origin } from './versions'

/** A version without its text, with the file that it was read from; times are ISO 8601, `size` in bytes. */
export interface VersionSummary {
  readonly id: string
  readonly document: string
  readonly language: Language
  readonly status: Status
  readonly title: string | null
  readonly source: string | null
  readonly origin: Origin
  readonly addedAt: string
  readonly supersededAt: string | null
  readonly file: {
    readonly id: string
    readonly name: string
    readonly type: string
    readonly size: number
    readonly sha256: string
  } | null
}

/** Which versions are wanted: `symbol` a symbol or its beginning; also superseded ones where `superseded`; those after one, `limit` at most. */
export interface VersionFilter {
  readonly id?: string
  readonly documents?: readonly string[]
  readonly symbol?: string
  readonly language?: Language
  readonly status?: Status
  readonly superseded?: boolean
  readonly after?: readonly [document: string, language: Language, id: string]
  readonly limit?: number
}

/** Versions without their texts, in order of document, language and id. One statement. */
export async function pageVersions(
  { reads }: Store,
  filter: VersionFilter,
): Promise<readonly VersionSummary[]> {
  const { id, documents, symbol, language, status, superseded = false, after, limit = 1000 } = filter
  const rows = await reads
    .selectFrom('versions')
    .innerJoin('resolutions', 'resolutions.slug', 'versions.resolution')
    .leftJoin('documents', 'documents.id', 'versions.document')
    .select([
      'versions.id',
      'versions.resolution',
      'versions.language',
      'versions.status',
      'versions.title',
      'versions.source',
      'versions.origin',
      'versions.added_at',
      'versions.superseded_at',
      'documents.id as file',
      'documents.name',
      'documents.type',
      'documents.sha256',
      sql<number | string | null>`length(documents.bytes)`.as('size'),
    ])
    .$if(id !== undefined, (query) => query.where('versions.id', '=', id ?? ''))
    .$if(documents !== undefined, (query) =>
      query.where('versions.resolution', 'in', [...(documents ?? []), '']),
    )
    .$if(symbol !== undefined, (query) =>
      query.where(likeStart(sql.ref<string>('resolutions.symbol'), symbol ?? '')),
    )
    .$if(language !== undefined, (query) => query.where('versions.language', '=', language ?? ''))
    .$if(status !== undefined, (query) => query.where('versions.status', '=', status ?? ''))
    .$if(!superseded, (query) => query.where('versions.superseded_at', 'is', null))
    .$if(after !== undefined, (query) => {
      const [document, own, last] = after ?? ['', '', '']
      return query.where((is) =>
        is.or([
          is('versions.resolution', '>', document),
          is.and([is('versions.resolution', '=', document), is('versions.language', '>', own)]),
          is.and([
            is('versions.resolution', '=', document),
            is('versions.language', '=', own),
            is('versions.id', '>', last),
          ]),
        ]),
      )
    })
    .orderBy('versions.resolution')
    .orderBy('versions.language')
    .orderBy('versions.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    document: row.resolution,
    language: row.language,
    status: row.status as Status,
    title: row.title,
    source: row.source,
    origin: row.origin as Origin,
    addedAt: row.added_at,
    supersededAt: row.superseded_at,
    file:
      row.file === null
        ? null
        : {
            id: row.file,
            name: row.name ?? '',
            type: row.type ?? '',
            size: Number(row.size),
            sha256: row.sha256 ?? '',
          },
  }))
}
