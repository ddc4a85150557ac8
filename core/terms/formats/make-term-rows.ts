import { UN_LANGUAGES, type TermBase } from '../../model'
import { writeTermCell } from './term-cell'

const OWN = ['id', 'field', 'definition', 'source', 'note'] as const

/**
 * A base as rows of a sheet, the names of the columns first: the languages (the six in their order, then others as they come), then id, field, definition, source and
 * note. See `writeTermCell` for what a cell carries.
 */
export function makeTermRows(base: TermBase): readonly (readonly string[])[] {
  const present = new Set(base.flatMap(({ terms }) => Object.keys(terms)))
  const official = UN_LANGUAGES.filter((language) => present.has(language))
  const languages = [...official, ...[...present].filter((one) => !official.some((known) => known === one))]
  return [
    [...languages, ...OWN],
    ...base.map((concept) => [
      ...languages.map((language) => writeTermCell(concept.terms[language] ?? [])),
      ...OWN.map((name) => concept[name] ?? ''),
    ]),
  ]
}
