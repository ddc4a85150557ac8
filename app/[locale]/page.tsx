import { hasLocale } from 'next-intl'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ResolutionList } from '../../components/ResolutionList/ResolutionList'
import { StoreNotice } from '../../components/StoreNotice/StoreNotice'
import { describeStoreError } from '../../i18n/describe-store-error'
import { routing } from '../../i18n/routing'
import { StoreError } from '../../store/database/store-error'
import { listEntries } from '../open-store'
import { orStoreError } from '../or-store-error'

/** The list changes with the store. */
export const dynamic = 'force-dynamic'

/** The list of the resolutions at hand. */
export default async function ListPage({ params }: { readonly params: Promise<{ locale: string }> }) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  const resolutions = await orStoreError(listEntries())
  if (resolutions instanceof StoreError) {
    const t = await getTranslations()
    return <StoreNotice title={t('store.title')} reason={describeStoreError(resolutions, t)} />
  }
  return <ResolutionList locale={locale} resolutions={resolutions} />
}
