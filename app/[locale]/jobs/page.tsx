import type { Metadata } from 'next'
import { hasLocale } from 'next-intl'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { JobPage } from '../../../components/JobDesk/JobPage'
import { StoreNotice } from '../../../components/StoreNotice/StoreNotice'
import { describeStoreError } from '../../../i18n/describe-store-error'
import { routing } from '../../../i18n/routing'
import { StoreError } from '../../../store/database/store-error'
import { orStoreError } from '../../or-store-error'
import { showJobs } from '../../show-jobs'

interface Props {
  readonly params: Promise<{ locale: string }>
}

/** The jobs change with the store. */
export const dynamic = 'force-dynamic'

/** The title of the page in the browser's tab. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const t = await getTranslations({ locale })
  return { title: t('jobs.title') }
}

/** What is worked on in the background. */
export default async function JobsPage({ params }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  const jobs = await orStoreError(showJobs(locale))
  if (jobs instanceof StoreError) {
    const t = await getTranslations()
    return <StoreNotice title={t('store.title')} reason={describeStoreError(jobs, t)} />
  }
  return <JobPage locale={locale} jobs={jobs} />
}
