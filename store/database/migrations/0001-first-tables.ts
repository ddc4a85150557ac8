import { sql } from 'kysely'
import { BYTES } from '../dialect'
import type { Migration } from '../migrate'

/** Texts, alignments, and what people settled on them. JSON, times (ISO 8601) and hashes are text; yes and no are 1 and 0. */
export const firstTables: Migration = {
  number: 1,
  name: 'first-tables',
  makes: [
    'resolutions',
    'shipments',
    'documents',
    'versions',
    'paragraphs',
    'alignments',
    'alignment_versions',
    'rows',
    'findings',
    'corrections',
    'decisions',
    'confirmations',
    'term_bases',
    'jobs',
  ],
  up: async (db, kind) => {
    const { schema } = db
    await schema
      .createTable('resolutions')
      .addColumn('slug', 'text', (c) => c.primaryKey())
      .addColumn('symbol', 'text', (c) => c.notNull())
      .addColumn('adopted', 'text')
      .addColumn('meeting', 'integer')
      .addColumn('titles', 'text', (c) => c.notNull())
      .addColumn('added_at', 'text', (c) => c.notNull())
      .execute()
    await schema
      .createTable('shipments')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull())
      .addColumn('loaded_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('shipments_key', ['name', 'hash'])
      .execute()
    await schema
      .createTable('documents')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('sha256', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('type', 'text', (c) => c.notNull())
      .addColumn('bytes', sql.raw(BYTES[kind]), (c) => c.notNull())
      .addColumn('added_at', 'text', (c) => c.notNull())
      .addUniqueConstraint('documents_content', ['sha256', 'name', 'type'])
      .execute()
    await schema
      .createTable('versions')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('resolution', 'text', (c) => c.notNull().references('resolutions.slug'))
      .addColumn('language', 'text', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull())
      .addColumn('symbol', 'text')
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('title', 'text')
      .addColumn('heading', 'text', (c) => c.notNull())
      .addColumn('removed', 'text', (c) => c.notNull())
      .addColumn('document', 'text', (c) => c.references('documents.id'))
      .addColumn('source', 'text')
      .addColumn('origin', 'text', (c) => c.notNull())
      .addColumn('added_at', 'text', (c) => c.notNull())
      .addColumn('superseded_at', 'text')
      .execute()
    await schema
      .createIndex('versions_current')
      .unique()
      .on('versions')
      .columns(['resolution', 'language'])
      .where(sql<boolean>`superseded_at is null`)
      .execute()
    await schema
      .createTable('paragraphs')
      .addColumn('version', 'text', (c) => c.notNull().references('versions.id'))
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('address', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('label', 'text')
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('marks', 'text', (c) => c.notNull())
      .addColumn('italics', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('paragraphs_key', ['version', 'position'])
      .execute()
    await schema
      .createTable('alignments')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('resolution', 'text', (c) => c.notNull().references('resolutions.slug'))
      .addColumn('selection', 'text', (c) => c.notNull())
      .addColumn('pivot', 'text', (c) => c.notNull())
      .addColumn('aligner', 'text', (c) => c.notNull())
      .addColumn('options', 'text', (c) => c.notNull())
      .addColumn('made_at', 'text', (c) => c.notNull())
      .addColumn('superseded_at', 'text')
      .execute()
    await schema
      .createIndex('alignments_current')
      .unique()
      .on('alignments')
      .columns(['resolution', 'selection'])
      .where(sql<boolean>`superseded_at is null`)
      .execute()
    await schema
      .createTable('alignment_versions')
      .addColumn('alignment', 'text', (c) => c.notNull().references('alignments.id'))
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('version', 'text', (c) => c.notNull().references('versions.id'))
      .addColumn('hits', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('alignment_versions_key', ['alignment', 'position'])
      .execute()
    await schema
      .createIndex('alignment_versions_by_version')
      .on('alignment_versions')
      .column('version')
      .execute()
    await schema
      .createTable('rows')
      .addColumn('alignment', 'text', (c) => c.notNull().references('alignments.id'))
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('cells', 'text', (c) => c.notNull())
      .addColumn('confidence', 'double precision', (c) => c.notNull())
      .addColumn('evidence', 'text', (c) => c.notNull())
      .addColumn('moved', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('rows_key', ['alignment', 'position'])
      .addUniqueConstraint('rows_id', ['alignment', 'id'])
      .execute()
    await schema
      .createTable('findings')
      .addColumn('alignment', 'text', (c) => c.notNull())
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('row', 'text', (c) => c.notNull())
      .addColumn('code', 'text', (c) => c.notNull())
      .addColumn('severity', 'text', (c) => c.notNull())
      .addColumn('key_finding', 'text', (c) => c.notNull())
      .addColumn('key_text', 'text', (c) => c.notNull())
      .addColumn('key_everywhere', 'text', (c) => c.notNull())
      .addColumn('detail', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('findings_key', ['alignment', 'position'])
      .addForeignKeyConstraint('findings_row', ['alignment', 'row'], 'rows', ['alignment', 'id'])
      .execute()
    await schema.createIndex('findings_by_row').on('findings').columns(['alignment', 'row']).execute()
    await schema
      .createTable('corrections')
      .addColumn('resolution', 'text', (c) => c.notNull().references('resolutions.slug'))
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('operation', 'text', (c) => c.notNull())
      .addColumn('undoes', 'integer')
      .addColumn('by', 'text')
      .addColumn('at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('corrections_key', ['resolution', 'revision'])
      .execute()
    await schema
      .createTable('decisions')
      .addColumn('scope', 'text', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('resolution', 'text', (c) => c.references('resolutions.slug'))
      .addColumn('verdict', 'text')
      .addColumn('reason', 'text')
      .addColumn('undoes', 'integer')
      .addColumn('by', 'text')
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('current', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('decisions_key', ['scope', 'key', 'revision'])
      .execute()
    await schema
      .createIndex('decisions_current')
      .unique()
      .on('decisions')
      .columns(['key', 'scope'])
      .where(sql<boolean>`current = 1`)
      .execute()
    await schema.createIndex('decisions_by_resolution').on('decisions').column('resolution').execute()
    await schema
      .createTable('confirmations')
      .addColumn('resolution', 'text', (c) => c.notNull().references('resolutions.slug'))
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('cells', 'text', (c) => c.notNull())
      .addColumn('confirmed', 'integer', (c) => c.notNull())
      .addColumn('by', 'text')
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('current', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('confirmations_key', ['resolution', 'key', 'revision'])
      .execute()
    await schema
      .createIndex('confirmations_current')
      .unique()
      .on('confirmations')
      .columns(['resolution', 'key'])
      .where(sql<boolean>`current = 1`)
      .execute()
    await schema
      .createTable('term_bases')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull())
      .addColumn('concepts', 'text', (c) => c.notNull())
      .addColumn('origin', 'text', (c) => c.notNull())
      .addColumn('by', 'text')
      .addColumn('at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('term_bases_key', ['name', 'revision'])
      .execute()
    await schema
      .createTable('jobs')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('once', 'text', (c) => c.unique())
      .addColumn('input', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('done', 'integer', (c) => c.notNull())
      .addColumn('total', 'integer')
      .addColumn('attempt', 'integer', (c) => c.notNull())
      .addColumn('worker', 'text')
      .addColumn('held_until', 'text')
      .addColumn('cancel', 'integer', (c) => c.notNull())
      .addColumn('result', 'text')
      .addColumn('error', 'text')
      .addColumn('queued_at', 'text', (c) => c.notNull())
      .addColumn('started_at', 'text')
      .addColumn('ended_at', 'text')
      .execute()
    await schema.createIndex('jobs_by_state').on('jobs').columns(['state', 'queued_at']).execute()
  },
}
