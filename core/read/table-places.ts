/** Columns that one cell may span; browsers stop there too (HTML Standard, 4.9.11). */
const WIDEST = 1000

/** Gives the cells of one table their row and column, each from 0, with the cells that span several of them. */
export class TablePlaces {
  private row = -1
  private column = 0
  /** For how many more rows each column is taken by a cell from above. */
  private readonly taken: number[] = []

  /** A row begins. */
  nextRow(): void {
    for (let k = 0; k < this.taken.length; k += 1) this.taken[k] = Math.max(0, (this.taken[k] ?? 0) - 1)
    this.row += 1
    this.column = 0
  }

  /** The place of the next cell of the row; `columns` and `rows` are what it spans. */
  nextCell(columns: number, rows: number): { readonly row: number; readonly column: number } {
    if (this.row < 0) this.nextRow()
    while ((this.taken[this.column] ?? 0) > 0) this.column += 1
    const { column } = this
    const width = Math.min(Math.max(columns, 1), WIDEST)
    for (let k = 0; k < width; k += 1) this.taken[column + k] = Math.max(rows, 1)
    this.column = column + width
    return { row: this.row, column }
  }
}
