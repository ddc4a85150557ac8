import { randomUUID } from 'node:crypto'
import type { Check, Language } from '../core/model'
import { currentConfirmations, type Confirmation } from './confirmations'
import type { Store } from './database/open-store'
import { write } from './database/open-store'
import { insertFindings, type FindingKeys } from './findings'
import { keepConfirmed, type Unkept } from './keep-confirmed'
import { resolutionName } from './resolutions'
import { insertRows } from './rows'

/** An alignment of a selection of a resolution's versions, never changed: a later one of the same selection supersedes it. */
export interface AlignmentTable {
  id: string
  resolution: string
  selection: string
  pivot: string
  aligner: string
  options: string
  made_at: string
  superseded_at: string | null
}

/** The versions of an alignment in their order, from 0; `hits` are the version's term hits by address, as JSON. */
export interface AlignmentVersionTable {
  alignment: string
  position: number
  version: string
  hits: string
}

/** An alignment to keep. */
export interface NewAlignment {
  readonly resolution: string
  readonly check: Check
  /** Keys of the findings, one each. */
  readonly keys: readonly FindingKeys[]
  /** Ids of the versions that were aligned, by language key. */
  readonly versions: Readonly<Record<Language, string>>
  /** The aligner's version. */
  readonly aligner: string
  /** A hash of everything else that the result depends on: options, term bases, models. */
  readonly options: string
}

/**
 * What became of an alignment: kept, with the confirmed rows that it cannot have; or not, because a version has been superseded since it was read, or because it lacks a confirmed row that it could have
 * (see keepConfirmed): both are to be read again.
 */
export type SavedAlignment =
  | { readonly kind: 'saved'; readonly id: string; readonly unkept: readonly Unkept[] }
  | { readonly kind: 'versions-changed'; readonly languages: readonly Language[] }
  | { readonly kind: 'confirmed-rows'; readonly confirmations: readonly Confirmation[] }

/** The name of a selection: pivot, then languages in order. */
export function selectionOf(pivot: Language, languages: readonly Language[]): string {
  return `${pivot}|${languages.join()}`
}

/** Keeps an alignment with its rows, findings and hits, in place of the one before of the same selection, which stays in the store. */
export async function saveAlignment(store: Store, given: NewAlignment): Promise<SavedAlignment> {
  const { resolution, check } = given
  const languages = check.versions.map(({ language }) => language)
  return write(store, [resolutionName(resolution)], async (inner): Promise<SavedAlignment> => {
    const { db, now } = inner
    const present = await db
      .selectFrom('versions')
      .select(['id', 'language'])
      .where('resolution', '=', resolution)
      .where('superseded_at', 'is', null)
      .execute()
    const ids = new Map(present.map(({ id, language }) => [language, id]))
    const changed = languages.filter(
      (language) => ids.get(language) === undefined || ids.get(language) !== given.versions[language],
    )
    if (changed.length > 0) return { kind: 'versions-changed', languages: changed }
    const confirmations = await currentConfirmations(inner, resolution)
    const { same, unkept } = keepConfirmed(check, confirmations)
    if (!same) return { kind: 'confirmed-rows', confirmations }
    const selection = selectionOf(check.pivot, languages)
    await db
      .updateTable('alignments')
      .set({ superseded_at: now() })
      .where('resolution', '=', resolution)
      .where('selection', '=', selection)
      .where('superseded_at', 'is', null)
      .execute()
    const id = randomUUID()
    const { aligner, options } = given
    await db
      .insertInto('alignments')
      .values({
        id,
        resolution,
        selection,
        pivot: check.pivot,
        aligner,
        options,
        made_at: now(),
        superseded_at: null,
      })
      .execute()
    if (languages.length > 0)
      await db
        .insertInto('alignment_versions')
        .values(
          languages.map((language, position) => ({
            alignment: id,
            position,
            version: ids.get(language)!,
            hits: JSON.stringify(check.hits[language] ?? {}),
          })),
        )
        .execute()
    await insertRows(inner, id, check.rows)
    await insertFindings(
      inner,
      id,
      check.findings.map((finding, k) => ({ finding, keys: given.keys[k]! })),
    )
    return { kind: 'saved', id, unkept }
  })
}

/** Supersedes the alignments that use a version. To be called inside `write`. */
export async function supersedeAlignmentsOf({ db, now }: Store, version: string): Promise<void> {
  await db
    .updateTable('alignments')
    .set({ superseded_at: now() })
    .where('superseded_at', 'is', null)
    .where('id', 'in', (query) =>
      query.selectFrom('alignment_versions').select('alignment').where('version', '=', version),
    )
    .execute()
}
