import type { Version } from '../../core/model'
import { languageName } from '../../i18n/language-names'
import type { Translator } from '../../i18n/translator'
import classes from './VersionTabs.module.css'

/**
 * On a narrow screen: which version stands in the rows, or all of them stacked. Plain radio buttons, read by the style sheet alone, so that the
 * choice costs no script.
 */
export function VersionTabs({
  t,
  versions,
}: {
  readonly t: Translator
  readonly versions: readonly Version[]
}) {
  return (
    <fieldset className={classes.tabs} data-tabs="">
      <legend>{t('view.tabs')}</legend>
      <label>
        <input type="radio" name="tab" value="all" defaultChecked />
        <span>{t('view.allVersions')}</span>
      </label>
      {versions.map(({ language, status }) => (
        <label key={language}>
          <input type="radio" name="tab" value={language} />
          <span>
            {languageName(language, t)}
            {status === 'official' ? null : <small>{t(`status.${status}`)}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
