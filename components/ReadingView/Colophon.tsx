import type { Version } from '../../core/model'
import { describeSource } from '../../i18n/describe-source'
import { languageName } from '../../i18n/language-names'
import type { Translator } from '../../i18n/translator'
import classes from './Colophon.module.css'
import type { ResolutionEntry } from './ReadingView'

/** The versions on screen, what the list knows of where they come from, and whether the gutter shows doubt. */
export interface ColophonProps {
  readonly t: Translator
  readonly entry: ResolutionEntry
  readonly versions: readonly Version[]
  readonly doubtful: boolean
}

/** Stands for the source in its message, to be replaced by an element where the source is in words, which are English. U+FFFC, object replacement character. */
const GAP = '\uFFFC'

/** Under the text: each version's status and source, what "unofficial" means, and what the bars in the gutter mean. */
export function Colophon({ t, entry, versions, doubtful }: ColophonProps) {
  if (versions.length === 0) return null
  return (
    <footer className={classes.colophon}>
      <ul>
        {versions.map(({ language, status }) => {
          const source = entry.versions.find((version) => version.language === language)?.source ?? ''
          const own = describeSource(source, t)
          const [before = '', after = ''] = t('meta.source', { source: GAP }).split(GAP)
          return (
            <li key={language}>
              <b>{languageName(language, t)}</b> {t(`status.${status}`)}
              {own !== null ? (
                ` · ${t('meta.source', { source: own })}`
              ) : source === '' ? null : (
                <>
                  {` · ${before}`}
                  <bdi lang="en" dir="ltr">
                    {source}
                  </bdi>
                  {after}
                </>
              )}
            </li>
          )
        })}
      </ul>
      {versions.some(({ status }) => status === 'unofficial') && <p>{t('status.note')}</p>}
      {doubtful && <p>{t('view.confidenceBar')}</p>}
    </footer>
  )
}
