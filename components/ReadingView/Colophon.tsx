import type { Version } from '../../core/model'
import { languageName } from '../../i18n/language-names'
import type { Translator } from '../../i18n/translator'
import classes from './Colophon.module.css'
import type { ResolutionEntry } from './ReadingView'

/** The versions on screen, and what the list knows of where they come from. */
export interface ColophonProps {
  readonly t: Translator
  readonly entry: ResolutionEntry
  readonly versions: readonly Version[]
}

/** Stands for the source in its message, to be replaced by an element: the list's sources are in English. U+FFFC, object replacement character. */
const GAP = '\uFFFC'

/** Under the text: each version's status and source, and what "unofficial" means. */
export function Colophon({ t, entry, versions }: ColophonProps) {
  if (versions.length === 0) return null
  return (
    <footer className={classes.colophon}>
      <ul>
        {versions.map(({ language, status }) => {
          const source = entry.versions.find((version) => version.language === language)?.source ?? ''
          const [before = '', after = ''] = t('meta.source', { source: GAP }).split(GAP)
          return (
            <li key={language}>
              <b>{languageName(language, t)}</b> {t(`status.${status}`)}
              {source === '' ? null : (
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
    </footer>
  )
}
