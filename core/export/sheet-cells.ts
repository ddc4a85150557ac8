import type { LookedCell } from './sheet-styles'

/** A cell with its style's number in the workbook; a text is always a string, a number that is not finite nothing. */
export interface StyledCell extends LookedCell {
  readonly style: number
}

/** The name of a column, from 0: `A`, `Z`, `AA`. */
export function columnName(at: number): string {
  const rest = Math.floor(at / 26)
  return (rest === 0 ? '' : columnName(rest - 1)) + String.fromCharCode(65 + (at % 26))
}

/** A row of a sheet as XML (ISO/IEC 29500-1, 18.3.1.73); `names` are the columns' names, `height` is in points, `number` gives the text of a cell its number in the workbook. */
export function sheetRow(
  line: number,
  height: number,
  cells: readonly StyledCell[],
  names: readonly string[],
  number: (cell: StyledCell) => number,
): string {
  let row = `<row r="${line}" ht="${height}" customHeight="1">`
  cells.forEach((cell, at) => {
    const { value, style } = cell
    const start = `<c r="${names[at] ?? columnName(at)}${line}" s="${style}"`
    if (value === '' || (typeof value === 'number' && !Number.isFinite(value))) row += `${start}/>`
    else if (typeof value === 'number') row += `${start}><v>${value}</v></c>`
    else row += `${start} t="s"><v>${number(cell)}</v></c>`
  })
  return `${row}</row>`
}
