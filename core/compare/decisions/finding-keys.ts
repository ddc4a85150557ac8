import type { Alignment, Decision, Finding, FindingCode, Language } from '../../model'
import { fold } from '../../text/fold'
import { fingerprint } from './fingerprint'

/** The key of a finding for each scope that a decision can have: this very finding, its like in this text, its like everywhere. */
export type FindingKeys = Readonly<Record<Decision['scope'], string>>

/** Codes in which the concept alone is the matter; elsewhere the wordings are part of it. */
const CONCEPT_ALONE: ReadonlySet<FindingCode> = new Set(['term-missing', 'term-added'])

/**
 * The keys under which decisions on a finding are kept, as hashes of content alone: its code, the two languages and its concept, or where it has none the
 * words themselves; for a text the resolution's symbol too (its title where it has none); for the finding alone both cells' whole text and the place in
 * it. Neither row ids nor addresses nor offsets count, and spaces, apostrophes and letter case make no difference.
 */
export function findingKeys(finding: Finding, alignment: Alignment): FindingKeys {
  return makeKeys(alignment)(finding)
}

/** `findingKeys` for many findings of one alignment, which is looked through once. */
export function makeKeys(alignment: Alignment): (finding: Finding) => FindingKeys {
  const rows = new Map(alignment.rows.map((row) => [row.id, row]))
  const texts = new Map(
    alignment.versions.map(({ language, paragraphs }) => [
      language,
      new Map(paragraphs.map(({ address, text }) => [address, text])),
    ]),
  )
  const document = documentKey(alignment)
  return (finding) => {
    const other = Object.keys(finding.places).find((language) => language !== alignment.pivot) ?? ''
    const languages = [alignment.pivot, other]
    const words = [squeeze(finding.expected), squeeze(finding.found)]
    const subject =
      finding.concept === null
        ? words
        : [`=${finding.concept}`, ...(CONCEPT_ALONE.has(finding.code) ? [] : words)]
    const matter = [finding.code, ...languages, ...subject]
    const cell = (language: Language) =>
      (rows.get(finding.row)?.cells[language] ?? [])
        .map((address) => squeeze(texts.get(language)?.get(address) ?? null))
        .join('\n')
    const before = (language: Language) =>
      (finding.places[language] ?? [])
        .map(({ address, from }) => squeeze((texts.get(language)?.get(address) ?? '').slice(0, from)).length)
        .join(',')
    return {
      finding: keyOf('finding', [...matter, ...words, ...languages.map(cell), ...languages.map(before)]),
      text: keyOf('text', [...matter, document]),
      everywhere: keyOf('everywhere', matter),
    }
  }
}

/** The scope is part of what is hashed, so that a key never counts for another scope. */
function keyOf(scope: Decision['scope'], parts: readonly string[]): string {
  return fingerprint([scope, ...parts].join('\u0000'))
}

/** What tells one resolution from another: its symbol, the pivot's first; else the pivot's title; else nothing. */
function documentKey({ pivot, versions }: Alignment): string {
  const own = versions.find(({ language }) => language === pivot)
  const symbol = own?.symbol ?? versions.find((version) => version.symbol !== null)?.symbol ?? null
  return squeeze(symbol ?? own?.title ?? null)
}

/** A text without what a new import may change: spaces, and all that `fold` makes equal. */
function squeeze(text: string | null): string {
  return text === null ? '\u0001' : fold(text).replace(/\s+/gu, '')
}
