import { isDeepStrictEqual } from 'node:util'
import { confirmationHistory } from '../../store/confirmations'
import type { Store } from '../../store/database/open-store'
import { decisionHistory, type DecisionEntry } from '../../store/decisions'
import { cellKey, cellRefs, indexRefs } from '../../store/paragraph-refs'
import { readResolution } from '../../store/read-resolution'

/** What became of a write: kept, refused since somebody was there before (`conflict`), or neither. `wrong` are writes that were kept although they knew nothing of the last one, `held back` those that were never sent, since all that could be settled was being settled. */
export type Written = 'kept' | 'conflict' | 'wrong' | 'error' | 'held back'

/** People who settle findings and confirm rows, and what they were told. */
export interface Settlers {
  /** Makes the write of this number: decisions and confirmations by turns. */
  readonly write: (number: number) => Promise<Written>
  /** How many acknowledged writes the store does not have, and how many it has that nobody made. */
  readonly lookUp: (store: Store) => Promise<{ readonly lost: number; readonly strange: number }>
}

/** One in so many writes comes from somebody whose page is old, and must be refused. */
const STALE = 20

/** What can be settled, as who settles it has seen it last. */
interface Thing {
  readonly slug: string
  readonly key: string
  /** Row as the page shows it; none for a finding. */
  readonly row?: { readonly id: string; readonly alignment: string }
  revision: number
  settled: boolean
  busy: boolean
}

/** The people of the bench: they know the findings of these resolutions in all versions as the store has them, and the rows in French and English. */
export async function makeSettlers(url: string, store: Store, slugs: readonly string[]): Promise<Settlers> {
  const findings: Thing[] = []
  const rows: Thing[] = []
  const fresh = { revision: 0, settled: false, busy: false }
  for (const slug of slugs) {
    const all = await readResolution(store, slug)
    const reading = await readResolution(store, slug, { languages: ['fr', 'en'] })
    if (all === null || reading === null) throw new Error(`${slug} is not aligned`)
    const index = indexRefs(reading.check.versions)
    for (const { finding } of all.keys)
      if (findings.every(({ key }) => key !== finding)) findings.push({ slug, key: finding, ...fresh })
    for (const { id, cells } of reading.check.rows)
      rows.push({
        slug,
        key: cellKey(cellRefs(cells, index)),
        row: { id, alignment: reading.alignment.id },
        ...fresh,
      })
  }
  const entries = new Map<string, DecisionEntry>()
  const confirmed = new Map<string, boolean>()

  const send = async (thing: Thing, place: string, body: object) => {
    const response = await fetch(`${url}/fr/r/${thing.slug}/${place}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify(body),
    })
    return { status: response.status, answer: (await response.json()) as Record<string, unknown> }
  }
  const decideOne = async (thing: Thing, revision: number, number: number) => {
    const target = { scope: 'finding', key: thing.key, revision }
    const body = thing.settled
      ? { action: 'undo', ...target }
      : { action: 'settle', ...target, verdict: 'ignored', reason: `write ${number}` }
    const { status, answer } = await send(thing, 'decisions', body)
    if (status === 200) {
      const entry = answer.entry as DecisionEntry
      entries.set(`${entry.key} ${entry.revision}`, entry)
    }
    return status
  }
  const confirmOne = async (thing: Thing, revision: number) => {
    const { id, alignment } = thing.row!
    const body = thing.settled
      ? { action: 'withdraw', key: thing.key, revision }
      : { action: 'confirm', languages: ['fr', 'en'], alignment, row: id, revision }
    const { status } = await send(thing, 'rows', body)
    if (status === 200) confirmed.set(`${thing.slug} ${thing.key} ${revision + 1}`, !thing.settled)
    return status
  }

  return {
    write: async (number) => {
      const things = number % 2 === 0 ? findings : rows
      const turn = Math.floor(number / 2)
      const thing = things
        .slice(turn % things.length)
        .concat(things.slice(0, turn % things.length))
        .find(({ busy }) => !busy)
      if (thing === undefined) return 'held back'
      thing.busy = true
      const stale = thing.revision > 0 && number % STALE < 2
      const revision = thing.revision - Number(stale)
      try {
        const status =
          thing.row === undefined
            ? await decideOne(thing, revision, number)
            : await confirmOne(thing, revision)
        if (status === 409) return stale ? 'conflict' : 'wrong'
        if (status !== 200) return 'error'
        if (stale) return 'wrong'
        thing.revision += 1
        thing.settled = !thing.settled
        return 'kept'
      } catch {
        return 'error'
      } finally {
        thing.busy = false
      }
    },
    lookUp: async (store) => {
      let lost = 0
      let there = 0
      for (const { key } of findings) {
        const history = await decisionHistory(store, 'finding', key)
        there += history.length
        const known = new Map(history.map((entry) => [`${key} ${entry.revision}`, entry]))
        for (const [name, entry] of entries)
          if (name.startsWith(`${key} `) && !isDeepStrictEqual(known.get(name), entry)) lost += 1
      }
      for (const slug of slugs) {
        const history = await confirmationHistory(store, slug)
        there += history.length
        const known = new Map(
          history.map(({ key, revision, confirmed: is }) => [`${slug} ${key} ${revision}`, is]),
        )
        for (const [name, is] of confirmed)
          if (name.startsWith(`${slug} `) && known.get(name) !== is) lost += 1
      }
      return { lost, strange: there - (entries.size + confirmed.size - lost) }
    },
  }
}
