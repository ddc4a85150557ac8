import { makeContext, type Check } from '../../core/compare/check-context'
import type { Cell, RowPair } from '../../core/compare/row-pair'
import { findCues } from '../../core/text/find-cues'

const cell = (language: string, text: string): Cell => ({
  language,
  paragraphs: [
    {
      paragraph: { address: language, text } as Cell['paragraphs'][number]['paragraph'],
      cues: findCues(text, language),
      mentions: [],
      opening: null,
      hits: [],
    },
  ],
})

/** The rules that a check of negations or modals sees broken between a French sentence and another. */
export const checkCues = (check: Check, language: string, french: string, text: string): readonly string[] =>
  check(
    [{ row: { id: 'r' } as RowPair['row'], pivot: cell('fr', french), other: cell(language, text) }],
    makeContext({ terms: [], lexicon: [], names: [] }, 'fr', language),
  ).map(({ rule }) => rule)
