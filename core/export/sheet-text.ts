import { xmlText } from './xml-text'
import type { LossTally } from '../text/tally-losses'

/** Excel's limit on the text of a cell, in UTF-16 code units; a file with a longer one is reported as damaged. */
export const LONGEST_CELL = 32_767

/** A text as long as a cell takes it: beyond 32,767 code units it is cut, ends in `…` and is counted. */
export function cutText(text: string, tally: LossTally): string {
  if (text.length <= LONGEST_CELL) return text
  tally.add('long-texts')
  return `${text.slice(0, LONGEST_CELL - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** A text as a spreadsheet takes it: U+007F, carriage returns and anything that looks like an escape already written as `_x007F_` (ISO/IEC 29500-1, 22.9.2.19), so that they come back as they were. */
export function escapeText(text: string): string {
  let short = text
  if (short.includes('_x')) short = short.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  if (short.includes('\u{7F}')) short = short.replaceAll('\u{7F}', '_x007F_')
  return short.includes('\r') ? short.replaceAll('\r', '_x000D_') : short
}

/** A text as it is given to the library, which does not know what XML forbids. */
export function plainSheetText(text: string, tally: LossTally): string {
  return escapeText(cutText(xmlText(text), tally))
}
