import type { Migration } from '../migrate'

/** Jobs that are parts of others. */
export const partsOfJobs: Migration = {
  number: 2,
  name: 'parts-of-jobs',
  makes: [],
  up: async (db) => {
    await db.schema.alterTable('jobs').addColumn('parent', 'text').execute()
    await db.schema.createIndex('jobs_by_parent').on('jobs').columns(['parent', 'state']).execute()
  },
}
