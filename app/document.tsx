import { ColorSchemeScript, MantineProvider, mantineHtmlProps } from '@mantine/core'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { SiteHeader } from '../components/SiteHeader/SiteHeader'
import type { UnLanguage } from '../core/model'
import { direction } from '../core/text/languages'
import './fonts.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/UnstyledButton.css'
import './global.css'

/** The document around every page: language, direction, colour scheme, site header. The nonce comes from the proxy. */
export async function Document({
  locale,
  children,
}: {
  readonly locale: UnLanguage
  readonly children: ReactNode
}) {
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
