import { makeKeys } from '../core/compare/decisions/finding-keys'
import type { Language } from '../core/model'
import type { NewAlignment } from '../store/alignments'
import { currentConfirmations } from '../store/confirmations'
import type { Store } from '../store/database/open-store'
import { keepConfirmed } from '../store/keep-confirmed'
import { readVersions } from '../store/versions'
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
  const check = await aligning.compare({ ...aligned, rows })
  await step()
  return {
    resolution: slug,
    check,
    keys: check.findings.map(makeKeys(check)),
    versions: Object.fromEntries(stored.map(({ id, version }) => [version.language, id])),
    aligner,
    options,
  }
}
