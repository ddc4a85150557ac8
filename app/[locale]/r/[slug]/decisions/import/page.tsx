import type { Metadata } from 'next'
import { hasLocale } from 'next-intl'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ReviewPage } from '../../../../../../components/ReviewDesk/ReviewPage'
import { StoreNotice } from '../../../../../../components/StoreNotice/StoreNotice'
import { describeStoreError } from '../../../../../../i18n/describe-store-error'
import { routing } from '../../../../../../i18n/routing'
import { StoreError } from '../../../../../../store/database/store-error'
import { listEntries } from '../../../../../open-store'
import { orStoreError } from '../../../../../or-store-error'
import { mostBytes } from '../../../../../receive-upload'

interface Props {
  readonly params: Promise<{ locale: string; slug: string }>
}

/** The limit is a setting of the server that runs, and texts come and go. */
export const dynamic = 'force-dynamic'

/** The title of the page in the browser's tab. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const t = await getTranslations({ locale })
  return { title: t('review.title') }
}

/** Where a workbook in which findings were settled comes back. */
export default async function ReviewWorkbookPage({ params }: Props) {
  const { locale, slug: encoded } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  const slug = decodeURIComponent(encoded)
  const found = await orStoreError(listEntries(slug))
  if (found instanceof StoreError) {
    const t = await getTranslations()
    return <StoreNotice title={t('store.title')} reason={describeStoreError(found, t)} />
  }
  const [entry] = found
  if (entry === undefined) notFound()
  return <ReviewPage locale={locale} slug={slug} symbol={entry.symbol} limit={mostBytes()} />
}
