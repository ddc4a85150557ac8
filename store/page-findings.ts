import { sql } from 'kysely'
import type { FindingCode, Severity } from '../core/model'
import type { Store } from './database/open-store'
import { toFinding, type StoredFinding } from './findings'
import { likeStart } from './like-start'

/** A finding with where it stands: its alignment, its place there from 0, its document. */
export interface PlacedFinding extends StoredFinding {
  readonly alignment: string
  readonly position: number
  readonly document: string
  readonly symbol: string
}

/** Which findings are wanted. Without an alignment those of present ones only; those after one. */
export interface FindingFilter {
  readonly alignment?: string
  readonly position?: number
  readonly document?: string
  readonly symbol?: string
  readonly codes?: readonly FindingCode[]
  readonly severities?: readonly Severity[]
  readonly after?: readonly [document: string, alignment: string, position: number]
  readonly limit: number
}

/** Findings in order of document, alignment and place. One statement. */
export async function pageFindings(
  { reads }: Store,
  filter: FindingFilter,
): Promise<readonly PlacedFinding[]> {
  const { alignment, position, document, symbol, codes, severities, after, limit } = filter
  const rows = await reads
    .selectFrom('findings')
    .innerJoin('alignments', 'alignments.id', 'findings.alignment')
    .innerJoin('resolutions', 'resolutions.slug', 'alignments.resolution')
    .selectAll('findings')
    .select(['alignments.resolution', 'resolutions.symbol'])
    .$if(alignment !== undefined, (query) => query.where('findings.alignment', '=', alignment ?? ''))
    .$if(alignment === undefined, (query) => query.where('alignments.superseded_at', 'is', null))
    .$if(position !== undefined, (query) => query.where('findings.position', '=', position ?? -1))
    .$if(document !== undefined, (query) => query.where('alignments.resolution', '=', document ?? ''))
    .$if(symbol !== undefined, (query) =>
      query.where(likeStart(sql.ref<string>('resolutions.symbol'), symbol ?? '')),
    )
    .$if(codes !== undefined, (query) => query.where('findings.code', 'in', [...(codes ?? []), '']))
    .$if(severities !== undefined, (query) =>
      query.where('findings.severity', 'in', [...(severities ?? []), '']),
    )
    .$if(after !== undefined, (query) => {
      const [own, within, last] = after ?? ['', '', 0]
      return query.where((is) =>
        is.or([
          is('alignments.resolution', '>', own),
          is.and([is('alignments.resolution', '=', own), is('findings.alignment', '>', within)]),
          is.and([
            is('alignments.resolution', '=', own),
            is('findings.alignment', '=', within),
            is('findings.position', '>', last),
          ]),
        ]),
      )
    })
    .orderBy('alignments.resolution')
    .orderBy('findings.alignment')
    .orderBy('findings.position')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    ...toFinding(row),
    alignment: row.alignment,
    position: row.position,
    document: row.resolution,
    symbol: row.symbol,
  }))
}
