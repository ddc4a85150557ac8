import { describeJob, describeJobError, describeLanguages } from '../i18n/describe-job'
import type { Translator } from '../i18n/translator'
import type { WorkerEvent } from '../jobs/start-worker'
import { StoreError } from '../store/database/store-error'
import type { Job } from '../store/job-row'
import { storeFailure } from './store-failure'
import { oneLine } from './usage-error'

/** A job on one line: id, state, how far it is, since when, what it is, and what went wrong. */
export function jobLine(job: Job, t: Translator): string {
  const { id, state, done, total, error, cancel } = job
  const far = state === 'running' && total !== null ? ` ${done}/${total}` : ''
  const word = state === 'running' && cancel ? 'stopping' : state
  const since = (job.endedAt ?? job.startedAt ?? job.queuedAt).replace(/\.\d+Z$/u, 'Z')
  const wrong = error === null ? '' : `: ${describeJobError(error, t)}`
  return plain(`${id}  ${`${word}${far}`.padEnd(9)}  ${since}  ${whatOf(job, t)}${wrong}`)
}

/** What a worker does on one line. */
export function eventLine(event: WorkerEvent, t: Translator): string {
  if (event.kind === 'trouble') {
    const { error } = event
    if (error instanceof StoreError) return storeFailure(error, 'database').message
    return `internal: ${oneLine(error instanceof Error ? error.message : String(error))}`
  }
  const { job, kind } = event
  const again = kind === 'taken' && job.attempt > 1 ? ` (attempt ${job.attempt})` : ''
  const end = job.state === 'running' ? `divided into ${job.total ?? 0}` : job.state
  const what = kind === 'ended' ? end : kind === 'left' ? 'left to others' : kind.replace('-', ' ')
  const wrong = job.error === null ? '' : `: ${describeJobError(job.error, t)}`
  return plain(`${what}${again}  ${job.id}  ${whatOf(job, t)}${wrong}`)
}

function whatOf(job: Job, t: Translator): string {
  const languages = describeLanguages(job.input, t)
  return describeJob(job, t) + (languages === '' ? '' : ` (${languages})`)
}

/** Isolates keep a name apart from right-to-left text on a page; a terminal shows them as boxes. */
function plain(line: string): string {
  return line.replace(/[\u2068\u2069]/gu, '').replace(/[\r\n\t]+/gu, ' ')
}
