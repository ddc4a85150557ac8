import type { Check, Version } from '../../core/model'
import { baseLanguage, direction } from '../../core/text/languages'
import { groupRows } from '../../i18n/group-rows'
import { languageName } from '../../i18n/language-names'
import type { Translator } from '../../i18n/translator'
import { assignAnchors, firstCalls } from './assign-anchors'
import type { SettledReading } from '../Settle/settled-reading'
import type { NumberedFinding } from './number-findings'
import type { ResolutionEntry } from './ReadingView'
import classes from './VersionTable.module.css'
import { VersionRow } from './VersionRow'

/** A check laid out: `versions` in the order on screen, `findings` numbered. */
export interface VersionTableProps {
  readonly t: Translator
  readonly entry: ResolutionEntry
  readonly check: Check
  readonly versions: readonly Version[]
  readonly findings: readonly NumberedFinding[]
  readonly settled: SettledReading | null
}

/** A row of which nothing was ever said. */
const UNCONFIRMED = { key: null, revision: 0 } as const

/**
 * The versions side by side: a table whose column heads are the versions and whose row heads are the paragraphs' addresses. Roles are written
 * out, since a narrow screen lays the cells out otherwise than a table and browsers would then forget that it is one.
 */
export function VersionTable({ t, entry, check, versions, findings, settled }: VersionTableProps) {
  const languages = versions.map(({ language }) => language)
  const rows = check.rows.filter((row) =>
    languages.some((language) => (row.cells[language] ?? []).length > 0),
  )
  const paragraphs = new Map(
    versions.map(({ language, paragraphs: own }) => [
      language,
      new Map(own.map((paragraph) => [paragraph.address, paragraph])),
    ]),
  )
  const anchors = assignAnchors(rows, check.pivot)
  const calls = new Map(versions.map(({ language, paragraphs: own }) => [language, firstCalls(own)]))
  const findingsOf = (id: string) => findings.filter(({ row }) => row.id === id)
  const unofficial = versions.some(({ status }) => status !== 'official')
  return (
    <table
      role="table"
      className={classes.table}
      data-columns={versions.length}
      data-status={unofficial ? '' : undefined}
      data-symbol={entry.symbol}
    >
      <caption>{t('view.table', { symbol: entry.symbol })}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" className={classes.corner}>
            <span>{t('view.paragraph')}</span>
          </th>
          {versions.map(({ language, status }) => (
            <th
              key={language}
              role="columnheader"
              scope="col"
              className={classes.columnHead}
              data-align={direction(language)}
              data-column={language}
            >
              <span className={classes.columnName}>
                {languageName(language, t)}
                {language === check.pivot && versions.length > 1 ? <small>{t('view.pivot')}</small> : null}
              </span>
              {status === 'official' ? null : <span className={classes.status}>{t(`status.${status}`)}</span>}
            </th>
          ))}
        </tr>
      </thead>
      {groupRows(rows).map(({ part, rows: own }) => (
        <tbody key={own[0]?.id ?? part} role="rowgroup" data-part={part}>
          <tr role="row">
            <th role="rowheader" scope="rowgroup" colSpan={versions.length + 1} className={classes.part}>
              <span>{t(`parts.${part}`)}</span>
            </th>
          </tr>
          {own.map((row) => (
            <VersionRow
              key={row.id}
              t={t}
              row={row}
              pivot={check.pivot}
              anchors={anchors.get(row.id) ?? []}
              findings={findingsOf(row.id)}
              settlement={settled === null ? null : (settled.rows.get(row.id) ?? UNCONFIRMED)}
              cells={versions.map(({ language, status }) => ({
                language,
                lang: baseLanguage(language),
                name: languageName(language, t),
                status: status === 'official' ? '' : t(`status.${status}`),
                moved: row.moved.includes(language),
                paragraphs: (row.cells[language] ?? []).flatMap(
                  (address) => paragraphs.get(language)?.get(address) ?? [],
                ),
                hits: check.hits[language] ?? {},
                calls: calls.get(language) ?? new Map<string, string>(),
              }))}
            />
          ))}
        </tbody>
      ))}
    </table>
  )
}
