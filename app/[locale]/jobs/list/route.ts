import { hasLocale } from 'next-intl'
import { jobRequestSchema } from '../../../../core/schema'
import { routing } from '../../../../i18n/routing'
import { alignCorpus } from '../../../../jobs/handlers/align-corpus'
import { StoreError } from '../../../../store/database/store-error'
import { addJob, cancelJob } from '../../../../store/jobs'
import { appStore } from '../../../open-store'
import { orStoreError } from '../../../or-store-error'
import { readRequest } from '../../../read-request'
import { refuseStore } from '../../../refuse-store'
import { showJobs } from '../../../show-jobs'

/** What stands in the address before `/jobs/list`. */
interface Context {
  readonly params: Promise<{ locale: string }>
}

const headers = { 'cache-control': 'no-store' }

/** `GET …/jobs/list`: the jobs as the page shows them, as `{jobs}`; 404 for an unknown locale, 503 where the store cannot be used. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 })
  const jobs = await orStoreError(showJobs(locale))
  return jobs instanceof StoreError ? refuseStore(jobs, locale, 'json') : Response.json({ jobs }, { headers })
}

/**
 * `POST …/jobs/list`: adds the job that aligns and checks the whole corpus anew, unless it is waiting or running already, or cancels a job (jobRequestSchema); the answer is that of GET, also for a job that has
 * ended meanwhile. 400 and 403 for what is no such request.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const read = await readRequest(request, params, jobRequestSchema)
  if (read instanceof Response) return read
  const { locale, asked } = read
  const jobs = await orStoreError(
    (async () => {
      const store = await appStore()
      if (asked.action === 'cancel') await cancelJob(store, asked.id)
      else await addJob(store, { kind: alignCorpus.kind, input: {}, alone: true })
      return showJobs(locale)
    })(),
  )
  return jobs instanceof StoreError ? refuseStore(jobs, locale, 'json') : Response.json({ jobs }, { headers })
}
