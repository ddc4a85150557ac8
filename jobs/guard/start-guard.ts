import path from 'node:path'
import { InputError, type Check, type Language, type Version } from '../../core/model'
import type { ImportedFile, ReadOptions } from '../../core/pipeline'
import { TermFileError } from '../../core/terms/formats/term-file-error'
import type { Sheet } from '../../core/text/read-workbook'
import type { Aligning } from '../aligning'
import { bundleSources } from '../bundle-sources.mjs'
import type { GuardAnswer, GuardTask, ReadTerms } from './guard-thread'

/** What a task may cost: milliseconds from when its thread begins with it, and megabytes of a thread's memory; `idle` is the milliseconds that a thread without work waits for more; `yields` lowers its priority, so that whatever answers goes first. */
export interface GuardLimits {
  readonly time: number
  readonly memory: number
  readonly idle: number
  readonly yields: boolean
}

/** Reads files and checks texts in threads of their own, which are ended from outside where they take too long or too much memory; whoever asked for something else is answered meanwhile. */
export interface Guard extends Aligning {
  /** As importFile of the pipeline. Rejects with InputError, besides its own `timeout` and `too-large`; with the signal's reason where it is aborted. */
  read(bytes: Uint8Array, options: Omit<ReadOptions, 'unit'>, signal?: AbortSignal): Promise<ImportedFile>
  /** As readSheets: the sheets of a workbook; rejects as `read`. */
  sheets(bytes: Uint8Array, signal?: AbortSignal): Promise<readonly Sheet[]>
  /** As readTermFile; rejects with its TermFileError besides. */
  terms(bytes: Uint8Array, name: string, signal?: AbortSignal): Promise<ReadTerms>
  /** As checkVersions of the pipeline, by what the program ships; rejects as `read`. */
  check(versions: readonly Version[], pivot?: Language, signal?: AbortSignal): Promise<Check>
  /** Ends all threads, whatever they are doing. */
  stop(): Promise<void>
}

/**
 * The limits unless others are given. The longest text that was measured, 550,000 paragraphs in 11 MB, took 47 s on one of two busy cores; 700 MB are enough to align 100,000 lines (`npm run bench:speed`).
 */
export const GUARD_LIMITS: GuardLimits = {
  time: 120_000,
  memory: 1024,
  // Enough for a person's next file.
  idle: 20_000,
  // A person waits, and the time is limited.
  yields: false,
}

/** Makes ready as many threads as may read at a time; each begins with its first file, and what is more waits for its turn. `root` is the program's own folder, `home` the one that holds `corpus/`. */
export async function startGuard(
  root: string,
  home: string,
  size: number,
  limits: GuardLimits = GUARD_LIMITS,
): Promise<Guard> {
  const entry = await bundleSources(root, 'jobs/guard/guard-thread.ts').catch(() => null)
  const { default: Piscina } = await import('piscina')
  const pool = new Piscina<GuardTask, GuardAnswer>({
    filename: path.join(root, 'jobs', 'guard', 'thread.mjs'),
    workerData: { entry, home, yields: limits.yields },
    minThreads: 0,
    maxThreads: size,
    idleTimeout: limits.idle,
    atomics: 'disabled',
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
  })
  // Whatever ends a thread is told to whoever waits for its file.
  pool.on('error', () => undefined)
  const turns = takeTurns(size)

  const run = async (task: GuardTask, signal?: AbortSignal): Promise<GuardAnswer> => {
    const release = await turns()
    const late = AbortSignal.timeout(limits.time)
    try {
      signal?.throwIfAborted()
      const ended = signal === undefined ? late : AbortSignal.any([late, signal])
      const answer = await pool.run(task, { signal: ended })
      if (answer.kind === 'failed') throw new InputError(answer.code, answer.detail)
      if (answer.kind === 'no-terms') throw new TermFileError(answer.code, answer.line, answer.detail)
      return answer
    } catch (error) {
      signal?.throwIfAborted()
      if (late.aborted) throw new InputError('timeout', `${limits.time / 1000} s`)
      if (isOutOfMemory(error)) throw new InputError('too-large', `${limits.memory} MB`)
      throw error
    } finally {
      release()
    }
  }
  const check = async (task: GuardTask, signal?: AbortSignal) => {
    const answer = await run(task, signal)
    if (answer.kind !== 'check') throw new Error('not what was asked for')
    return answer.check
  }
  return {
    async read(bytes, options, signal) {
      const answer = await run({ kind: 'read', bytes, options }, signal)
      if (answer.kind !== 'read') throw new Error('not what was asked for')
      return answer.file
    },
    async sheets(bytes, signal) {
      const answer = await run({ kind: 'sheets', bytes }, signal)
      if (answer.kind !== 'sheets') throw new Error('not what was asked for')
      return answer.sheets
    },
    async terms(bytes, name, signal) {
      const answer = await run({ kind: 'terms', bytes, name }, signal)
      if (answer.kind !== 'terms') throw new Error('not what was asked for')
      return { base: answer.base, refused: answer.refused }
    },
    check: (versions, pivot, signal) => check({ kind: 'check', versions, pivot }, signal),
    async align(versions, pivot) {
      const answer = await run({ kind: 'align', versions, pivot })
      if (answer.kind !== 'align') throw new Error('not what was asked for')
      return answer.alignment
    },
    compare: (alignment) => check({ kind: 'compare', alignment }),
    // Its hits are not asked for, and are the most of it.
    split: (whole) => check({ kind: 'split', whole: { ...whole, hits: {} } }),
    stop: () => pool.destroy(),
  }
}

/** So many at a time, first come, first served; whoever has a turn gives it back by calling what it got. The time limit must not run while others are served. */
function takeTurns(size: number): () => Promise<() => void> {
  const waiting: (() => void)[] = []
  let free = size
  const release = () => {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  }
  return async () => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    return release
  }
}

function isOutOfMemory(error: unknown): boolean {
  return (error as { readonly code?: unknown } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
