/** What a spreadsheet takes for the beginning of a formula, behind anything that it skips or does not show, and behind apostrophes that already guard one. */
const FORMULA = /^'*(?:\p{Cf}*[\t\r]|[\s\p{Cf}]*[=+\-@＝＋－＠])/u

/**
 * A field of CSV that no spreadsheet runs: an apostrophe goes before what it would take for a formula, which is what begins with `=`, `+`, `-`, `@`, their full-width forms, a tab or a
 * carriage return, also behind white space, invisible characters and apostrophes. `unguardFormula` gives the field back.
 */
export function guardFormula(field: string): string {
  return FORMULA.test(field) ? `'${field}` : field
}

/** A field as it was before `guardFormula`. */
export function unguardFormula(field: string): string {
  return field.startsWith("'") && FORMULA.test(field) ? field.slice(1) : field
}
