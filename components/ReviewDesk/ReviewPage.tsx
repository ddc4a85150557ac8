import { NextIntlClientProvider, useTranslations } from 'next-intl'
import type { UnLanguage } from '../../core/model'
import { loadMessages } from '../../i18n/load-messages'
import shared from '../ImportDesk/ImportDesk.module.css'
import { ReviewDesk } from './ReviewDesk'
import classes from './ReviewDesk.module.css'

/** The resolution that the workbook is of, and the most bytes of a file. */
export interface ReviewPageProps {
  readonly locale: UnLanguage
  readonly slug: string
  readonly symbol: string
  readonly limit: number
}

/** The page on which a workbook comes back. Only the words that its desk needs go to the browser. */
export function ReviewPage({ locale, slug, symbol, limit }: ReviewPageProps) {
  const t = useTranslations()
  const { review, import: own } = loadMessages(locale)
  const path = `/${locale}/r/${encodeURIComponent(slug)}`
  return (
    <main id="text" tabIndex={-1} className={shared.page}>
      <p className={classes.symbol}>
        <a href={path}>{t('review.back', { symbol: `\u2066${symbol}\u2069` })}</a>
      </p>
      <h1>{t('review.title')}</h1>
      <p className={shared.intro}>
        {t('review.intro', { decision: t('export.sheet.decision'), note: t('export.sheet.note') })}
      </p>
      <noscript>
        <p>{t('review.script')}</p>
      </noscript>
      <NextIntlClientProvider locale={locale} timeZone="UTC" messages={{ review, import: own }}>
        <ReviewDesk path={path} limit={limit} />
      </NextIntlClientProvider>
    </main>
  )
}
