import type { Migration } from '../migrate'
import { firstTables } from './0001-first-tables'
import { partsOfJobs } from './0002-parts-of-jobs'
import { answersToKeys } from './0003-answers-to-keys'

/** All steps of the tables' history, in order. */
export const MIGRATIONS: readonly Migration[] = [firstTables, partsOfJobs, answersToKeys]
