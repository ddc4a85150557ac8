import { sql } from 'kysely'
import type { Language } from '../core/model'
import type { Store } from './database/open-store'
import { likeStart } from './like-start'

/** An alignment without its rows; times are ISO 8601. */
export interface AlignmentSummary {
  readonly id: string
  readonly document: string
  readonly symbol: string
  readonly pivot: Language
  readonly versions: readonly { readonly language: Language; readonly id: string }[]
  readonly madeAt: string
  readonly supersededAt: string | null
}

/** Alignments in order of document and id: those with a version in a language, those after one; also superseded ones where `superseded`. Two statements. */
export async function pageAlignments(
  { reads }: Store,
  filter: {
    readonly id?: string
    readonly document?: string
    readonly symbol?: string
    readonly language?: Language
    readonly superseded?: boolean
    readonly after?: readonly [document: string, id: string]
    readonly limit: number
  },
): Promise<readonly AlignmentSummary[]> {
  const { id, document, symbol, language, superseded = false, after, limit } = filter
  const rows = await reads
    .selectFrom('alignments')
    .innerJoin('resolutions', 'resolutions.slug', 'alignments.resolution')
    .select(['id', 'alignments.resolution', 'symbol', 'pivot', 'made_at', 'superseded_at'])
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .$if(document !== undefined, (query) => query.where('alignments.resolution', '=', document ?? ''))
    .$if(symbol !== undefined, (query) =>
      query.where(likeStart(sql.ref<string>('resolutions.symbol'), symbol ?? '')),
    )
    .$if(language !== undefined, (query) =>
      query.where('alignments.id', 'in', (inner) =>
        inner
          .selectFrom('alignment_versions')
          .innerJoin('versions', 'versions.id', 'alignment_versions.version')
          .select('alignment_versions.alignment')
          .where('versions.language', '=', language ?? ''),
      ),
    )
    .$if(!superseded, (query) => query.where('superseded_at', 'is', null))
    .$if(after !== undefined, (query) => {
      const [own, last] = after ?? ['', '']
      return query.where((is) =>
        is.or([
          is('alignments.resolution', '>', own),
          is.and([is('alignments.resolution', '=', own), is('alignments.id', '>', last)]),
        ]),
      )
    })
    .orderBy('alignments.resolution')
    .orderBy('id')
    .limit(limit)
    .execute()
  const versions = await reads
    .selectFrom('alignment_versions')
    .innerJoin('versions', 'versions.id', 'alignment_versions.version')
    .select(['alignment', 'version', 'language'])
    .where('alignment', 'in', [...rows.map((row) => row.id), ''])
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    document: row.resolution,
    symbol: row.symbol,
    pivot: row.pivot,
    versions: versions
      .filter(({ alignment }) => alignment === row.id)
      .map(({ language: own, version }) => ({ language: own, id: version })),
    madeAt: row.made_at,
    supersededAt: row.superseded_at,
  }))
}
