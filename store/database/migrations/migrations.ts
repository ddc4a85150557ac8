import type { Migration } from '../migrate'
import { firstTables } from './0001-first-tables'

/** All steps of the tables' history, in order. */
export const MIGRATIONS: readonly Migration[] = [firstTables]
