import type { UnLanguage } from '../core/model'
import { alignStored } from '../jobs/align-stored'
import type { CorpusEntry } from '../jobs/corpus'
import { knowledgeHash as hashOf } from '../jobs/knowledge-hash'
import { keepConfirmedRows } from '../jobs/keep-confirmed-rows'
import { loadShippedCorpus } from '../jobs/load-shipped'
import { onceAtATime } from '../jobs/once-at-a-time'
import { openStored, toEntry, type Maker, type StoredOpen } from '../jobs/open-stored'
import { recentlyUsed } from '../jobs/recently-used'
import { remember } from '../jobs/remember'
import { storeAddress } from '../store/data-home'
import { openStore, type Store } from '../store/database/open-store'
import { listResolutions } from '../store/list-resolutions'
import { isStored } from '../store/resolutions'
import { programHome } from '../store/program-home'
import { appAligning } from './app-guard'
import { shippedKnowledge } from './shipped-knowledge'

/** The program that reads and aligns, by a hash of its sources: see next.config.js. */
export const PROGRAM = process.env.CONCORDANCE_PROGRAM ?? 'development'

/** Milliseconds that a statement of a page may take: none of them takes a tenth of that, and a reader does not wait as long as an export. */
const PATIENCE = { statement: 10_000 }

/** Where the one store of this process is kept: pages, route handlers and the proxy are bundled apart and share only the global object. */
const PLACE = Symbol.for('concordance.store')

/** The store of this process: opened at first use, the shipped corpus loaded into it. A failure is told as StoreError and not remembered. */
export function appStore(): Promise<Store> {
  const place = globalThis as { [PLACE]?: () => Promise<Store> }
  place[PLACE] ??= remember(
    async () => {
      const store = await openStore(storeAddress(), { patience: PATIENCE })
      await loadShippedCorpus(store, programHome(), PROGRAM)
      return store
    },
    () => '',
    1,
  )
  return place[PLACE]()
}

const knowledgeHash = remember(
  () => hashOf(programHome()),
  () => '',
  1,
)

/** Alignments that are kept in memory, a few megabytes each. */
const KEPT = 20

const maker: Maker = {
  memory: recentlyUsed(KEPT),
  aligner: PROGRAM,
  options: knowledgeHash,
  knowledge: shippedKnowledge,
  align: onceAtATime(
    async (slug, languages) => {
      const [store, aligning, options] = await Promise.all([appStore(), appAligning(), knowledgeHash()])
      return alignStored(store, { slug, languages, aligner: PROGRAM, options }, aligning)
    },
    (slug, languages) => `${slug} ${languages.join()}`,
  ),
  keep: onceAtATime(
    async (reading) => keepConfirmedRows(await appStore(), reading, await appAligning()),
    ({ alignment }) => alignment.id,
  ),
}

/** Opens a resolution from the store (see openStored). Rejects with StoreError. */
export async function openReading(
  slug: string,
  languages: readonly UnLanguage[],
): Promise<StoredOpen | null> {
  return openStored(await appStore(), slug, languages, maker)
}

/** The resolutions of the store in order of symbol, or the one of a slug. Rejects with StoreError. */
export async function listEntries(slug?: string): Promise<readonly CorpusEntry[]> {
  return (await listResolutions(await appStore(), slug)).map(toEntry)
}

/** Whether the store has a resolution of this slug; without one, whether it can be used at all. One short statement. Rejects with StoreError. */
export async function hasResolution(slug?: string): Promise<boolean> {
  return isStored(await appStore(), slug)
}
