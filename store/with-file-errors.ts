import { StoreError, type StoreErrorCode } from './database/store-error'

/** What the system says of a file, as what it means for a store. */
const CODES: Readonly<Record<string, StoreErrorCode>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  EFBIG: 'input-output',
  EIO: 'input-output',
}

/** Runs work that writes to a place (a file or folder); what keeps it from writing there is thrown as StoreError with that place, anything else as it is. */
export async function withFileErrors<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StoreError) {
      // A database that is copied tells its own name, though it is not its disk that is full.
      throw error.code === 'full' ? new StoreError('full', place, error) : error
    }
    const code = CODES[String((error as { readonly code?: unknown } | null)?.code)]
    throw code === undefined ? error : new StoreError(code, place, error)
  }
}
