import { makeKeys } from '../core/compare/decisions/finding-keys'
import type { Alignment, Language } from '../core/model'
import type { NewAlignment } from '../store/alignments'
import { currentConfirmations } from '../store/confirmations'
import type { Store } from '../store/database/open-store'
import { keepConfirmed } from '../store/keep-confirmed'
import { readVersions, type StoredVersion } from '../store/versions'
import type { Aligning } from './aligning'

/** What of a resolution is aligned, and what the result is marked with: see NewAlignment for `aligner` and `options`. */
export interface AlignRequest {
  readonly slug: string
  readonly languages: readonly Language[]
  readonly pivot?: Language
  readonly aligner: string
  readonly options: string
}

/**
 * Aligns and checks a resolution's versions as the store has them, with every confirmed row kept; writes nothing. Languages that it does not have are left out; null where fewer than two are left. `step` is
 * awaited between reading, aligning and checking.
 */
export async function makeAlignment(
  store: Store,
  { slug, languages, pivot, aligner, options }: AlignRequest,
  aligning: Aligning,
  step: () => Promise<void> = async () => undefined,
): Promise<NewAlignment | null> {
  const stored = await readVersions(store, slug, languages)
  if (stored.length < 2) return null
  const versions = stored.map(({ version }) => version)
  await step()
  const aligned = await aligning.align(versions, pivot)
  await step()
  const { rows } = keepConfirmed(aligned, await currentConfirmations(store, slug))
  const made = await checkAlignment({ ...aligned, rows }, stored, { slug, aligner, options }, aligning)
  await step()
  return made
}

/** Checks what is aligned, and gives it as it is kept. `stored` are its versions, in any order. */
export async function checkAlignment(
  alignment: Alignment,
  stored: readonly StoredVersion[],
  { slug, aligner, options }: Pick<AlignRequest, 'slug' | 'aligner' | 'options'>,
  aligning: Aligning,
): Promise<NewAlignment> {
  const check = await aligning.compare(alignment)
  return {
    resolution: slug,
    check,
    keys: check.findings.map(makeKeys(check)),
    versions: Object.fromEntries(stored.map(({ id, version }) => [version.language, id])),
    aligner,
    options,
  }
}
