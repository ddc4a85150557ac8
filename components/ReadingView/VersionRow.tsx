import type { CSSProperties } from 'react'
import type { Language, Paragraph, Row, TermHit } from '../../core/model'
import { direction } from '../../core/text/languages'
import { rowAddress } from '../../i18n/describe-finding'
import { markedPlaces } from '../../i18n/marked-places'
import type { Translator } from '../../i18n/translator'
import { doubtOf } from './doubt-of'
import { FindingMarks } from './FindingMarks'
import { ConfirmRow } from '../Settle/ConfirmRow'
import type { RowSettlement } from '../Settle/settled-reading'
import { isSetAside, type NumberedFinding } from './number-findings'
import { ParagraphText } from './ParagraphText'
import classes from './VersionRow.module.css'

/** One version's side of a row. `lang` is its plain language code; `name` and `status` are in the reader's language. */
export interface RowCell {
  readonly language: Language
  readonly lang: string
  readonly name: string
  readonly status: string
  readonly moved: boolean
  readonly paragraphs: readonly Paragraph[]
  /** Term hits by paragraph address. */
  readonly hits: Readonly<Record<string, readonly TermHit[]>>
  /** Where each note is first called, by the note's address. */
  readonly calls: ReadonlyMap<string, string>
}

/** A row of the grid with its cells in the order on screen and the findings that belong to it. */
export interface VersionRowProps {
  readonly t: Translator
  readonly row: Row
  readonly pivot: Language
  /** Addresses that lead to this row. */
  readonly anchors: readonly string[]
  readonly cells: readonly RowCell[]
  readonly findings: readonly NumberedFinding[]
  /** What is confirmed of the row; null where rows cannot be confirmed. */
  readonly settlement: RowSettlement | null
}

/** One row: the address in the gutter, then each version's paragraphs or a quiet gap, with the numbers of the findings beside them. */
export function VersionRow({ t, row, pivot, anchors, cells, findings, settlement }: VersionRowProps) {
  const address = rowAddress(row, pivot)
  const [first, ...others] = anchors.includes(address)
    ? [address, ...anchors.filter((own) => own !== address)]
    : anchors
  const doubt = doubtOf(row.confidence)
  const confidence = t('view.confidence', { value: row.confidence })
  return (
    <tr role="row" id={first} className={classes.row} data-kind={row.kind} data-row={address}>
      <th role="rowheader" scope="row" className={classes.gutter}>
        {others.map((own) => (
          <span key={own} id={own} className={classes.anchor} />
        ))}
        <a href={`#${address}`} className={classes.address} title={t(`kinds.${row.kind}`)}>
          {address}
        </a>
        {doubt > 0 && (
          <>
            <span
              className={classes.bar}
              title={confidence}
              style={{ '--uncertainty': doubt } as CSSProperties}
            />
            <span className={classes.confidence}>{confidence}</span>
          </>
        )}
        <button
          type="button"
          className={classes.copy}
          data-copy={address}
          aria-label={t('view.copy', { address })}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M5.5 4.5v-2h8v8h-2M2.5 5.5h8v8h-8z" />
          </svg>
        </button>
        {settlement !== null && (
          <ConfirmRow
            row={row.id}
            confirmation={settlement.key}
            revision={settlement.revision}
            label={
              settlement.key === null ? t('settle.confirm', { address }) : t('settle.confirmed', { address })
            }
          />
        )}
      </th>
      {cells.map(({ language, lang, name, status, moved, paragraphs, hits, calls }) => {
        const own = findings.filter(({ finding }) => language in finding.places)
        const marking = own.filter((item) => !isSetAside(item))
        const gap = paragraphs.length === 0
        return (
          <td
            key={language}
            role="cell"
            dir={direction(language)}
            className={gap ? classes.gap : classes.cell}
            data-language={language}
            data-name={name}
            data-status={status === '' ? undefined : status}
            style={{ '--marks': own.length } as CSSProperties}
          >
            {gap ? (
              <span className={classes.gapWord} dir="auto">
                {t('view.gap')}
              </span>
            ) : (
              <div className={classes.text} lang={lang} dir={direction(language)}>
                {paragraphs.map((paragraph) => (
                  <ParagraphText
                    key={paragraph.address}
                    t={t}
                    language={language}
                    paragraph={paragraph}
                    hits={hits[paragraph.address] ?? []}
                    calls={calls}
                    marked={marking.flatMap(({ number, finding }) =>
                      markedPlaces(finding, language)
                        .filter((place) => place.address === paragraph.address)
                        .map(({ from, to }) => ({ from, to, number })),
                    )}
                    findings={own}
                  />
                ))}
              </div>
            )}
            {moved && (
              <span className={classes.moved} dir="auto">
                {t('view.moved')}
              </span>
            )}
            {own.length > 0 && <FindingMarks t={t} findings={own} />}
          </td>
        )
      })}
    </tr>
  )
}
