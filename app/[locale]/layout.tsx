import { ColorSchemeScript, MantineProvider, mantineHtmlProps } from '@mantine/core'
import type { Metadata } from 'next'
import { hasLocale } from 'next-intl'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { SiteHeader } from '../../components/SiteHeader/SiteHeader'
import { direction } from '../../core/text/languages'
import { routing } from '../../i18n/routing'
import '../fonts.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/UnstyledButton.css'
import '../global.css'

/** The parameters that every page under a locale gets. */
interface Props {
  readonly children: ReactNode
  readonly params: Promise<{ locale: string }>
}

/** The title that pages without one of their own carry. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const t = await getTranslations({ locale })
  return {
    title: { default: t('site.name'), template: `%s · ${t('site.name')}` },
    description: t('site.tagline'),
  }
}

/** The document around every page: language, direction, colour scheme, site header. */
export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html lang={locale} dir={direction(locale)} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} />
      </head>
      <body>
        <MantineProvider defaultColorScheme="auto" withGlobalClasses={false}>
          <SiteHeader locale={locale} />
          {children}
        </MantineProvider>
      </body>
    </html>
  )
}
