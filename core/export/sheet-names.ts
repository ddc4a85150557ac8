/** Excel's limit on the length of a sheet's name, in UTF-16 code units. */
const LONGEST = 31

/**
 * The names of the table's sheet and of the sheet about it, both valid in Excel and different from each other: `A-RES-76-299` and
 * `A-RES-76-299 (i)`. Made from the symbol, or the title where there is none; what Excel forbids in a name becomes a hyphen.
 */
export function sheetNames(symbol: string | null, title: string): readonly [string, string] {
  const suffix = ' (i)'
  const base = (symbol ?? title)
    .replace(/[\p{Cc}\p{Cs}\u{FFFE}\u{FFFF}*?:\\/[\]]/gu, '-')
    .slice(0, LONGEST - suffix.length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/^['\s]+|['\s]+$/gu, '')
  // Excel keeps the name History for itself.
  const name = base === '' || base.toLowerCase() === 'history' ? 'Concordance' : base
  return [name, `${name}${suffix}`]
}
