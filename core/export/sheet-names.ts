/** Excel's limit on the length of a sheet's name, in UTF-16 code units. */
const LONGEST = 31

/** What Excel forbids in a name, and what XML does. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\u{FFFE}\u{FFFF}*?:\\/[\]]/gu

/**
 * The names of the table's sheet and of the sheet about it, both valid in Excel and different from each other: `A-RES-76-299` and
 * `A-RES-76-299 (i)`. Made from the symbol, or the title where there is none; what Excel forbids in a name becomes a hyphen.
 */
export function sheetNames(symbol: string | null, title: string): readonly [string, string] {
  const suffix = ' (i)'
  const name = sheetName(symbol ?? title, LONGEST - suffix.length)
  return [name, `${name}${suffix}`]
}

/** A text as the name of a sheet that is none of those taken, which are told apart without regard to case. */
export function freeSheetName(text: string, taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()))
  const base = sheetName(text, LONGEST - 4)
  for (let k = 1; ; k += 1) {
    const name = k === 1 ? base : `${base} ${k}`
    if (!names.has(name.toLowerCase())) return name
  }
}

function sheetName(text: string, longest: number): string {
  const base = text
    .replace(FORBIDDEN, '-')
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/^['\s]+|['\s]+$/gu, '')
  // Excel keeps the name History for itself.
  return base === '' || base.toLowerCase() === 'history' ? 'Concordance' : base
}
