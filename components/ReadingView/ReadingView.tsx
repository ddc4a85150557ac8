import type { CSSProperties } from 'react'
import type {
  Check,
  FindingCode,
  InputErrorCode,
  Language,
  Status,
  UnLanguage,
  Version,
} from '../../core/model'
import { formatDate } from '../../i18n/format-date'
import { languageName } from '../../i18n/language-names'
import type { Translator } from '../../i18n/translator'
import { Apparatus } from '../Apparatus/Apparatus'
import { Colophon } from './Colophon'
import { doubtOf } from './doubt-of'
import { EquivalentsNote } from '../ReadingDesk/EquivalentsNote'
import { ReadingDesk } from '../ReadingDesk/ReadingDesk'
import { KeptNote } from '../KeptNote/KeptNote'
import { SettleDesk } from '../Settle/SettleDesk'
import type { SettledReading } from '../Settle/settled-reading'
import { Toolbar } from '../Toolbar/Toolbar'
import { keepWith } from './keep-with'
import { numberFindings, withSettled, type NumberedFinding } from './number-findings'
import classes from './ReadingView.module.css'
import { VersionTable } from './VersionTable'
import { VersionTabs } from './VersionTabs'

/** What the list knows of a resolution. */
export interface ResolutionEntry {
  readonly slug: string
  readonly symbol: string
  /** ISO 8601; null where it is not known. */
  readonly adopted: string | null
  readonly meeting: number | null
  readonly titles: Readonly<Record<string, string>>
  readonly versions: readonly {
    readonly language: Language
    readonly status: Status
    readonly source: string
  }[]
}

/** A version that was asked for and cannot be shown. */
export interface VersionFailure {
  readonly language: Language
  readonly code: InputErrorCode | 'missing-file'
  readonly detail: string
}

/**
 * A resolution opened in the chosen versions. `languages` is the choice as asked, `codes` the kinds of finding to show (none: all), `openOnly` whether to show only those that nobody has settled; `settled` is what
 * people have settled, null or left out where nothing can be. `path` is the page's own address without its query, left out for a resolution of the store; `note` stands under the title; `leave` see VersionTable.
 */
export interface ReadingViewProps {
  readonly t: Translator
  readonly locale: UnLanguage
  readonly entry: ResolutionEntry
  readonly check: Check
  readonly failures: readonly VersionFailure[]
  readonly languages: readonly Language[]
  readonly codes: readonly FindingCode[]
  readonly openOnly?: boolean
  readonly settled?: SettledReading | null
  readonly path?: string
  readonly note?: string
  readonly leave?: (rows: readonly string[]) => string
}

/** The findings of a check as numbered in a choice of columns and told in a language: one choice in all six. */
const numbered = keepWith<Check, readonly NumberedFinding[]>(6)

/**
 * The critical edition: title, one line of controls, the versions row by row, and the apparatus of findings. All of it is text from the server;
 * only the desk, the filters and the links that carry the address along run in the browser.
 */
export function ReadingView(props: ReadingViewProps) {
  const {
    t,
    locale,
    entry,
    check,
    failures,
    languages,
    codes,
    openOnly = false,
    settled = null,
    note,
  } = props
  const path = props.path ?? `/${locale}/r/${entry.slug}`
  const shown = languages.filter((language) =>
    check.versions.some((version) => version.language === language),
  )
  const versions = shown.flatMap(
    (language) => check.versions.find((version) => version.language === language) ?? [],
  )
  const findings = withSettled(
    numbered(check, `${locale} ${shown.join()}`, () => numberFindings(check, shown, t)),
    settled,
  )
  const title = entry.titles[locale] ?? check.versions[0]?.title ?? ''
  const page = (
    <main id="text" tabIndex={-1} className={classes.page}>
      <div
        id="reading"
        className={classes.reading}
        data-many={versions.length > 4 ? '' : undefined}
        data-only={codes.length > 0 ? codes.join(' ') : undefined}
        data-only-open={openOnly ? '' : undefined}
        style={layoutOf(versions)}
      >
        <header className={classes.head}>
          <h1>
            <span className={classes.symbol} dir="ltr">
              {entry.symbol}
            </span>{' '}
            <span className={classes.title}>{title}</span>
          </h1>
          <p className={classes.meta}>
            {[
              ...(entry.adopted === null ? [] : [formatDate(entry.adopted, locale)]),
              ...(entry.meeting === null ? [] : [t('meta.meeting', { meeting: entry.meeting })]),
            ].join(' · ')}
          </p>
          {note !== undefined && <p className={classes.note}>{note}</p>}
        </header>
        {failures.length > 0 && (
          <ul className={classes.failures} role="alert">
            {failures.map(({ language, code, detail }) => (
              <li key={language}>
                {t('view.failed', {
                  language: languageName(language, t),
                  reason:
                    detail === ''
                      ? t(`errors.${code}`)
                      : t('errors.detail', { reason: t(`errors.${code}`), detail }),
                })}
              </li>
            ))}
          </ul>
        )}
        <Toolbar
          t={t}
          path={path}
          chosen={languages}
          available={entry.versions.map(({ language }) => language)}
          pivot={check.pivot}
          findings={findings}
          open={
            settled === null ? null : findings.filter(({ settlement }) => settlement?.decision == null).length
          }
        />
        {versions.length === 0 ? (
          <p className={classes.nothing}>{t('view.nothing')}</p>
        ) : (
          <>
            {versions.length > 1 && <VersionTabs t={t} versions={versions} />}
            <VersionTable
              t={t}
              locale={locale}
              entry={entry}
              check={check}
              versions={versions}
              findings={findings}
              settled={settled}
              leave={props.leave}
            />
          </>
        )}
        <Colophon
          t={t}
          entry={entry}
          versions={versions}
          doubtful={versions.length > 1 && check.rows.some(({ confidence }) => doubtOf(confidence) > 0)}
        />
        {settled !== null && <KeptNote t={t} locale={locale} settled={settled} />}
        <Apparatus t={t} locale={locale} check={check} findings={findings} versions={versions} />
      </div>
      {versions.length > 1 && props.path === undefined && (
        <EquivalentsNote
          locale={locale}
          path={path}
          languages={languages}
          pivot={check.pivot}
          others={shown
            .filter((language) => language !== check.pivot)
            .map((language) => ({ language, name: languageName(language, t) }))}
          words={{
            title: t('equivalents.title'),
            asking: t('equivalents.asking'),
            none: t('equivalents.none'),
            figures: t('equivalents.figures'),
          }}
        />
      )}
      <ReadingDesk copied={t('view.copied')} copyFailed={t('view.copyFailed')} />
    </main>
  )
  if (settled === null) return page
  return (
    <SettleDesk
      words={{
        group: t('settle.group'),
        error: t('settle.error'),
        accept: t('settle.accept'),
        ignore: t('settle.ignore'),
        scope: t('settle.scope'),
        scopes: {
          finding: t('settle.scopes.finding'),
          text: t('settle.scopes.text'),
          everywhere: t('settle.scopes.everywhere'),
        },
        reason: t('settle.reason'),
        reasonNeeded: t('settle.reasonNeeded'),
        save: t('settle.save'),
        cancel: t('settle.cancel'),
        undo: t('settle.undo'),
        failed: t('settle.failed'),
        dismiss: t('settle.dismiss'),
      }}
      path={path}
      alignment={settled.alignment}
      languages={shown}
    >
      {page}
    </SettleDesk>
  )
}

/** Tabs that stand in one line of a phone, `All` among them; more stand in two. */
const TABS_IN_LINE = 4

/** What the style sheet cannot count: columns, and the tabs' columns, lines and line of status, from which what sticks below them knows their height. */
function layoutOf(versions: readonly Version[]): CSSProperties {
  const tabs = versions.length + 1
  const lines = versions.length < 2 ? 0 : tabs > TABS_IN_LINE ? 2 : 1
  return {
    '--columns': versions.length,
    '--tab-rows': lines,
    '--tab-columns': Math.ceil(tabs / Math.max(lines, 1)),
    '--tab-status': lines > 0 && versions.some(({ status }) => status !== 'official') ? '1.25rem' : '0rem',
  } as CSSProperties
}
