import type { SettleResult } from './settle-from-sheet'

/** What following a workbook does or did, as data for programs: each line with its sheet and number, the finding's key and what holds before and after; then what is refused, and the texts that were edited and not taken. */
export function planData({
  planned,
  refusals,
  changedTexts,
  applied,
  resolution,
}: Extract<SettleResult, { readonly kind: 'read' }>) {
  return {
    symbol: resolution.symbol,
    applied,
    planned: planned.map(({ kind, sheet, line, row, settled, from, to }) => ({
      kind,
      sheet,
      line,
      row,
      code: settled.finding.code,
      languages: Object.keys(settled.finding.places),
      key: settled.keys.finding,
      from,
      to,
    })),
    refused: refusals,
    changedTexts,
  }
}
