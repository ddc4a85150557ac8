import { makeKeys } from '../core/compare/decisions/finding-keys'
import type { Knowledge, Language } from '../core/model'
import { alignVersions, compareAlignment, type Means } from '../core/pipeline'
import { saveAlignment, type SavedAlignment } from '../store/alignments'
import { currentConfirmations } from '../store/confirmations'
import type { Store } from '../store/database/open-store'
import { keepConfirmed } from '../store/keep-confirmed'
import { readVersions } from '../store/versions'

/** What of a resolution is aligned, and what the result is marked with: see NewAlignment for `aligner` and `options`. */
export interface AlignRequest {
  readonly slug: string
  readonly languages: readonly Language[]
  readonly pivot?: Language
  readonly aligner: string
  readonly options: string
}

/** How often it is tried again where people change the very resolution meanwhile. */
const ATTEMPTS = 5

/**
 * Aligns and checks a resolution's versions as the store has them, with every confirmed row kept, and keeps the result. Gives what saveAlignment says: after five attempts that may be that somebody is changing
 * the same resolution all the time. Languages that it does not have are left out; null where fewer than two are left.
 */
export async function alignStored(
  store: Store,
  { slug, languages, pivot, aligner, options }: AlignRequest,
  knowledge: Knowledge,
  means: Means = {},
): Promise<SavedAlignment | null> {
  for (let attempt = 1; ; attempt += 1) {
    const stored = await readVersions(store, slug, languages)
    if (stored.length < 2) return null
    const versions = stored.map(({ version }) => version)
    const aligned = alignVersions(versions, knowledge, pivot, means)
    const { rows } = keepConfirmed(aligned, await currentConfirmations(store, slug))
    const check = compareAlignment({ ...aligned, rows }, knowledge)
    const saved = await saveAlignment(store, {
      resolution: slug,
      check,
      keys: check.findings.map(makeKeys(check)),
      versions: Object.fromEntries(stored.map(({ id, version }) => [version.language, id])),
      aligner,
      options,
    })
    if (saved.kind === 'saved' || attempt === ATTEMPTS) return saved
  }
}
