import type { ShownJob } from '../components/JobDesk/shown-job'
import type { UnLanguage } from '../core/model'
import { describeJob, describeJobError, describeLanguages, slugOf } from '../i18n/describe-job'
import { formatTime } from '../i18n/format-time'
import { makeTranslator, type Translator } from '../i18n/translator'
import type { Job } from '../store/job-row'
import { listJobs } from '../store/jobs'
import { readSymbols } from '../store/resolutions'
import { appStore } from './open-store'

/** Jobs on the page: those of weeks. */
const SHOWN = 50

/** Failed parts that are told, all jobs together: enough to see what is wrong. */
const FAILED = 50

/** The jobs of the store in the reader's words, the latest first. Rejects with StoreError. */
export async function showJobs(locale: UnLanguage): Promise<readonly ShownJob[]> {
  const store = await appStore()
  const jobs = await listJobs(store, { top: true, limit: SHOWN })
  const divided = jobs.filter(({ total }) => total !== null).map(({ id }) => id)
  const failed =
    divided.length === 0 ? [] : await listJobs(store, { parents: divided, states: ['failed'], limit: FAILED })
  const slugs = [...jobs, ...failed].flatMap(({ input }) => slugOf(input) ?? [])
  const symbols = await readSymbols(store, slugs)
  const t = makeTranslator(locale)
  return jobs.map((job) =>
    showJob(job, {
      failed: failed.filter(({ parent }) => parent === job.id),
      nameOf: (one) => describeJob(one, t, (slug) => symbols[slug] ?? slug),
      locale,
      t,
    }),
  )
}

function showJob(
  job: Job,
  {
    failed,
    nameOf,
    locale,
    t,
  }: {
    readonly failed: readonly Job[]
    readonly nameOf: (job: Job) => string
    readonly locale: UnLanguage
    readonly t: Translator
  },
): ShownJob {
  const { id, done, total } = job
  const what = nameOf(job)
  const state = job.state === 'running' && job.cancel ? 'stopping' : job.state
  const active = state === 'running' || state === 'stopping'
  const times = (
    job.startedAt === null ? (['added', 'ended'] as const) : (['started', 'ended'] as const)
  ).flatMap((key) => {
    const at = { added: job.queuedAt, started: job.startedAt, ended: job.endedAt }[key]
    return at === null ? [] : [{ at, word: t(`jobs.${key}`, { time: formatTime(at, locale, t) }) }]
  })
  return {
    id,
    what,
    languages: describeLanguages(job.input, t),
    state,
    stateWord: t(`jobs.state.${state}`),
    progress: active
      ? { done, total, word: total === null ? '' : t('jobs.progress', { done, total }) }
      : null,
    times,
    error: job.error === null ? null : describeJobError(job.error, t),
    failures: failed.map((part) => ({
      id: part.id,
      what: nameOf(part),
      error: part.error === null ? '' : describeJobError(part.error, t),
    })),
    cancel: state === 'queued' || state === 'running' ? t('jobs.cancelNamed', { what }) : null,
  }
}
