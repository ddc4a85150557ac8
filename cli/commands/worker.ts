import type { Command } from 'commander'
import { availableParallelism } from 'node:os'
import { makeTranslator } from '../../i18n/translator'
import { hashProgram } from '../../jobs/hash-program.mjs'
import { startThreads } from '../../jobs/start-threads'
import { startWorker } from '../../jobs/start-worker'
import { HOLD } from '../../store/job-row'
import { catchSignals } from '../batch/catch-signals'
import { addNotes } from '../command-notes'
import { eventLine } from '../describe-work'
import type { Context } from '../main'
import { readNumber } from '../read-number'
import { DATABASE, withStore, type StoreOptions } from '../with-store'

/** `concordance worker`: works on the store's jobs until it is asked to stop. */
export function addWorker(program: Command, { root }: Context): void {
  const threads = Math.max(1, availableParallelism() - 1)
  const command = program
    .command('worker')
    .description('work on the jobs of a store until interrupted, beside other workers of the same store')
    .option(...DATABASE)
    .option('--threads <number>', 'jobs at a time (default: cores less one)')
    .option(
      '--hold <seconds>',
      `how long a job is left to this worker when it is not heard of (default: ${HOLD / 1000})`,
    )
  addNotes(command, {
    notes: 'It stops on SIGINT or SIGTERM: what does not end within seconds is given back to the others.',
    examples: ['concordance worker --database postgres://user@host/texts --threads 8'],
  }).action(async (options: StoreOptions & { readonly threads?: string; readonly hold?: string }) => {
    const size = readNumber('--threads', options.threads, [1, 1024], threads)
    const hold = readNumber('--hold', options.hold, [1, 86_400], HOLD / 1000) * 1000
    const t = makeTranslator('en')
    await withStore(options, async (store, address) => {
      const signals = catchSignals()
      const ignore = () => undefined
      process.stderr.on('error', ignore)
      try {
        const made = await startThreads(root, { address, home: root, aligner: hashProgram(root) }, size)
        const worker = await startWorker(store, made, {
          hold,
          tell: (event) => {
            if (process.stderr.isTTY) process.stderr.write(`${eventLine(event, t)}\n`)
          },
        })
        if (!signals.signal.aborted)
          await new Promise((resolve) => signals.signal.addEventListener('abort', resolve))
        await worker.stop()
      } finally {
        signals.release()
        process.stderr.off('error', ignore)
      }
    })
  })
}
