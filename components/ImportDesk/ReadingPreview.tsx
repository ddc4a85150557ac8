'use client'

import { useTranslations } from 'next-intl'
import type { ParagraphKind } from '../../core/model'
import { baseLanguage, direction } from '../../core/text/languages'
import { languageName } from '../../i18n/language-names'
import classes from './ImportDesk.module.css'
import type { ImportAnswerText } from './import-answers'

/** A version as it was read; `named` where it is one of several in its file. */
export interface ReadingPreviewProps {
  readonly text: ImportAnswerText
  readonly named: boolean
}

/** How a version was read: counts by kind, every paragraph by its first words, and what was mended, taken out and noticed, each to be opened. */
export function ReadingPreview({ text, named }: ReadingPreviewProps) {
  const t = useTranslations()
  const { language, status, shape, counts, paragraphs, repairs, removed, notices } = text
  const own = { lang: baseLanguage(language), dir: direction(language) }
  const kinds = Object.entries(counts) as [ParagraphKind, number][]
  return (
    <div className={classes.preview}>
      {named && (
        <h4>
          {languageName(language, t)}
          {/* Of several versions in one file each may have its own; a file that calls a text official is not believed. */}
          {status === 'unofficial' && <span className={classes.told}>{t('status.unofficial')}</span>}
        </h4>
      )}
      <p className={classes.counts}>
        {[
          t(`import.shape.${shape}`),
          t('import.paragraphs', { count: paragraphs.length }),
          ...kinds.map(([kind, count]) => t('import.ofKind', { kind: t(`kinds.${kind}`), count })),
        ].join(' · ')}
      </p>
      <details>
        <summary>{t('import.preview')}</summary>
        <ol className={classes.paragraphs} tabIndex={0}>
          {paragraphs.map(({ address, first }) => (
            <li key={address}>
              <bdi className={classes.address}>{address}</bdi>
              <span {...own}>{first}</span>
            </li>
          ))}
        </ol>
      </details>
      <Part label={t('import.repairs', { count: repairs.count })} count={repairs.count}>
        {repairs.shown.map(({ kind, before, after, page }, k) => (
          <li key={k}>
            <span className={classes.what}>
              {[t(`import.repair.${kind}`), ...(page === null ? [] : [t('import.onPage', { page })])].join(
                ' · ',
              )}
            </span>
            <span {...own}>
              <del>{before}</del> <ins>{after}</ins>
            </span>
          </li>
        ))}
        <More all={repairs.count} shown={repairs.shown.length} />
      </Part>
      <Part label={t('import.removed', { count: removed.count })} count={removed.count}>
        {removed.shown.map(({ kind, text: words }, k) => (
          <li key={k}>
            <span className={classes.what}>{t(`import.taken.${kind}`)}</span>
            <span {...own}>{words}</span>
          </li>
        ))}
        <More all={removed.count} shown={removed.shown.length} />
      </Part>
      <Part label={t('import.notices', { count: notices.length })} count={notices.length} open>
        {notices.map(({ code, detail, count }) => (
          <li key={`${code} ${detail}`}>
            {t(`import.notice.${code}`)}
            {detail !== '' && <bdi> ({detail})</bdi>}
            {count > 1 && ` × ${count}`}
          </li>
        ))}
      </Part>
    </div>
  )
}

/** One part of the report, which has something to open only where there is something. */
function Part(props: {
  readonly label: string
  readonly count: number
  readonly open?: boolean
  readonly children: React.ReactNode
}) {
  if (props.count === 0) return <p className={classes.nothing}>{props.label}</p>
  return (
    <details open={props.open}>
      <summary>{props.label}</summary>
      <ul className={classes.parts} tabIndex={0}>
        {props.children}
      </ul>
    </details>
  )
}

/** What is counted and not shown. */
function More({ all, shown }: { readonly all: number; readonly shown: number }) {
  const t = useTranslations()
  return all > shown ? <li>{t('import.more', { count: all - shown })}</li> : null
}
