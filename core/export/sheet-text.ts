import { xmlText } from './xml-text'

/** Excel's limit on the text of a cell, in UTF-16 code units; a file with a longer one is reported as damaged. */
const LONGEST = 32_767

/**
 * A text as a spreadsheet's XML takes it: without what XML forbids; U+007F, carriage returns and anything that looks like an escape already written as
 * `_x007F_` (ISO/IEC 29500-1, 22.9.2.19), so that they come back as they were. A text beyond 32,767 code units is cut there and ends in `…`.
 */
export function sheetText(text: string): string {
  const legal = xmlText(text)
  const short =
    legal.length <= LONGEST ? legal : `${legal.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
  return short
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/\u{7F}/gu, '_x007F_')
    .replace(/\r/g, '_x000D_')
}
