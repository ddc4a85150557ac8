import type { Metadata } from 'next'
import { hasLocale } from 'next-intl'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ImportPage } from '../../../components/ImportDesk/ImportPage'
import { routing } from '../../../i18n/routing'
import { mostBytes } from '../../receive-upload'

interface Props {
  readonly params: Promise<{ locale: string }>
}

/** The limit is a setting of the server that runs, not of the one that built. */
export const dynamic = 'force-dynamic'

/** The title of the page in the browser's tab. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const t = await getTranslations({ locale })
  return { title: t('import.title') }
}

/** Where texts are brought in. */
export default async function ImportTextsPage({ params }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  return <ImportPage locale={locale} limit={mostBytes()} />
}
