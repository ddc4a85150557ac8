import { useTranslations } from 'next-intl'
import { UN_LANGUAGES, type Concept, type Term, type UnLanguage } from '../../core/model'
import { languageName } from '../../i18n/language-names'
import { writeQuery } from '../ReadingView/view-query'
import classes from './TermBasePage.module.css'

/** What was asked (`query`, `field`, `page` from 1) and what was found: `total` in all, `concepts` on this page, `fields` with their counts. */
export interface TermBasePageProps {
  readonly locale: UnLanguage
  readonly query: string
  readonly field: string
  readonly page: number
  readonly pageSize: number
  readonly total: number
  readonly concepts: readonly Concept[]
  readonly fields: readonly (readonly [field: string, count: number])[]
}

/** Subject fields that have a name in the interface; others stand as they are. */
const NAMED_FIELDS = [
  'organ', 'session', 'rights', 'law', 'instrument', 'society', 'peace', 'development', 'climate', 'finance', 'place', 'country', 'opening',
] as const // prettier-ignore

/** The term base: a search over all languages at once, and the concepts with their wordings, a column a language. Plain links and a plain form. */
export function TermBasePage(props: TermBasePageProps) {
  const { locale, query, field, page, pageSize, total, concepts, fields } = props
  const t = useTranslations()
  const languages = [locale, ...UN_LANGUAGES.filter((language) => language !== locale)]
  const fieldName = (name: string) => {
    const known = NAMED_FIELDS.find((own) => own === name)
    return known === undefined ? name : t(`terms.field.${known}`)
  }
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const hrefOf = (next: number) =>
    `/${locale}/terms${writeQuery({ q: query, field, page: next === 1 ? '' : String(next) })}`
  return (
    <main id="text" tabIndex={-1} className={classes.page}>
      <h1>{t('terms.title')}</h1>
      <form role="search" method="get" action={`/${locale}/terms`} className={classes.search}>
        <label>
          <span>{t('terms.search')}</span>
          <input type="search" name="q" defaultValue={query} dir="auto" autoComplete="off" />
        </label>
        <label>
          <span>{t('terms.fields')}</span>
          <select name="field" defaultValue={field}>
            <option value="">{t('terms.all')}</option>
            {fields.map(([name, count]) => (
              <option key={name} value={name}>{`${fieldName(name)} (${count})`}</option>
            ))}
          </select>
        </label>
        <button type="submit">{t('terms.go')}</button>
      </form>
      <p className={classes.count} role="status">
        {t('terms.count', { count: total })}
      </p>
      {concepts.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              {languages.map((language) => (
                <th key={language} scope="col">
                  {languageName(language, t)}
                </th>
              ))}
            </tr>
          </thead>
          {concepts.map((concept) => (
            <tbody key={concept.id} id={concept.id}>
              <tr className={classes.about}>
                <th colSpan={languages.length} scope="rowgroup">
                  <span>{fieldName(concept.field)}</span> <code dir="ltr">{concept.id}</code>
                  {concept.definition !== undefined && <p dir="auto">{concept.definition}</p>}
                  {concept.source !== undefined && (
                    <p>
                      {t('terms.source')} <bdi>{concept.source}</bdi>
                    </p>
                  )}
                </th>
              </tr>
              <tr>
                {languages.map((language) => (
                  <td key={language} lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
                    <span className={classes.language} lang={locale} dir="auto">
                      {languageName(language, t)}
                    </span>
                    <Wordings terms={concept.terms[language] ?? []} />
                  </td>
                ))}
              </tr>
            </tbody>
          ))}
        </table>
      )}
      {pages > 1 && (
        <nav className={classes.pages} aria-label={t('terms.pages')}>
          {page > 1 && (
            <a href={hrefOf(page - 1)} rel="prev">
              {t('terms.previous')}
            </a>
          )}
          <span>{t('terms.page', { page, pages })}</span>
          {page < pages && (
            <a href={hrefOf(page + 1)} rel="next">
              {t('terms.next')}
            </a>
          )}
        </nav>
      )}
    </main>
  )
}

/** The wordings of a language, the preferred one first; what is not to be used is struck out and says so. */
function Wordings({ terms }: { readonly terms: readonly Term[] }) {
  const t = useTranslations()
  if (terms.length === 0) return <span className={classes.none}>–</span>
  return (
    <ul>
      {terms.map(({ wording, status, weak, note }) => (
        <li key={`${status} ${wording}`} data-status={status}>
          {status === 'deprecated' || status === 'forbidden' ? (
            <>
              <s>{wording}</s> <small>{t(`terms.status.${status}`)}</small>
            </>
          ) : (
            wording
          )}
          {weak === true && <small> {t('terms.weak')}</small>}
          {note !== undefined && <small dir="auto"> {note}</small>}
        </li>
      ))}
    </ul>
  )
}
