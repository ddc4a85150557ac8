/** What the server answers of an export: the lines to be read for each file that does not hold all of the table, in the reader's language. */
export interface LossesAnswer {
  readonly files: readonly { readonly title: string; readonly lines: readonly string[] }[]
}
