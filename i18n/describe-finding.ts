import type { Finding, Language, Row } from '../core/model'
import { inVersion } from './language-names'
import type { Translator } from './translator'

/** The two versions of a finding: the pivot that leads one to expect something, and the other in which it was looked for. */
export interface FindingSides {
  readonly pivot: Language
  readonly other: Language
}

/** The two sides of a finding: it names exactly two versions, the pivot first. */
export function findingSides({ places }: Finding): FindingSides {
  const [pivot = '', other = pivot] = Object.keys(places)
  return { pivot, other }
}

/**
 * One plain sentence on a finding in the reader's language: what differs, what was looked for, what was found, and where. Quoted words that run
 * against the sentence's direction are isolated, so that punctuation stays in its place.
 */
export function describeFinding(finding: Finding, row: Row, t: Translator): string {
  const sides = findingSides(finding)
  const inPivot = inVersion(sides.pivot, t)
  const rightToLeft = ARABIC_LETTER.test(inPivot)
  const show = (text: string | null) => isolate(text ?? t('findings.nothing'), rightToLeft)
  return t(`findings.sentence.${finding.code}`, {
    state: findingState(finding, sides),
    expected: show(finding.expected),
    found: show(finding.found),
    inPivot,
    inOther: inVersion(sides.other, t),
    pivotPlace: show(placeOf(finding, row, sides.pivot)),
    otherPlace: show(placeOf(finding, row, sides.other)),
  })
}

/** The address that a row is cited by: the pivot's first, else the first that any of its cells has, else its id. */
export function rowAddress(row: Row, pivot: Language): string {
  return row.cells[pivot]?.[0] ?? Object.values(row.cells).flat()[0] ?? row.id
}

const ARABIC_LETTER = /\p{Script=Arabic}/u

function findingState(finding: Finding, { other }: FindingSides): 'missing' | 'extra' | 'changed' {
  if (finding.code === 'gap') return (finding.places[other] ?? []).length === 0 ? 'missing' : 'extra'
  if (finding.found === null && finding.expected !== null) return 'missing'
  return finding.expected === null && finding.found !== null ? 'extra' : 'changed'
}

/** The paragraph's address in that version, or the row's where the version has none. */
function placeOf(finding: Finding, row: Row, language: Language): string {
  const own = [...new Set((finding.places[language] ?? []).map(({ address }) => address))]
  const addresses = own.length > 0 ? own : (row.cells[language] ?? [])
  return addresses.length > 0 ? addresses.join(', ') : rowAddress(row, findingSides(finding).pivot)
}

/** First-strong isolates (U+2068, U+2069) around every word of another direction, and around figures in a right-to-left sentence. */
function isolate(text: string, rightToLeft: boolean): string {
  return rightToLeft || ARABIC_LETTER.test(text) ? `\u2068${text}\u2069` : text
}
