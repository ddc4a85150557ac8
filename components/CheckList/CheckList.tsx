import { useTranslations } from 'next-intl'
import type { Finding, FindingCode, Language, Severity, UnLanguage } from '../../core/model'
import { direction } from '../../core/text/languages'
import { languageName } from '../../i18n/language-names'
import classes from './CheckList.module.css'

/** A check as the page shows it: what it is worth at most, and an example with what the check itself says of it. */
export interface ListedCheck {
  readonly code: FindingCode
  readonly severity: Severity
  readonly example: {
    readonly language: Language
    readonly pivot: string
    readonly other: string
    readonly finding: Finding
    readonly sentence: string
  } | null
}

/** The documentation of the checks, written by the program itself: every sentence under an example is what the check found in it. */
export function CheckList({
  locale,
  checks,
}: {
  readonly locale: UnLanguage
  readonly checks: readonly ListedCheck[]
}) {
  const t = useTranslations()
  return (
    <main id="text" tabIndex={-1} className={classes.page}>
      <h1>{t('checks.title')}</h1>
      <p className={classes.intro}>{t('checks.intro')}</p>
      <nav aria-label={t('checks.title')} className={classes.contents}>
        {checks.map(({ code }) => (
          <a key={code} href={`#${code}`}>
            {t(`findings.name.${code}`)}
          </a>
        ))}
      </nav>
      {checks.map(({ code, severity, example }) => (
        <section key={code} id={code} aria-labelledby={`${code}-name`} className={classes.check}>
          <h2 id={`${code}-name`}>{t(`findings.name.${code}`)}</h2>
          <p className={classes.meta}>
            <code dir="ltr">{code}</code>{' '}
            <span data-severity={severity}>{t(`findings.severity.${severity}`)}</span>
          </p>
          <p>{t(`findings.rule.${code}`)}</p>
          {example !== null && (
            <figure>
              <figcaption>{t('checks.example')}</figcaption>
              <div className={classes.pair}>
                <Passage language="fr" text={example.pivot} name={languageName('fr', t)} />
                <Passage
                  language={example.language}
                  text={example.other}
                  name={languageName(example.language, t)}
                />
              </div>
              <p className={classes.sentence} lang={locale}>
                {example.sentence}
              </p>
            </figure>
          )}
          <p className={classes.advice}>{t(`findings.advice.${code}`)}</p>
        </section>
      ))}
    </main>
  )
}

function Passage({
  language,
  text,
  name,
}: {
  readonly language: Language
  readonly text: string
  readonly name: string
}) {
  return (
    <div>
      <span>{name}</span>
      <p lang={language} dir={direction(language)}>
        {text}
      </p>
    </div>
  )
}
