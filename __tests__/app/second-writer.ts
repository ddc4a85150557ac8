import { confirmRow } from '../../store/confirmations'
import { closeStore, openStore } from '../../store/database/open-store'
import { decide, decisionHistory } from '../../store/decisions'
import { cellRefs, indexRefs } from '../../store/paragraph-refs'
import { readResolution } from '../../store/read-resolution'
import { settling, SLUG } from './post-json'

/** How often each side settles the finding that both have. */
export const TURNS = 40

/** Key numbers: the finding that both settle, and the first that only the other process does. */
export const SHARED = 1
export const THEIRS = 1_000

/** Another program beside the application: settles what is its own and what both have, confirms a row; prints how many of its decisions were kept, and how many were told that somebody was there before. */
async function writeBeside(address: string): Promise<void> {
  const store = await openStore(address)
  const settle = (number: number, revision: number) => {
    const { key, reason } = settling(number, 0, 'theirs')
    return decide(store, { scope: 'finding', key, verdict: 'ignored', reason, resolution: SLUG, revision, by: 'B' })
  } // prettier-ignore
  const figures = { kept: 0, conflicts: 0 }
  for (let turn = 0; turn < TURNS;) {
    const history = await decisionHistory(store, 'finding', settling(SHARED, 0).key)
    const { kind } = await settle(SHARED, history.length)
    if (kind === 'conflict') {
      figures.conflicts += 1
      continue
    }
    figures.kept += 1
    await settle(THEIRS + turn, 0)
    turn += 1
  }
  const reading = (await readResolution(store, SLUG, { languages: ['fr', 'en'] }))!
  const row = reading.check.rows.find(({ cells }) => cells.fr?.includes('op1'))!
  const cells = cellRefs(row.cells, indexRefs(reading.check.versions))
  await confirmRow(store, { resolution: SLUG, cells, revision: 0, by: 'B' })
  await closeStore(store)
  process.stdout.write(JSON.stringify(figures))
}

if (process.argv[1]?.endsWith('second-writer.ts') === true) void writeBeside(process.argv[2] ?? '')
