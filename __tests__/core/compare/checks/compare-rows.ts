import type { Finding, Knowledge, Language, Paragraph, Row, Version } from '../../../../core/model'
import { compareAlignment } from '../../../../core/pipeline'
import { readTermTable } from '../../../../core/terms/read-term-table'

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
  const versions = [versionOf('fr', french), versionOf(language, other)]
  const rows = french.map((_, k): Row => ({
    id: `p${k + 1}`,
    kind: 'body',
    cells: { fr: [`p${k + 1}`], [language]: [`p${k + 1}`] },
    confidence: 1,
    evidence: [],
    moved: [],
  }))
  const { findings } = compareAlignment({ pivot: 'fr', versions, rows }, knowledge)
  return findings.filter(({ code }) => codes.includes(code))
}

function versionOf(language: Language, texts: readonly string[]): Version {
  return {
    language,
    symbol: null,
    title: null,
    status: 'unknown',
    heading: {
      organ: null,
      distributed: null,
      adopted: null,
      session: null,
      agendaItem: null,
      origin: [],
      number: null,
      meeting: null,
    },
    paragraphs: texts.map((text, k): Paragraph => ({
      address: `p${k + 1}`,
      kind: 'body',
      label: null,
      text,
      marks: [],
      italics: [],
    })),
    removed: [],
  }
}
