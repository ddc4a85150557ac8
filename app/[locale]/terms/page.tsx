import type { Metadata } from 'next'
import { hasLocale } from 'next-intl'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { TermBasePage } from '../../../components/TermBasePage/TermBasePage'
import { fieldsOf, searchTerms } from '../../../core/terms/search-terms'
import { routing } from '../../../i18n/routing'
import { shippedKnowledge } from '../../shipped-knowledge'

/** What is looked for: `q` the words, `field` the subject field, `page` from 1. */
interface Props {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const PAGE_SIZE = 50

/** The title of the page in the browser's tab. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const t = await getTranslations({ locale })
  return { title: t('terms.title') }
}

/** The term base that the program ships, country names included, to search and to read. */
export default async function TermsPage({ params, searchParams }: Props) {
  const [{ locale }, asked] = await Promise.all([params, searchParams])
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  const { terms, names } = await shippedKnowledge()
  const base = [...terms, ...names.filter(({ field }) => field === 'country')]
  const one = (key: string) => [asked[key] ?? ''].flat()[0]!
  const page = Math.max(1, Math.floor(Number(one('page')) || 1))
  const [query, field] = [one('q').slice(0, 200), one('field')]
  const { total, concepts } = searchTerms(base, {
    text: query,
    field,
    from: (page - 1) * PAGE_SIZE,
    count: PAGE_SIZE,
  })
  return (
    <TermBasePage
      locale={locale}
      query={query}
      field={field}
      page={page}
      pageSize={PAGE_SIZE}
      total={total}
      concepts={concepts}
      fields={[...fieldsOf(base)]}
    />
  )
}
