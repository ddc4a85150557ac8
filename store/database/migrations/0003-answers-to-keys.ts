import type { Migration } from '../migrate'

/** What was answered to requests that carry a key of their own, so that they are done once. */
export const answersToKeys: Migration = {
  number: 3,
  name: 'answers-to-keys',
  makes: ['answers'],
  up: async (db) => {
    await db.schema
      .createTable('answers')
      .addColumn('key', 'text', (c) => c.primaryKey())
      .addColumn('request', 'text', (c) => c.notNull())
      .addColumn('status', 'integer', (c) => c.notNull())
      .addColumn('headers', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('answers_by_time').on('answers').column('at').execute()
  },
}
