import { NextIntlClientProvider, useTranslations } from 'next-intl'
import type { UnLanguage } from '../../core/model'
import { loadMessages } from '../../i18n/load-messages'
import { ImportDesk } from './ImportDesk'
import classes from './ImportDesk.module.css'

/** The reader's locale, and the most bytes of a file. */
export interface ImportPageProps {
  readonly locale: UnLanguage
  readonly limit: number
}

/** The page on which texts are brought in. Only the words that its desk needs go to the browser. */
export function ImportPage({ locale, limit }: ImportPageProps) {
  const t = useTranslations()
  const { import: own, fetch, status, kinds, languages } = loadMessages(locale)
  return (
    <main id="text" tabIndex={-1} className={classes.page}>
      <h1>{t('import.title')}</h1>
      <p className={classes.intro}>{t('import.intro')}</p>
      <NextIntlClientProvider
        locale={locale}
        timeZone="UTC"
        messages={{ import: own, fetch, status, kinds, languages }}
      >
        <ImportDesk locale={locale} limit={limit} />
      </NextIntlClientProvider>
    </main>
  )
}
