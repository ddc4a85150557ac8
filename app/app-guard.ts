import { availableParallelism } from 'node:os'
import { startGuard, type Guard } from '../jobs/guard/start-guard'
import { remember } from '../jobs/remember'
import { programHome, programRoot } from '../store/program-home'

/** Where the guard of this process is kept, since route handlers are bundled apart. */
const PLACE = Symbol.for('concordance.guard')

/** Files that are read at a time: a core is left to answer others, and each may take a gigabyte. */
const MOST = 4

/** What reads the files that people bring, in threads of its own: started at first use, one a process. */
export function appGuard(): Promise<Guard> {
  const place = globalThis as { [PLACE]?: () => Promise<Guard> }
  place[PLACE] ??= remember(
    () => startGuard(programRoot(), programHome(), Math.max(1, Math.min(MOST, availableParallelism() - 1))),
    () => '',
    1,
  )
  return place[PLACE]()
}
