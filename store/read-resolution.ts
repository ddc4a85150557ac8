import { sql } from 'kysely'
import type { Check, Language, Status, TermHits } from '../core/model'
import { selectionOf } from './alignments'
import { toConfirmation, type Confirmation } from './confirmations'
import type { Store } from './database/open-store'
import { toDecision, type StoredDecision } from './decisions'
import { toFinding, type FindingKeys, type FindingTable } from './findings'
import { keepConfirmed, type Unkept } from './keep-confirmed'
import type { ListedVersion } from './list-resolutions'
import { toResolution, type StoredResolution } from './resolutions'
import { toRow, type RowTable } from './rows'
import { PARAGRAPH_COLUMNS, toVersions, VERSION_COLUMNS, type StoredVersion } from './versions'

/** A resolution as the reading view needs it. */
export interface StoredReading {
  readonly resolution: StoredResolution
  readonly versions: readonly StoredVersion[]
  readonly check: Check
  /** Keys of the findings, one each. */
  readonly keys: readonly FindingKeys[]
  readonly alignment: {
    readonly id: string
    readonly aligner: string
    readonly options: string
    readonly madeAt: string
  }
  /** The resolution's present versions, those that are not in this alignment too, in order of language. */
  readonly available: readonly ListedVersion[]
  /** What is settled of its findings, and what was settled in this resolution and finds nothing any more. */
  readonly decisions: readonly StoredDecision[]
  /** Those of the decisions that no finding of any present alignment of this resolution has. */
  readonly lostDecisions: readonly StoredDecision[]
  /** The last revisions, for who writes: of decisions by scope and key (`finding 0123…`), of rows by `row` and key; none for what was never spoken of. */
  readonly revisions: Readonly<Record<string, number>>
  readonly confirmations: readonly Confirmation[]
  /** Row ids by key of the confirmed row. */
  readonly confirmedRows: Readonly<Record<string, string>>
  /** The confirmed rows that this alignment does not have. */
  readonly unkept: readonly Unkept[]
}

/** What belongs to an alignment and never changes. */
export type Aligned = Pick<StoredReading, 'versions' | 'check' | 'keys'>

/** Keeps what never changes of alignments by their id, as long as there is room. */
export interface AlignmentMemory {
  readonly get: (id: string) => Aligned | undefined
  readonly set: (id: string, aligned: Aligned) => unknown
}

/** What is asked of a resolution: an alignment of these languages over this pivot (the first of them unless given), or the one of most languages. */
interface Asked {
  readonly languages?: readonly Language[]
  readonly pivot?: Language
}

/**
 * Reads a resolution with its alignment in the languages asked for, over the pivot asked for (the first of the languages unless given), or in the alignment of most languages. Null where
 * there is no such resolution or it is not aligned so. Three statements, two for an alignment that `memory` has; what they read fits together, since versions and alignments never change.
 */
export async function readResolution(
  store: Store,
  slug: string,
  asked: Asked = {},
  memory?: AlignmentMemory,
): Promise<StoredReading | null> {
  const { alignment, decisions, confirmations, ...settled } = await readSettled(store, slug, asked)
  if (alignment === null) return null
  const known = memory?.get(alignment.id)
  const { resolution, aligned } =
    known === undefined
      ? await readAligned(store, alignment.id)
      : { resolution: await readOne(store, slug), aligned: known }
  if (known === undefined) memory?.set(alignment.id, aligned)
  const { check } = aligned
  const { kept, unkept, same } = keepConfirmed(check, confirmations)
  const ids = new Set(check.rows.map(({ id }) => id))
  // A row that was confirmed in another selection after this alignment was made may not be in it as it is.
  const apart = same ? [] : confirmations.filter(({ key }) => kept[key] !== undefined && !ids.has(kept[key]))
  return {
    ...aligned,
    ...settled,
    resolution,
    alignment,
    decisions,
    confirmations,
    confirmedRows: Object.fromEntries(Object.entries(kept).filter(([, id]) => ids.has(id))),
    unkept: [...unkept, ...apart.map(({ key }): Unkept => ({ key, reason: 'not-yet', lost: [] }))],
  }
}

/** An alignment by its id, present or superseded, with what belongs to it and never changes; null where there is none. Two statements, none for one that `memory` has. */
export async function readAlignment(
  store: Store,
  id: string,
  memory?: AlignmentMemory,
): Promise<Aligned | null> {
  const known = memory?.get(id)
  if (known !== undefined) return known
  const texts = await readTexts(store, id)
  if (texts.length === 0) return null
  const { aligned } = await readAligned(store, id, texts)
  memory?.set(id, aligned)
  return aligned
}

async function readOne({ reads }: Store, slug: string): Promise<StoredResolution> {
  return toResolution(
    await reads.selectFrom('resolutions').selectAll().where('slug', '=', slug).executeTakeFirstOrThrow(),
  )
}

async function readAligned(store: Store, alignment: string, given?: Awaited<ReturnType<typeof readTexts>>) {
  const texts = given ?? (await readTexts(store, alignment))
  const first = texts[0]!
  const versions = toVersions(texts)
  const hits = Object.fromEntries(
    texts.flatMap(({ language, hits }) => (hits === null ? [] : [[language, JSON.parse(hits)]])),
  )
  const { rows, findings } = await readRows(store, alignment)
  const check: Check = {
    pivot: first.pivot,
    versions: versions.map(({ version }) => version),
    rows: rows.map(toRow),
    findings: findings.map(({ finding }) => finding),
    hits: hits as TermHits,
  }
  return {
    resolution: toResolution({ ...first, symbol: first.resolution_symbol }),
    aligned: { versions, check, keys: findings.map(({ keys }) => keys) },
  }
}

/** The id of the present alignment that is asked for, as a part of a statement. */
function chosenAlignment({ reads }: Store, slug: string, { languages, pivot }: Asked) {
  const selection = languages === undefined ? null : selectionOf(pivot ?? languages[0] ?? '', languages)
  return reads
    .selectFrom('alignments')
    .select('id')
    .where('resolution', '=', slug)
    .where('superseded_at', 'is', null)
    .$if(selection !== null, (query) => query.where('selection', '=', selection ?? ''))
    .$if(languages === undefined && pivot !== undefined, (query) => query.where('pivot', '=', pivot ?? ''))
    .orderBy(
      (query) =>
        query
          .selectFrom('alignment_versions')
          .select((count) => count.fn.countAll().as('count'))
          .whereRef('alignment_versions.alignment', '=', 'alignments.id'),
      'desc',
    )
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(1)
}

/** The versions with their paragraphs, behind them what was aligned; long values stand at a version's first paragraph only. */
async function readTexts({ reads }: Store, alignment: string) {
  return reads
    .selectFrom('alignments')
    .innerJoin('resolutions', 'resolutions.slug', 'alignments.resolution')
    .innerJoin('alignment_versions', 'alignment_versions.alignment', 'alignments.id')
    .innerJoin('versions', 'versions.id', 'alignment_versions.version')
    .leftJoin('paragraphs', 'paragraphs.version', 'versions.id')
    .where('alignments.id', '=', alignment)
    .select([...VERSION_COLUMNS, ...PARAGRAPH_COLUMNS])
    .select([
      'alignments.pivot',
      'resolutions.slug',
      'resolutions.symbol as resolution_symbol',
      'resolutions.adopted',
      'resolutions.meeting',
      'resolutions.titles',
      sql<string | null>`case when coalesce(paragraphs.position, 0) = 0 then alignment_versions.hits end`.as(
        'hits',
      ),
    ])
    .orderBy('alignment_versions.position')
    .orderBy('paragraphs.position')
    .execute()
}

/** The rows of an alignment and its findings, both in their order. */
async function readRows({ reads }: Store, alignment: string) {
  const joined = await reads
    .selectFrom('rows')
    .leftJoin('findings', (join) =>
      join.onRef('findings.alignment', '=', 'rows.alignment').onRef('findings.row', '=', 'rows.id'),
    )
    .where('rows.alignment', '=', alignment)
    .select(['rows.id', 'rows.kind', 'rows.cells', 'rows.confidence', 'rows.evidence', 'rows.moved'])
    .select([
      'findings.position as place',
      'findings.row',
      'findings.code',
      'findings.severity',
      'findings.key_finding',
      'findings.key_text',
      'findings.key_everywhere',
      'findings.detail',
    ])
    .orderBy('rows.position')
    .orderBy('findings.position')
    .execute()
  const rows = new Map<string, Omit<RowTable, 'alignment' | 'position'>>()
  for (const row of joined) if (!rows.has(row.id)) rows.set(row.id, row)
  return {
    rows: [...rows.values()],
    findings: joined
      .filter(({ place }) => place !== null)
      .sort((one, other) => one.place! - other.place!)
      .map((row) => toFinding(row as Omit<FindingTable, 'alignment' | 'position'>)),
  }
}

/** What people settled: decisions by the keys of this alignment's findings and those of this resolution, the resolution's confirmed rows, which versions it has, and the alignment itself. */
async function readSettled(store: Store, slug: string, asked: Asked) {
  const { reads } = store
  const chosen = chosenAlignment(store, slug, asked)
  const keysOf = (column: 'key_finding' | 'key_text' | 'key_everywhere') =>
    reads.selectFrom('findings').select(column).where('alignment', '=', chosen)
  const found = sql<number>`case when exists (
    select 1 from findings join alignments on alignments.id = findings.alignment
    where alignments.resolution = ${slug} and alignments.superseded_at is null
      and decisions.key in (findings.key_finding, findings.key_text, findings.key_everywhere)
  ) then 1 else 0 end`
  const rows = await reads
    .selectFrom('decisions')
    .select(['scope', 'key', 'revision', 'resolution', 'verdict', 'reason', 'by', 'at', found.as('found')])
    .where('current', '=', 1)
    .where((is) =>
      is.or([
        is('resolution', '=', slug),
        is.and([is('scope', '=', 'finding'), is('key', 'in', keysOf('key_finding'))]),
        is.and([is('scope', '=', 'text'), is('key', 'in', keysOf('key_text'))]),
        is.and([is('scope', '=', 'everywhere'), is('key', 'in', keysOf('key_everywhere'))]),
      ]),
    )
    .unionAll(
      reads
        .selectFrom('confirmations')
        .select([
          sql<string>`'row'`.as('scope'),
          'key',
          'revision',
          'resolution',
          sql<string | null>`null`.as('verdict'),
          'cells as reason',
          'by',
          'at',
          'confirmed as found',
        ])
        .where('resolution', '=', slug)
        .where('current', '=', 1),
    )
    .unionAll(
      reads
        .selectFrom('versions')
        .select([
          sql<string>`'version'`.as('scope'),
          'language as key',
          sql<number>`0`.as('revision'),
          'resolution',
          'status as verdict',
          'source as reason',
          sql<string | null>`null`.as('by'),
          'added_at as at',
          sql<number>`1`.as('found'),
        ])
        .where('resolution', '=', slug)
        .where('superseded_at', 'is', null),
    )
    .unionAll(
      reads
        .selectFrom('alignments')
        .select([
          sql<string>`'alignment'`.as('scope'),
          'id as key',
          sql<number>`0`.as('revision'),
          'resolution',
          'aligner as verdict',
          'options as reason',
          sql<string | null>`null`.as('by'),
          'made_at as at',
          sql<number>`1`.as('found'),
        ])
        .where('id', '=', chosen),
    )
    .orderBy('at')
    .orderBy('scope')
    .orderBy('key')
    .execute()
  const people = rows.filter(({ scope }) => scope !== 'version' && scope !== 'alignment')
  const own = rows.find(({ scope }) => scope === 'alignment')
  const settled = people.filter(({ scope, verdict }) => scope !== 'row' && verdict !== null)
  return {
    alignment:
      own === undefined
        ? null
        : { id: own.key, aligner: own.verdict ?? '', options: own.reason ?? '', madeAt: own.at },
    available: rows
      .filter(({ scope }) => scope === 'version')
      .map(({ key, verdict, reason }) => ({ language: key, status: verdict as Status, source: reason }))
      .sort((one, other) => (one.language < other.language ? -1 : 1)),
    decisions: settled.map(toDecision),
    lostDecisions: settled.filter((row) => row.found === 0).map(toDecision),
    confirmations: people
      .filter(({ scope, found }) => scope === 'row' && found === 1)
      .map((row) => toConfirmation({ ...row, resolution: slug, cells: row.reason ?? '{}' })),
    revisions: Object.fromEntries(people.map(({ scope, key, revision }) => [`${scope} ${key}`, revision])),
  }
}
