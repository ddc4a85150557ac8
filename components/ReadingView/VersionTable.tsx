import type { Check, Row, UnLanguage, Version } from '../../core/model'
import { baseLanguage, direction } from '../../core/text/languages'
import { rowAddress } from '../../i18n/describe-finding'
import { groupRows } from '../../i18n/group-rows'
import { languageName } from '../../i18n/language-names'
import type { Translator } from '../../i18n/translator'
import { assignAnchors, firstCalls } from './assign-anchors'
import { keepWith } from './keep-with'
import { markOf } from './mark-of'
import type { RowSettlement, SettledReading } from '../Settle/settled-reading'
import type { NumberedFinding } from './number-findings'
import type { ResolutionEntry } from './ReadingView'
import { TableRows } from './TableRows'
import classes from './VersionTable.module.css'
import type { Markup } from './write-element'
import { writeRow } from './write-row'

/** A check laid out: `versions` in the order on screen, `findings` numbered; `t` speaks the language of `locale`. */
export interface VersionTableProps {
  readonly t: Translator
  readonly locale: UnLanguage
  readonly entry: ResolutionEntry
  readonly check: Check
  readonly versions: readonly Version[]
  readonly findings: readonly NumberedFinding[]
  readonly settled: SettledReading | null
  /** For a document: leaves the insides of the rows for who writes it, and gives the name under which they are found (see `left-rows`). */
  readonly leave?: (rows: readonly string[]) => string
}

/** A row of which nothing was ever said. */
const UNCONFIRMED = { key: null, revision: 0 } as const

/** How many choices and orders of columns are remembered of one check, times the reader's languages: one choice in all six. */
const KEPT = 6

/** The insides of rows as they were written last, by row id, with what they hang on besides the check, the columns and the reader's language. */
const writtenRows = keepWith<Check, Map<string, WrittenRow>>(KEPT)

interface WrittenRow {
  readonly state: string
  readonly html: string
  readonly mark: string
}

/** The paragraphs of a check that are the same for every reader, by version and address. */
const plainParagraphs = keepWith<Check, Map<string, Markup>>(8)

/** What the table of a check is made of in these columns, in whatever language it is read. */
const layouts = keepWith<Check, ReturnType<typeof layOut>>(KEPT)

function layOut(check: Check, versions: readonly Version[]) {
  const languages = versions.map(({ language }) => language)
  const rows = check.rows.filter((row) =>
    languages.some((language) => (row.cells[language] ?? []).length > 0),
  )
  return {
    groups: groupRows(rows),
    anchors: assignAnchors(rows, check.pivot),
    columns: versions.map(({ language, paragraphs }) => ({
      language,
      paragraphs: new Map(paragraphs.map((paragraph) => [paragraph.address, paragraph])),
      calls: firstCalls(paragraphs),
      plain: plainParagraphs(check, language, () => new Map()),
    })),
  }
}

/**
 * The versions side by side: a table whose column heads are the versions and whose row heads are the paragraphs' addresses. Roles are written
 * out, since a narrow screen lays the cells out otherwise than a table and browsers would then forget that it is one. The inside of a row is written as HTML (`writeRow`), once for each state of what is
 * settled in it: an alignment never changes, so that a page costs little more than what was settled since the last.
 */
export function VersionTable({
  t,
  locale,
  entry,
  check,
  versions,
  findings,
  settled,
  leave,
}: VersionTableProps) {
  const name = versions.map(({ language }) => language).join()
  const { groups, anchors, columns } = layouts(check, name, () => layOut(check, versions))
  const written = writtenRows(check, `${locale} ${name}`, () => new Map())
  const heads = versions.map(({ language, status }) => ({
    lang: baseLanguage(language),
    name: languageName(language, t),
    status: status === 'official' ? '' : t(`status.${status}`),
  }))
  const byRow = new Map<string, NumberedFinding[]>()
  for (const item of findings) byRow.set(item.row.id, [...(byRow.get(item.row.id) ?? []), item])
  const insideOf = (row: Row, address: string, others: readonly string[]): WrittenRow => {
    const own = byRow.get(row.id) ?? []
    const settlement = settled === null ? null : (settled.rows.get(row.id) ?? UNCONFIRMED)
    const state = stateOf(own, settlement)
    const before = written.get(row.id)
    if (before?.state === state) return before
    const html = writeRow(t, {
      row,
      address,
      anchors: others,
      findings: own,
      settlement,
      cells: columns.map(({ language, paragraphs, calls, plain }, k) => ({
        ...heads[k]!,
        language,
        moved: row.moved.includes(language),
        paragraphs: (row.cells[language] ?? []).flatMap((at) => paragraphs.get(at) ?? []),
        hits: check.hits[language] ?? {},
        calls,
        plain,
      })),
    })
    const now = { state, html, mark: markOf(html) }
    written.set(row.id, now)
    return now
  }
  const insides: string[] = []
  const shown = groups.map(({ part, rows }) => ({
    part,
    name: t(`parts.${part}`),
    rows: rows.map((row) => {
      const address = rowAddress(row, check.pivot)
      const own = anchors.get(row.id) ?? []
      const first = own.includes(address) ? address : own[0]
      const { html, mark } = insideOf(
        row,
        address,
        own.filter((anchor) => anchor !== first),
      )
      insides.push(html)
      return { key: row.id, id: first, kind: row.kind, address, mark }
    }),
  }))
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
      <TableRows
        groups={shown}
        columns={versions.length}
        {...(leave === undefined ? { html: insides } : { left: leave(insides) })}
      />
    </table>
  )
}

/** All that a row shows besides what never changes, as a text. */
function stateOf(findings: readonly NumberedFinding[], settlement: RowSettlement | null): string {
  return JSON.stringify([
    findings.map(({ number, settlement: own }) => [number, own?.decision?.verdict ?? null]),
    settlement && [settlement.key, settlement.revision],
  ])
}
