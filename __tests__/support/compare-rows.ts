import { sameAddressRows } from '../../core/align/same-address-rows'
import type { Finding, Knowledge, Language } from '../../core/model'
import { compareAlignment } from '../../core/pipeline'
import { readTermTable } from '../../core/terms/read-term-table'
import { version } from './versions'

/** Knowledge of names alone, from a table with the columns id, field and six languages. */
export const namesOnly = (table: string): Knowledge => ({
  terms: [],
  lexicon: [],
  names: readTermTable(`id\tfield\tar\tzh\ten\tfr\tru\tes\n${table}`),
})

/** Findings of some codes between French paragraphs and another version's, row by row in order. */
export function compareRows(
  french: readonly string[],
  language: Language,
  other: readonly string[],
  codes: readonly string[],
  knowledge: Knowledge = { terms: [], lexicon: [], names: [] },
): readonly Finding[] {
  const alignment = sameAddressRows([versionOf('fr', french), versionOf(language, other)])
  const { findings } = compareAlignment(alignment, knowledge)
  return findings.filter(({ code }) => codes.includes(code))
}

const versionOf = (language: Language, texts: readonly string[]) =>
  version(
    language,
    texts.map((text, k) => `p${k + 1}: ${text}`),
  )
