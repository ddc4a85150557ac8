import type { FindingCode } from '../../core/model'
import type { Translator } from '../../i18n/translator'
import classes from './FindingMarks.module.css'
import type { NumberedFinding } from './number-findings'
import { writeElement, type Markup } from './write-element'

/** The numbers of findings beside a cell's text, each a link to its note; the line under a number has the form of its kind. */
export function writeMarks(t: Translator, findings: readonly NumberedFinding[]): Markup {
  return writeElement(
    'span',
    { class: classes.marks, 'data-skip': '' },
    ...findings.map(({ number, finding, settlement }) =>
      writeElement(
        'a',
        {
          href: `#f${number}`,
          class: classes.mark,
          'data-f': number,
          'data-code': finding.code,
          'data-severity': finding.severity,
          'data-settled': settlement?.decision?.verdict,
          'aria-label': nameMark(t, finding.code, number, settlement?.decision != null),
        },
        number,
      ),
    ),
  )
}

function nameMark(t: Translator, code: FindingCode, number: number, settled: boolean): string {
  const values = { number, kind: t(`findings.name.${code}`) }
  return settled ? t('settle.mark', values) : t('findings.mark', values)
}
