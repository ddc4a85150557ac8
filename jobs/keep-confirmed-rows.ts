import { saveAlignment, type SavedAlignment } from '../store/alignments'
import { currentConfirmations } from '../store/confirmations'
import type { Store } from '../store/database/open-store'
import { keepConfirmed } from '../store/keep-confirmed'
import type { StoredReading } from '../store/read-resolution'
import type { Aligning } from './aligning'
import { checkAlignment } from './make-alignment'

/** How often it is tried again where people confirm other rows of the very resolution meanwhile. */
const ATTEMPTS = 3

/**
 * Puts the rows that were confirmed since into an alignment that was read from the store, checks it again, and keeps the result: aligning anew would give the same rows for many times the work. Gives what saveAlignment
 * says; null where there is nothing to put in.
 */
export async function keepConfirmedRows(
  store: Store,
  { resolution, versions, check, alignment }: StoredReading,
  aligning: Aligning,
): Promise<SavedAlignment | null> {
  const { pivot } = check
  const { slug } = resolution
  for (let attempt = 1; ; attempt += 1) {
    const { rows, same } = keepConfirmed(check, await currentConfirmations(store, slug))
    if (same) return null
    const aligned = { pivot, versions: check.versions, rows }
    const saved = await saveAlignment(
      store,
      await checkAlignment(aligned, versions, { slug, ...alignment }, aligning),
    )
    if (saved.kind !== 'confirmed-rows' || attempt === ATTEMPTS) return saved
  }
}
