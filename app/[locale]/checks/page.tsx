import type { Metadata } from 'next'
import { hasLocale } from 'next-intl'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { CheckList } from '../../../components/CheckList/CheckList'
import { FINDING_CODES } from '../../../components/ReadingView/view-query'
import { describeFinding } from '../../../i18n/describe-finding'
import { routing } from '../../../i18n/routing'
import { runCheckExamples } from '../../../jobs/check-examples'
import { shippedKnowledge } from '../../shipped-knowledge'

interface Props {
  readonly params: Promise<{ locale: string }>
}

/** The title of the page in the browser's tab. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const t = await getTranslations({ locale })
  return { title: t('checks.title') }
}

/** The documentation of the checks. */
export default async function ChecksPage({ params }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  const t = await getTranslations()
  const checks = runCheckExamples(FINDING_CODES, await shippedKnowledge()).map(
    ({ code, severity, example }) => ({
      code,
      severity,
      example:
        example === null ? null : { ...example, sentence: describeFinding(example.finding, example.row, t) },
    }),
  )
  return <CheckList locale={locale} checks={checks} />
}
