import { keepsInline } from '../core/export/write-table'
import type { ExportLoss } from '../core/model'
import { describeLoss as describe } from '../i18n/describe-loss'
import { makeTranslator } from '../i18n/translator'

/** What a file of a format does not hold, in words: `3 rows were left out, since only one version has them`; with the option that would keep it. */
export function describeLoss(loss: ExportLoss, format: string): string {
  const words = describe(loss, makeTranslator('en'))
  if (!keepsInline(format, loss)) return words
  return `${words}; --inline keeps ${loss.count === 1 ? 'it' : 'them'}`
}
