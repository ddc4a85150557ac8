import { useTranslations } from 'next-intl'
import type { Status, UnLanguage } from '../../core/model'
import { formatDate } from '../../i18n/format-date'
import { languageName } from '../../i18n/language-names'
import classes from './ResolutionList.module.css'
import { typesetTitle } from './typeset-title'

/** A resolution as the list shows it; `adopted` is ISO 8601 or null, titles are by locale. */
export interface ListedResolution {
  readonly slug: string
  readonly symbol: string
  readonly adopted: string | null
  readonly meeting: number | null
  readonly titles: Readonly<Record<string, string>>
  readonly versions: readonly { readonly language: UnLanguage; readonly status: Status }[]
}

/** The resolutions at hand: symbol, title in the reader's language, date, and the versions with their status. */
export function ResolutionList(props: {
  readonly locale: UnLanguage
  readonly resolutions: readonly ListedResolution[]
}) {
  const { locale, resolutions } = props
  const t = useTranslations()
  return (
    <main id="text" tabIndex={-1} className={classes.page}>
      <h1>{t('list.title')}</h1>
      <p className={classes.tagline}>
        {t('site.tagline')}
        <span className={classes.links}>
          <a href={`/${locale}/jobs`}>{t('jobs.title')}</a>
          <a href={`/${locale}/api`}>{t('api.title')}</a>
        </span>
      </p>
      <ul className={classes.list}>
        {resolutions.map(({ slug, symbol, adopted, meeting, titles, versions }) => (
          <li key={slug}>
            <article className={classes.entry}>
              <p className={classes.symbol} dir="ltr">
                {symbol}
              </p>
              <h2>
                <a href={`/${locale}/r/${slug}`}>{typesetTitle(titles[locale] ?? titles.en ?? symbol)}</a>
              </h2>
              <p className={classes.meta}>
                {[
                  ...(adopted === null ? [] : [t('meta.adopted', { date: formatDate(adopted, locale) })]),
                  ...(meeting === null ? [] : [t('meta.meeting', { meeting })]),
                ].join(' · ')}
              </p>
              <p className={classes.count}>{t('list.versions', { count: versions.length })}</p>
              <ul className={classes.versions}>
                {versions.map(({ language, status }) => (
                  <li key={language}>
                    <a
                      href={`/${locale}/r/${slug}?v=${language === 'fr' ? 'fr' : `fr,${language}`}`}
                      aria-label={t('list.openIn', { symbol, language: languageName(language, t) })}
                    >
                      {languageName(language, t)}
                    </a>{' '}
                    <small data-status={status}>{t(`status.${status}`)}</small>
                  </li>
                ))}
              </ul>
            </article>
          </li>
        ))}
      </ul>
    </main>
  )
}
