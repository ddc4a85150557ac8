import { existsSync } from 'node:fs'
import { storeAddress } from '../store/data-home'
import { parseAddress } from '../store/database/dialect'
import { closeStore, openStore, type Store } from '../store/database/open-store'
import { StoreError } from '../store/database/store-error'
import { withStoreErrors } from './store-failure'

/** The option that names a store. */
export interface StoreOptions {
  readonly database?: string
}

/** The option `--database` as commander takes it. */
export const DATABASE = [
  '--database <address>',
  'a file or postgres://… (default: DATABASE_URL, else concordance.db in CONCORDANCE_DATA or the user’s data folder)',
] as const

/** Runs work with the store of the options, which must exist unless it may be made. Throws UsageError where it cannot be used. */
export async function withStore(
  { database = storeAddress() }: StoreOptions,
  work: (store: Store, address: string) => Promise<void>,
  { make = false }: { readonly make?: boolean } = {},
): Promise<void> {
  await withStoreErrors(database, async () => {
    const address = parseAddress(database)
    // Opening makes a file where there is none, and a backup of nothing looks like one.
    if (!make && address.kind === 'sqlite' && !existsSync(address.file))
      throw new StoreError('missing', address.file)
    const store = await openStore(database)
    try {
      await work(store, database)
    } finally {
      await closeStore(store)
    }
  })
}
