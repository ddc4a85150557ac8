import { Fragment } from 'react'
import type { Language, Paragraph, TermHit } from '../../core/model'
import { direction } from '../../core/text/languages'
import { paragraphDirection } from '../../core/text/paragraph-direction'
import { baseLanguage } from '../../core/text/languages'
import type { Translator } from '../../i18n/translator'
import { closingBreak } from './closing-break'
import type { NumberedFinding } from './number-findings'
import classes from './ParagraphText.module.css'
import { splitRuns, type MarkedSpan, type TextRun } from './split-runs'
import { splitTight } from './split-tight'

/** A paragraph with what is to be shown in it; `marked` are the findings' ranges within this paragraph. */
export interface ParagraphTextProps {
  readonly t: Translator
  readonly language: Language
  readonly paragraph: Paragraph
  readonly hits: readonly TermHit[]
  /** Where each note is first called, by the note's address. */
  readonly calls: ReadonlyMap<string, string>
  readonly marked: readonly MarkedSpan[]
  readonly findings: readonly NumberedFinding[]
}

/** A paragraph as printed: its label, italics, footnote marks; and over them the terms and findings. */
export function ParagraphText({ t, language, paragraph, hits, calls, marked, findings }: ParagraphTextProps) {
  const { address, kind, label, marks, text } = paragraph
  const chinese = baseLanguage(language) === 'zh'
  const french = baseLanguage(language) === 'fr'
  const lineBreak = closingBreak(paragraph, language)
  const byNumber = new Map(findings.map((item) => [item.number, item]))
  const column = direction(language)
  return (
    <p
      className={classes.paragraph}
      dir={paragraphDirection(text, column) === column ? undefined : 'ltr'}
      data-address={address}
      data-kind={kind}
      data-depth={address.split('.').length - 1}
    >
      {label === null ? null : kind === 'footnote' ? (
        <a
          data-label=""
          className={classes.label}
          href={`#ref-${language}-${address}`}
          aria-label={t('view.backToText', { mark: label })}
        >
          {label}
        </a>
      ) : (
        <span data-label="" className={classes.label}>
          {label}
        </span>
      )}
      {label === null || (chinese && /\p{P}$/u.test(label)) ? null : ' '}
      {splitRuns(paragraph, hits, marked, lineBreak === null ? [] : [lineBreak]).map((run) =>
        run.kind === 'mark' ? (
          <sup key={`m${marks.indexOf(run.mark)}`} data-skip="" className={classes.note}>
            {run.mark.note === null ? (
              run.mark.mark
            ) : (
              <a
                id={calls.get(run.mark.note) === address ? `ref-${language}-${run.mark.note}` : undefined}
                href={`#${run.mark.note}`}
                aria-label={t('view.footnote', { mark: run.mark.mark })}
              >
                {run.mark.mark}
              </a>
            )}
          </sup>
        ) : (
          <Fragment key={run.from}>
            {run.from === lineBreak && <br />}
            <RunText run={run} french={french} finding={byNumber.get(run.findings[0] ?? 0)} />
          </Fragment>
        ),
      )}
    </p>
  )
}

function RunText(props: {
  readonly run: TextRun
  readonly french: boolean
  readonly finding: NumberedFinding | undefined
}) {
  const { run, french, finding } = props
  const text = french ? tightText(run.text) : run.text
  const words = run.italic ? <em>{text}</em> : text
  const concepts = run.concepts.length > 0 ? run.concepts.join(' ') : undefined
  if (finding !== undefined) {
    return (
      <a
        href={`#f${finding.number}`}
        className={classes.finding}
        data-f={run.findings.join(' ')}
        data-code={finding.finding.code}
        data-severity={finding.finding.severity}
        data-settled={finding.settlement?.decision?.verdict}
        data-concept={concepts}
      >
        {words}
      </a>
    )
  }
  if (concepts === undefined) return words
  return (
    <span data-concept={concepts} tabIndex={-1} className={classes.term}>
      {words}
    </span>
  )
}

/** The text unchanged, but without line breaks inside French punctuation. */
function tightText(text: string) {
  const pieces = splitTight(text)
  if (pieces.length === 1) return text
  return pieces.map((piece, k) =>
    k % 2 === 0 ? (
      piece
    ) : (
      <span key={k} className={classes.tight}>
        {piece}
      </span>
    ),
  )
}
