import { checkNegation } from '../../../../core/compare/checks/check-negation'
import { makeContext } from '../../../../core/compare/check-context'
import type { Cell, RowPair } from '../../../../core/compare/row-pair'
import { findCues } from '../../../../core/text/find-cues'

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

const check = (language: string, french: string, text: string) =>
  checkNegation(
    [{ row: { id: 'r' } as RowPair['row'], pivot: cell('fr', french), other: cell(language, text) }],
    makeContext({ terms: [] } as unknown as Parameters<typeof makeContext>[0], 'fr', language),
  ).map(({ rule }) => rule)

describe('checkNegation', () => {
  it.each([
    ['en', 'Aucune prolongation ne sera accordée.', 'No extension will be granted.', []],
    ['en', 'Aucune prolongation ne sera accordée.', 'An extension will be granted.', ['absent']],
    ['es', 'Il ne doit jamais voter.', 'Nunca debe votar.', []],
    ['ar', 'Il ne vote pas.', 'لا يصوت.', []],
    ['zh', 'Il ne vote pas.', '投票。', ['absent']],
  ])('%s: %s / %s', (language, french, text, rules) => {
    expect(check(language, french, text)).toEqual(rules)
  })
})
