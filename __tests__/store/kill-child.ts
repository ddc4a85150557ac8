import { sql } from 'kysely'
import type { Version } from '../../core/model'
import { saveAlignment } from '../../store/alignments'
import { confirmRow, withdrawConfirmation } from '../../store/confirmations'
import { correct } from '../../store/corrections'
import type { Migration } from '../../store/database/migrate'
import { MIGRATIONS } from '../../store/database/migrations/migrations'
import { openStore, type Store } from '../../store/database/open-store'
import { isPassing, StoreError } from '../../store/database/store-error'
import { decide, undoDecision } from '../../store/decisions'
import { cellKey, cellRefs, indexRefs } from '../../store/paragraph-refs'
import { saveResolution } from '../../store/resolutions'
import { readVersions, saveVersion } from '../../store/versions'
import { alignmentOf, findingOf, RESOLUTION, rowsOf, versionOf } from './fixtures'

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

/** Paragraphs of a version that a child brings, and rows of an alignment that it makes. */
export const CHILD_ROWS = 40

/** Milliseconds after which a store that is away is tried again. */
const PAUSE = 50

/**
 * Works until it is killed; tells every piece of work on standard output once it is done: the table, and the key by which it is found there. Work that the store could not take, since its server was
 * away, is left, and the next is begun.
 */
export async function workForEver(address: string, name: string, more: number): Promise<never> {
  const tell = (...words: readonly string[]) => process.stdout.write(`${words.join(' ')}\n`)
  tell('started')
  let store = await untilThere(() => openStore(address, { migrations: stepsWith(more) }))
  while (store === null) store = await untilThere(() => openStore(address, { migrations: stepsWith(more) }))
  tell('opened')
  const open = store
  for (let k = 0; ; k += 1) await untilThere(() => workOnce(open, `K-${name}-${k}`, tell))
}

/** Null where the store is away, after a pause. */
async function untilThere<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof StoreError) || !isPassing(error)) throw error
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
    return null
  }
}

/** One resolution: imported, aligned, decided on, confirmed, corrected; then a decision is taken back and a text is imported anew. */
async function workOnce(
  store: Store,
  slug: string,
  tell: (...words: readonly string[]) => unknown,
): Promise<void> {
  const by = slug
  const versionsOf = (mark: string) =>
    ['fr', 'en'].map((language) =>
      versionOf(
        language,
        Array.from({ length: CHILD_ROWS }, (_, p) => `${language} ${slug} ${p}${mark}`),
      ),
    )
  const bring = async (version: Version) => {
    const bytes = new TextEncoder().encode(`${slug}${version.language}`.repeat(99))
    const document = { name: `${slug}.txt`, type: 'text/plain', bytes }
    tell('versions', await saveVersion(store, { resolution: slug, version, document, origin: 'imported' }))
  }
  await saveResolution(store, { ...RESOLUTION, slug })
  const versions = versionsOf('')
  for (const version of versions) await bring(version)
  const notation = Array.from({ length: CHILD_ROWS }, (_, p) => `fr:p${p + 1} en:p${p + 1}`).join(' | ')
  const stored = await readVersions(store, slug, ['fr', 'en'])
  const aligned = alignmentOf(slug, stored, rowsOf(notation), [findingOf('r1', slug)])
  const saved = await saveAlignment(store, aligned)
  if (saved.kind === 'saved') tell('alignments', saved.id)
  const decision = { scope: 'text', key: slug, resolution: slug, by } as const
  await decide(store, { ...decision, verdict: 'error', reason: null, revision: 0 })
  tell('decisions', `${slug}.1`)
  const cells = cellRefs(rowsOf('fr:p1 en:p1')[0]!.cells, indexRefs(versions))
  await confirmRow(store, { resolution: slug, cells, revision: 0, by })
  tell('confirmations', `${slug}.1`)
  await correct(store, { resolution: slug, operation: { kind: 'together', cells }, revision: 0, by })
  tell('corrections', `${slug}.1`)
  await undoDecision(store, { ...decision, revision: 1 })
  tell('decisions', `${slug}.2`)
  await withdrawConfirmation(store, { resolution: slug, key: cellKey(cells), revision: 1, by })
  tell('confirmations', `${slug}.2`)
  await bring(versionsOf(' bis')[1]!)
}

if (process.argv[1]?.endsWith('kill-child.ts') === true) {
  const [address = '', name = '', more = '0'] = process.argv.slice(2)
  void workForEver(address, name, Number(more))
}
