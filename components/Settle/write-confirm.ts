import type { Translator } from '../../i18n/translator'
import { writeElement, type Markup } from '../ReadingView/write-element'
import classes from './ConfirmRow.module.css'
import type { RowSettlement } from './settled-reading'

/** The small sign of a confirmed row, and the button that confirms one or takes that back; the desk reads from it what is to be sent (`confirmRow`). `address` names the row to those who do not see it. */
export function writeConfirm(t: Translator, row: string, address: string, settlement: RowSettlement): Markup {
  const { key, revision } = settlement
  const label = key === null ? t('settle.confirm', { address }) : t('settle.confirmed', { address })
  return writeElement(
    'button',
    {
      type: 'button',
      class: classes.confirm,
      'data-confirm': row,
      'data-confirmed': key,
      'data-revision': revision,
      'aria-label': label,
      title: label,
      'aria-busy': 'false',
    },
    writeElement(
      'svg',
      { viewBox: '0 0 16 16', 'aria-hidden': 'true' },
      writeElement('path', { d: 'M3 8.5l3.5 3.5L13 4.5' }),
    ),
  )
}
