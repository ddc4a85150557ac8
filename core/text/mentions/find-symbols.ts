import { maskHits, type FoldedMention } from './folded-text'
import { matchBefore } from './match-at'
import { latinCapitals } from './part-letters'
import { SPECIAL, readReference } from './read-reference'

/** What must not stand directly before a symbol; Arabic and Chinese letters may, for they are written without a space. */
const OPEN = '(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\d/]|\\p{L}-|\\d[.,])'

/** The organs and series whose symbols begin so. */
const SERIES =
  'A|S|E|T|ST|DC|CD|DP|ID|JIU|ICC|ITC|TD|UNEP|HSP|HRI|CCPR|CEDAW|CERD|CRC|CAT|CMW|CRPD|CED|CPR|FCCC|CBD|ICCD|ECE|NPT|PBC|SPLOS|ISBA|CLCS|BWC|APLC|CCM'

/** `A/RES/`, `S/RES/`, `A/HRC/RES/`: what stands behind them is read like a resolution's number. Group 1 is a subsidiary organ. */
const RESOLUTION_SERIES = new RegExp(`${OPEN}[ASET](/[A-Z]{2,5})?/(?:RES|DEC)/`, 'gu')
const DOCUMENT = new RegExp(
  `${OPEN}(?:${SERIES})(?:/[A-Z0-9](?:[A-Za-z0-9]|[.-](?=[A-Za-z0-9])){0,30}(?:\\[[A-Z]\\])?){1,8}`,
  'gu',
)
const CONFERENCE = new RegExp(`${OPEN}\\d{1,3}/(?:CP|CMP|CMA|COP)\\.\\d{1,3}(?!\\d)`, 'gu')
const REFERENCE_START = new RegExp(
  `(?:${OPEN}(?<!د\\p{L}?)(?:${SPECIAL})[ \\u00A0]?[-–][ \\u00A0]?|${OPEN})\\d{1,4}(?!\\d)`,
  'gu',
)

/** A word for a resolution or decision directly before its number. */
const NAMED =
  /(?:resolutions?|decisions?|resolucion(?:es)?|decision(?:es)?|резолюци\p{L}{1,4}|решени\p{L}{1,3}|قرار\p{L}{0,4}|مقرر\p{L}{0,4}|第|决议|决定)(?:[ \u00A0](?:n[°o]|no\.|num\.|№))?[ \u00A0]?$/iu
/** What stands between two references that share the word before the first. */
const JOINED = /^(?:[ \u00A0](?:and|et|y|и|or|ou)|[,，、和]|号[、和]第|[ \u00A0]و)[ \u00A0]?$/iu

function mention(from: number, to: number, value: string): FoldedMention {
  return { kind: 'symbol', value, written: 'figures', from, to }
}

/** The marks of an addendum, a revision and a corrigendum as symbols write them, whatever the case of the text around them. */
const SUFFIX = /\/(ADD|REV|CORR|AMEND)(?=\.)/gu

function documentValue(symbol: string): string {
  return symbol.replace(SUFFIX, (_whole, name: string) => `/${name.charAt(0)}${name.slice(1).toLowerCase()}`)
}

function findDocuments(text: string): FoldedMention[] {
  const whole = [...text.matchAll(DOCUMENT)]
    .filter((match) => /\d/u.test(match[0]))
    .map((match) => mention(match.index, match.index + match[0].length, documentValue(match[0])))
  const conference = [...text.matchAll(CONFERENCE)].map((match) =>
    mention(match.index, match.index + match[0].length, `res:${match[0]}`),
  )
  return [...whole, ...conference].sort((a, b) => a.from - b.from)
}

function findNumbered(text: string): FoldedMention[] {
  return [...text.matchAll(RESOLUTION_SERIES)].flatMap((match) => {
    const reference = readReference(text, match.index + match[0].length)
    if (reference === null) return []
    // A text names a principal organ's resolution by symbol or by number, as its language likes; a subsidiary organ counts its own.
    const prefix = match[1] === undefined ? 'res:' : match[0]
    return [mention(match.index, reference.to, prefix + reference.value)]
  })
}

function findReferences(text: string): FoldedMention[] {
  const found: FoldedMention[] = []
  let end = 0
  for (const { index } of text.matchAll(REFERENCE_START)) {
    if (index < end) continue
    const reference = readReference(text, index)
    if (reference === null) continue
    const sure =
      reference.sure ||
      matchBefore(NAMED, text, index) !== null ||
      (found.length > 0 && index - end < 8 && JOINED.test(text.slice(end, index)))
    if (!sure) continue
    end = reference.to
    found.push(mention(index, end, `res:${reference.value}`))
  }
  return found
}

/**
 * Document symbols (`A/RES/76/299`, `A/76/L.74/Add.1`, `S/RES/1440 (2002)`) and resolution references (`73/338`, `S-8/1`, `53/243 A et B`,
 * `217 A (III)`, `217 ألف (د - 3)`, `1440 (2002)`, `1/CP.21`) of a folded text, in order of offset, never overlapping. References get the
 * prefix `res:`, parts are joined by plus signs: `res:53/243A+B`. The symbol of a resolution of a
 * principal organ is the same reference (`A/RES/73/338` is `res:73/338`). A stroke between small figures counts only behind a word for a resolution.
 */
export function findSymbols(folded: string): FoldedMention[] {
  if (!/\d/u.test(folded) || !/[/(]/u.test(folded)) return []
  let text = latinCapitals(folded)
  return [findNumbered, findDocuments, findReferences]
    .flatMap((find) => {
      const hits = find(text)
      text = maskHits(text, hits)
      return hits
    })
    .sort((a, b) => a.from - b.from)
}
