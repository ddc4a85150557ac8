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

/** Under the text: each version's status and source, and what "unofficial" means. */
export function Colophon({ t, entry, versions }: ColophonProps) {
  if (versions.length === 0) return null
  return (
    <footer className={classes.colophon}>
      <ul>
        {versions.map(({ language, status }) => {
          const source = entry.versions.find((version) => version.language === language)?.source ?? ''
          return (
            <li key={language}>
              <b>{languageName(language, t)}</b> {t(`status.${status}`)}
              {source === '' ? null : ` · ${t('meta.source', { source })}`}
            </li>
          )
        })}
      </ul>
      {versions.some(({ status }) => status === 'unofficial') && <p>{t('status.note')}</p>}
    </footer>
  )
}
