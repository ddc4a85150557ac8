import { hasLocale } from 'next-intl'
import { setRequestLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ResolutionList } from '../../components/ResolutionList/ResolutionList'
import { routing } from '../../i18n/routing'
import { listResolutions } from '../../jobs/corpus'
import { programHome } from '../../store/program-home'

/** The list of the resolutions at hand. */
export default async function ListPage({ params }: { readonly params: Promise<{ locale: string }> }) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  return <ResolutionList locale={locale} resolutions={await listResolutions(programHome())} />
}
