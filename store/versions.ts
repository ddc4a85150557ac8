import { randomUUID } from 'node:crypto'
import type { Language, Paragraph, Version } from '../core/model'
import { supersedeAlignmentsOf } from './alignments'
import { versionHash } from './content-hash'
import type { Store } from './database/open-store'
import { write } from './database/open-store'
import { saveDocument, type SourceDocument } from './documents'
import { insertParagraphs, toParagraph, type ParagraphTable } from './paragraphs'
import { resolutionName } from './resolutions'

/** A version of a resolution, never changed: another text in its language supersedes it. `hash` is versionHash's; `heading` and `removed` are JSON. */
export interface VersionTable {
  id: string
  resolution: string
  language: string
  hash: string
  symbol: string | null
  status: string
  title: string | null
  heading: string
  removed: string
  document: string | null
  source: string | null
  origin: string
  added_at: string
  superseded_at: string | null
}

/** Who brought a version: the program or a person. */
export type Origin = 'shipped' | 'imported'

/** A version with what the store knows of it. */
export interface StoredVersion {
  readonly id: string
  readonly version: Version
  readonly document: string | null
  readonly source: string | null
  readonly origin: Origin
}

/** A version to keep, and where it comes from. `source` is a word of the corpus's list of sources, or an address. */
export interface NewVersion {
  readonly resolution: string
  readonly version: Version
  readonly origin: Origin
  readonly document?: SourceDocument
  readonly source?: string
}

/**
 * Keeps a version as its resolution's text in its language, and gives its id. One that says the same as before leaves everything as it is; else the one before is superseded, with the alignments
 * that used it, and stays in the store.
 */
export async function saveVersion(store: Store, given: NewVersion): Promise<string> {
  const { resolution, version } = given
  return write(store, [resolutionName(resolution)], async (inner) => {
    const { db, now } = inner
    const hash = versionHash(version)
    const before = await db
      .selectFrom('versions')
      .select(['id', 'hash'])
      .where('resolution', '=', resolution)
      .where('language', '=', version.language)
      .where('superseded_at', 'is', null)
      .executeTakeFirst()
    if (before?.hash === hash) return before.id
    if (before !== undefined) await supersede(inner, before.id)
    const document = given.document === undefined ? null : await saveDocument(inner, given.document)
    const id = randomUUID()
    const values: VersionTable = {
      id,
      resolution,
      language: version.language,
      hash,
      symbol: version.symbol,
      status: version.status,
      title: version.title,
      heading: JSON.stringify(version.heading),
      removed: JSON.stringify(version.removed),
      document,
      source: given.source ?? null,
      origin: given.origin,
      added_at: now(),
      superseded_at: null,
    }
    await db.insertInto('versions').values(values).execute()
    await insertParagraphs(inner, id, version.paragraphs)
    return id
  })
}

async function supersede(store: Store, id: string): Promise<void> {
  const at = store.now()
  await store.db.updateTable('versions').set({ superseded_at: at }).where('id', '=', id).execute()
  await supersedeAlignmentsOf(store, id)
}

/** A resolution's present versions in the languages asked for, in that order, or in all, in order of language; languages that it does not have are left out. */
export async function readVersions(
  { reads }: Store,
  resolution: string,
  languages?: readonly Language[],
): Promise<readonly StoredVersion[]> {
  const rows = await reads
    .selectFrom('versions')
    .leftJoin('paragraphs', 'paragraphs.version', 'versions.id')
    .select([...VERSION_COLUMNS, ...PARAGRAPH_COLUMNS])
    .where('versions.resolution', '=', resolution)
    .where('versions.superseded_at', 'is', null)
    .$if(languages !== undefined, (query) =>
      query.where('versions.language', 'in', [...(languages ?? []), '']),
    )
    .orderBy('versions.language')
    .orderBy('paragraphs.position')
    .execute()
  const found = toVersions(rows)
  if (languages === undefined) return found
  return languages.flatMap((language) => found.find(({ version }) => version.language === language) ?? [])
}

/** A version by its id, present or superseded, or null. */
export async function readVersion({ reads }: Store, id: string): Promise<StoredVersion | null> {
  const rows = await reads
    .selectFrom('versions')
    .leftJoin('paragraphs', 'paragraphs.version', 'versions.id')
    .select([...VERSION_COLUMNS, ...PARAGRAPH_COLUMNS])
    .where('versions.id', '=', id)
    .orderBy('paragraphs.position')
    .execute()
  return toVersions(rows)[0] ?? null
}

/** The columns of a version that make a StoredVersion, under names that no column of a paragraph has. */
export const VERSION_COLUMNS = [
  'versions.id as version_id',
  'versions.language',
  'versions.symbol as version_symbol',
  'versions.status',
  'versions.title',
  'versions.heading',
  'versions.removed',
  'versions.document',
  'versions.source',
  'versions.origin',
] as const

/** The columns of a paragraph; all are null where a version without paragraphs is joined to none. */
export const PARAGRAPH_COLUMNS = [
  'paragraphs.address',
  'paragraphs.kind',
  'paragraphs.label',
  'paragraphs.text',
  'paragraphs.marks',
  'paragraphs.italics',
] as const

/** What those columns give. */
export type VersionRow = { readonly version_id: string; readonly version_symbol: string | null } & Pick<
  VersionTable,
  'language' | 'status' | 'title' | 'heading' | 'removed' | 'document' | 'source' | 'origin'
> & {
    readonly [C in Exclude<keyof ParagraphTable, 'version' | 'position'>]: ParagraphTable[C] | null
  }

/** Versions from rows that are ordered by version, then by place. */
export function toVersions(rows: readonly VersionRow[]): readonly StoredVersion[] {
  const groups = new Map<string, VersionRow[]>()
  for (const row of rows) {
    const group = groups.get(row.version_id)
    if (group === undefined) groups.set(row.version_id, [row])
    else group.push(row)
  }
  return [...groups.values()].map((group) => {
    const first = group[0]!
    const paragraphs = group.flatMap((row): readonly Paragraph[] =>
      row.address === null ? [] : [toParagraph(row as Omit<ParagraphTable, 'version' | 'position'>)],
    )
    return {
      id: first.version_id,
      document: first.document,
      source: first.source,
      origin: first.origin as Origin,
      version: {
        language: first.language,
        symbol: first.version_symbol,
        title: first.title,
        status: first.status as Version['status'],
        heading: JSON.parse(first.heading) as Version['heading'],
        paragraphs,
        removed: JSON.parse(first.removed) as Version['removed'],
      },
    }
  })
}
