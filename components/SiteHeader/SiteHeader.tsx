import { UN_LANGUAGES, type UnLanguage } from '../../core/model'
import { OWN_NAMES } from '../../i18n/language-names'
import { makeTranslator } from '../../i18n/translator'
import { Popover } from '../Popover/Popover'
import { SchemeToggle } from '../SchemeToggle/SchemeToggle'
import { LocaleLinks } from './LocaleLinks'
import classes from './SiteHeader.module.css'

/** The slim line over every page: a way past it, the program's name, its other pages, the interface's language, light or dark. */
export function SiteHeader({ locale }: { readonly locale: UnLanguage }) {
  const t = makeTranslator(locale)
  return (
    <header className={classes.header}>
      <a href="#text" className={classes.skip}>
        {t('site.skip')}
      </a>
      <a href={`/${locale}`} className={classes.name} lang="en">
        {t('site.name')}
      </a>
      <nav className={classes.nav}>
        <a href={`/${locale}/import`}>{t('nav.import')}</a>
        <a href={`/${locale}/terms`}>{t('nav.terms')}</a>
        <a href={`/${locale}/checks`}>{t('nav.checks')}</a>
      </nav>
      <Popover
        id="locales"
        name={`${t('site.language')}: ${OWN_NAMES[locale]}`}
        label={OWN_NAMES[locale]}
        align="end"
      >
        <LocaleLinks
          current={locale}
          locales={UN_LANGUAGES.map((language) => ({ locale: language, name: OWN_NAMES[language] }))}
        />
      </Popover>
      <SchemeToggle label={t('site.scheme')} />
    </header>
  )
}
