import type { Status } from '../model'

const STATUSES: ReadonlySet<unknown> = new Set<Status>(['official', 'unofficial', 'unknown'])

/** Whether a value is a version's status. */
export function isStatus(value: unknown): value is Status {
  return STATUSES.has(value)
}
