import type { Metadata } from 'next'
import { hasLocale } from 'next-intl'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'
import packageJson from '../../../package.json'
import { ApiReference } from '../../../components/ApiReference/ApiReference'
import { openApi } from '../../../core/schema/openapi'
import { PROBLEM_CODES, PROBLEM_STATUS } from '../../../core/schema/problem-codes'
import { routing } from '../../../i18n/routing'

interface Props {
  readonly params: Promise<{ locale: string }>
}

/** The title of the page in the browser's tab. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const t = await getTranslations({ locale })
  return { title: t('api.title') }
}

/** The documentation of the HTTP interface. */
export default async function ApiPage({ params }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  return (
    <ApiReference
      api={openApi(packageJson.version)}
      href="/api/v1/openapi.json"
      problems={PROBLEM_CODES.map((code) => [code, PROBLEM_STATUS[code]])}
    />
  )
}
