import { StoreError, type StoreErrorCode } from '../store/database/store-error'
import { UsageError } from './usage-error'

/** What is wrong with the store, and what to do about it, by the error's code. */
export const STORE_REASONS: Readonly<Record<StoreErrorCode, string>> = {
  address: 'is neither a file nor postgres://…; name one of them with --database or DATABASE_URL',
  driver: 'the database driver has no build for this machine; install the program anew here',
  'not-a-database': 'is no Concordance database; name another file',
  newer: 'was made by a newer version of the program; run that version',
  'half-migrated':
    'an update of the database was broken off; put back the copy beside it, or restore a backup',
  damaged: 'the database is damaged; restore a backup',
  'read-only': 'cannot be written to; allow writing, or name another file',
  locked: 'another program holds the database; try again in a moment',
  full: 'the disk is full; make room and try again',
  'input-output': 'the disk does not read or write; look after it and try again',
  away: 'the database server cannot be reached; see that it runs and try again',
  refused: 'the server refuses this user or this database; check the address',
  'old-server': 'the server is too old; PostgreSQL 15 or later is needed',
  slow: 'the database did not answer in time; try again',
  text: 'a text contains a null character, which no database keeps; take it out and try again',
  missing: 'does not exist; check the name',
  'not-empty': 'is there already and is not empty; name another place',
  'not-an-export': 'is no export of the program, or not a whole one; name another folder',
}

/** Why a store cannot be used, as the one line that the command line tells; `place` is what it is about where the error names nothing. */
export function storeFailure({ code, detail }: StoreError, place: string): UsageError {
  return new UsageError(detail === '' ? place : detail, STORE_REASONS[code])
}

/** Runs work with a store; a StoreError becomes that line, anything else is thrown on. */
export async function withStoreErrors<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StoreError) throw storeFailure(error, place)
    throw error
  }
}
