/** What a spreadsheet takes for the beginning of a formula, behind apostrophes that already guard one. */
const FORMULA = /^'*(?:\p{Cf}*[\t\r]|[\s\p{Cf}]*[=+\-@＝＋－＠])/u

/** A field of CSV that no spreadsheet runs: an apostrophe goes before what it would take for a formula. */
export function guardFormula(field: string): string {
  return FORMULA.test(field) ? `'${field}` : field
}

/** A field as it was before `guardFormula`. */
export function unguardFormula(field: string): string {
  return field.startsWith("'") && FORMULA.test(field) ? field.slice(1) : field
}
