import type { Metadata } from 'next'
import { hasLocale } from 'next-intl'
import { setRequestLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { routing } from '../../i18n/routing'
import { makeTranslator } from '../../i18n/translator'
import { Document } from '../document'

/** The parameters that every page under a locale gets. */
interface Props {
  readonly children: ReactNode
  readonly params: Promise<{ locale: string }>
}

/** The title that pages without one of their own carry. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const t = makeTranslator(locale)
  return {
    title: { default: t('site.name'), template: `%s · ${t('site.name')}` },
    description: t('site.tagline'),
  }
}

/** The document of every page under a locale. */
export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  return <Document locale={locale}>{children}</Document>
}
