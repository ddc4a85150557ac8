import { saveAlignment, type SavedAlignment } from '../store/alignments'
import type { Store } from '../store/database/open-store'
import type { Aligning } from './aligning'
import { makeAlignment, type AlignRequest } from './make-alignment'

/** How often it is tried again where people change the very resolution meanwhile. */
const ATTEMPTS = 5

/**
 * Aligns and checks a resolution's versions as the store has them, with every confirmed row kept, and keeps the result. Gives what saveAlignment says: after five attempts that may be that somebody is changing
 * the same resolution all the time. Languages that it does not have are left out; null where fewer than two are left.
 */
export async function alignStored(
  store: Store,
  request: AlignRequest,
  aligning: Aligning,
): Promise<SavedAlignment | null> {
  for (let attempt = 1; ; attempt += 1) {
    const made = await makeAlignment(store, request, aligning)
    if (made === null) return null
    const saved = await saveAlignment(store, made)
    if (saved.kind === 'saved' || attempt === ATTEMPTS) return saved
  }
}
