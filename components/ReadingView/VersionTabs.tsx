import type { Version } from '../../core/model'
import { languageName } from '../../i18n/language-names'
import type { Translator } from '../../i18n/translator'
import classes from './VersionTabs.module.css'

/**
 * On a narrow screen: which version stands in the rows, or all of them stacked; under the names, the status of what is chosen. Plain radio buttons,
 * read by the style sheet alone, so that the choice costs no script.
 */
export function VersionTabs({
  t,
  versions,
}: {
  readonly t: Translator
  readonly versions: readonly Version[]
}) {
  const statuses = [...new Set(versions.map(({ status }) => status))].filter((own) => own !== 'official')
  return (
    <fieldset className={classes.tabs} data-tabs="">
      <legend>{t('view.tabs')}</legend>
      <label>
        <input type="radio" name="tab" value="all" defaultChecked />
        <span>{t('view.allVersions')}</span>
        {statuses.length > 0 && (
          <small aria-hidden="true">* {statuses.map((own) => t(`status.${own}`)).join(' · ')}</small>
        )}
      </label>
      {versions.map(({ language, status }) => (
        <label key={language}>
          <input type="radio" name="tab" value={language} />
          <span>
            {languageName(language, t)}
            {status === 'official' ? null : <i aria-hidden="true">*</i>}
          </span>
          {statuses.length > 0 && <small>{t(`status.${status}`)}</small>}
        </label>
      ))}
    </fieldset>
  )
}
