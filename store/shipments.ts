import type { Store } from './database/open-store'

/** What of the program's own corpus was ever loaded, by name and content. */
export interface ShipmentTable {
  name: string
  hash: string
  loaded_at: string
}

/**
 * Which of the shipped things, by name and hash of their content, were never loaded. What was loaded once and has been replaced since is older than what the store has: a program of yesterday beside one of
 * today does not bring its corpus back.
 */
export async function newShipments<T extends { readonly name: string; readonly hash: string }>(
  { reads }: Store,
  shipped: readonly T[],
): Promise<readonly T[]> {
  const known = await reads.selectFrom('shipments').select(['name', 'hash']).execute()
  const seen = new Set(known.map(({ name, hash }) => `${hash} ${name}`))
  return shipped.filter(({ name, hash }) => !seen.has(`${hash} ${name}`))
}
