'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import type { UnLanguage } from '../../core/model'
import { writeQuery } from '../ReadingView/view-query'
import classes from './SiteHeader.module.css'

/** The locales with their own names, and the one on screen. */
export interface LocaleLinksProps {
  readonly current: UnLanguage
  readonly locales: readonly { readonly locale: UnLanguage; readonly name: string }[]
}

/** Links to this same page in the other locales, query included. Whole-page links, since language and direction of the document change. */
export function LocaleLinks({ current, locales }: LocaleLinksProps) {
  const rest = usePathname().split('/').slice(2).join('/')
  const query = writeQuery(Object.fromEntries(useSearchParams()))
  return (
    <ul className={classes.locales}>
      {locales.map(({ locale, name }) => (
        <li key={locale}>
          <a
            href={`/${locale}${rest === '' ? '' : `/${rest}`}${query}`}
            lang={locale}
            hrefLang={locale}
            aria-current={locale === current ? 'true' : undefined}
          >
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}
