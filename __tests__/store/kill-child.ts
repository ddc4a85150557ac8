import { sql } from 'kysely'
import { confirmRow } from '../../store/confirmations'
import { correct } from '../../store/corrections'
import type { Migration } from '../../store/database/migrate'
import { MIGRATIONS } from '../../store/database/migrations/migrations'
import { openStore } from '../../store/database/open-store'
import { decide } from '../../store/decisions'
import { cellRefs, indexRefs } from '../../store/paragraph-refs'
import { saveResolution } from '../../store/resolutions'
import { saveVersion } from '../../store/versions'
import { RESOLUTION, rowsOf, versionOf } from './fixtures'

/** Rows that a step of the test makes, one by one: enough to be killed in the middle. */
export const STEP_ROWS = 300

/** The program's steps and so many more, each with a table of its own. */
export function stepsWith(more: number): readonly Migration[] {
  const steps = Array.from({ length: more }, (_, k): Migration => {
    const name = `step${k + 1}`
    return {
      number: MIGRATIONS.length + k + 1,
      name,
      makes: [name],
      up: async (db) => {
        await db.schema.createTable(name).addColumn('id', 'integer').execute()
        for (let id = 0; id < STEP_ROWS; id += 1)
          await sql`insert into ${sql.table(name)} (id) values (${id})`.execute(db)
      },
    }
  })
  return [...MIGRATIONS, ...steps]
}

/** Works until it is killed; tells every piece of work on standard output once it is done: what it was, and its key. */
export async function workForEver(address: string, name: string, more: number): Promise<never> {
  const tell = (...words: readonly string[]) => process.stdout.write(`${words.join(' ')}\n`)
  tell('started')
  const store = await openStore(address, { migrations: stepsWith(more) })
  tell('opened')
  for (let k = 0; ; k += 1) {
    const slug = `K-${name}-${k}`
    const versions = ['fr', 'en'].map((language) =>
      versionOf(
        language,
        Array.from({ length: 40 }, (_, p) => `${language} ${k} ${p}`),
      ),
    )
    await saveResolution(store, { ...RESOLUTION, slug })
    for (const version of versions) {
      const document = {
        name: `${slug}.txt`,
        type: 'text/plain',
        bytes: new TextEncoder().encode(slug.repeat(99)),
      }
      const id = await saveVersion(store, { resolution: slug, version, document, origin: 'imported' })
      tell('versions', id)
    }
    await decide(store, {
      scope: 'text',
      key: slug,
      verdict: 'error',
      reason: null,
      resolution: slug,
      revision: 0,
      by: name,
    })
    tell('decisions', slug)
    const cells = cellRefs(rowsOf('fr:p1 en:p1+p2')[0]!.cells, indexRefs(versions))
    await confirmRow(store, { resolution: slug, cells, revision: 0, by: name })
    tell('confirmations', slug)
    await correct(store, { resolution: slug, operation: { kind: 'together', cells }, revision: 0, by: name })
    tell('corrections', slug)
  }
}

if (process.argv[1]?.endsWith('kill-child.ts') === true) {
  const [address = '', name = '', more = '0'] = process.argv.slice(2)
  void workForEver(address, name, Number(more))
}
