import type { Translator } from '../../i18n/translator'
import classes from './FindingMarks.module.css'
import type { NumberedFinding } from './number-findings'

/** The numbers of findings beside a cell's text, each a link to its note; the line under a number has the form of its kind. */
export function FindingMarks({
  t,
  findings,
}: {
  readonly t: Translator
  readonly findings: readonly NumberedFinding[]
}) {
  return (
    <span className={classes.marks} data-skip="">
      {findings.map(({ number, finding, settlement }) => (
        <a
          key={number}
          href={`#f${number}`}
          className={classes.mark}
          data-f={number}
          data-code={finding.code}
          data-severity={finding.severity}
          data-settled={settlement?.decision?.verdict}
          aria-label={
            settlement?.decision == null
              ? t('findings.mark', { number, kind: t(`findings.name.${finding.code}`) })
              : t('settle.mark', { number, kind: t(`findings.name.${finding.code}`) })
          }
        >
          {number}
        </a>
      ))}
    </span>
  )
}
