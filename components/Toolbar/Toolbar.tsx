import type { Language } from '../../core/model'
import type { Translator } from '../../i18n/translator'
import { ExportMenu } from '../ExportMenu/ExportMenu'
import { FindingFilters } from '../FindingFilters/FindingFilters'
import { Popover } from '../Popover/Popover'
import type { NumberedFinding } from '../ReadingView/number-findings'
import { FINDING_CODES } from '../ReadingView/view-query'
import classes from './Toolbar.module.css'
import { VersionChooser } from './VersionChooser'

/** What the one line of controls works on. `path` is the page's own address without its query. */
export interface ToolbarProps {
  readonly t: Translator
  readonly path: string
  readonly chosen: readonly Language[]
  readonly available: readonly Language[]
  readonly pivot: Language
  readonly findings: readonly NumberedFinding[]
  /** How many of them nobody has settled; null where none can be. */
  readonly open: number | null
}

/** The one line of controls: versions, findings by kind, export, and the rest behind three dots. */
export function Toolbar({ t, path, chosen, available, pivot, findings, open }: ToolbarProps) {
  const counts = FINDING_CODES.map((code) => ({
    code,
    count: findings.filter(({ finding }) => finding.code === code).length,
  })).filter(({ count }) => count > 0)
  return (
    <div className={classes.toolbar} role="group" aria-label={t('view.toolbar')}>
      <Popover
        id="versions"
        name={t('view.versions')}
        label={
          <>
            <span className={classes.word}>{t('view.versions')}</span>
            <span className={classes.codes}>
              {chosen.map((language) => (
                <bdi key={language}>{language}</bdi>
              ))}
            </span>
          </>
        }
      >
        <VersionChooser t={t} path={path} chosen={chosen} available={available} pivot={pivot} />
      </Popover>
      {chosen.length > 1 && (
        <FindingFilters
          label={t('findings.filter')}
          all={t('findings.count', { count: findings.length })}
          open={open === null || findings.length === 0 ? null : t('settle.open', { count: open })}
          kinds={counts.map(({ code, count }) => {
            const name = t(`findings.short.${code}`)
            return { code, name, count: String(count), spoken: t('findings.only', { kind: name, count }) }
          })}
        />
      )}
      <span className={classes.space} />
      <ExportMenu t={t} path={path} chosen={chosen} review={open !== null} />
      <Popover
        id="more"
        name={t('view.more')}
        align="end"
        label={
          <svg viewBox="0 0 16 16" aria-hidden="true" className={classes.dots}>
            <circle cx="3" cy="8" r="1.3" />
            <circle cx="8" cy="8" r="1.3" />
            <circle cx="13" cy="8" r="1.3" />
          </svg>
        }
      >
        <ul className={classes.menu}>
          {counts.length > 0 &&
            (
              [
                ['n', 1, t('view.keyNext')],
                ['p', -1, t('view.keyPrevious')],
              ] as const
            ).map(([key, step, text]) => (
              <li key={key}>
                <button
                  type="button"
                  data-step={step}
                  aria-keyshortcuts={key}
                  popoverTarget="more"
                  popoverTargetAction="hide"
                >
                  {text}
                  <kbd aria-hidden="true" dir="ltr" className={classes.key}>
                    {key}
                  </kbd>
                </button>
              </li>
            ))}
          <li>
            <button type="button" data-print="" popoverTarget="more" popoverTargetAction="hide">
              {t('view.print')}
            </button>
          </li>
        </ul>
        <div className={classes.keyboard}>
          <h2 className={classes.subtitle}>{t('view.keys')}</h2>
          <dl className={classes.keys}>
            {(
              [
                ['t', t('view.keyTerm')],
                ['c', t('view.keyCopy')],
                ['Esc', t('view.keyClose')],
              ] as const
            ).map(([key, text]) => (
              <div key={key}>
                <dt>
                  <kbd dir="ltr" className={classes.key}>
                    {key}
                  </kbd>
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </div>
      </Popover>
    </div>
  )
}
