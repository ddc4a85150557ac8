import { availableParallelism } from 'node:os'
import { alignHere, type Aligning } from '../jobs/aligning'
import { GUARD_LIMITS, startGuard, type Guard, type GuardLimits } from '../jobs/guard/start-guard'
import { remember } from '../jobs/remember'
import { programHome, programRoot } from '../store/program-home'
import { shippedKnowledge } from './shipped-knowledge'

/** Where the guards of this process are kept by what they are for, since pages and route handlers are bundled apart. */
const PLACE = Symbol.for('concordance.guards')

/** Files that are read at a time: a core is left to answer others, and each may take a gigabyte. */
const MOST = 4

/** Aligning what the store has anyway has no limit but against hanging for ever. */
const ALIGNING: GuardLimits = { time: 600_000, memory: 4096, idle: 300_000, yields: true }

/** What reads the files that people bring, in threads of its own: started at first use, one a process. */
export function appGuard(): Promise<Guard> {
  return guards()('reading', Math.max(1, Math.min(MOST, availableParallelism() - 1)), GUARD_LIMITS)
}

/** What aligns for the pages of this process: a thread that files which people bring never keep waiting, begun at first use. Where the server is not the program's own (`next dev`, tests), this thread. */
export async function appAligning(): Promise<Aligning> {
  if (process.env.CONCORDANCE_ROOT === undefined) return alignHere(await shippedKnowledge())
  return guards()('aligning', 1, ALIGNING)
}

type Guards = (purpose: 'reading' | 'aligning', size: number, limits: GuardLimits) => Promise<Guard>

function guards(): Guards {
  const place = globalThis as { [PLACE]?: Guards }
  place[PLACE] ??= remember(
    (_purpose, size, limits) => startGuard(programRoot(), programHome(), size, limits),
    (purpose) => purpose,
    2,
  )
  return place[PLACE]
}
