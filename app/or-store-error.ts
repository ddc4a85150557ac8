import { StoreError } from '../store/database/store-error'

/** What work on the store gives, or why the store cannot be used. */
export async function orStoreError<T>(work: Promise<T>): Promise<T | StoreError> {
  try {
    return await work
  } catch (error) {
    if (error instanceof StoreError) return error
    throw error
  }
}
