import { checkObligation } from '../../../../core/compare/checks/check-obligation'
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
  checkObligation(
    [{ row: { id: 'r' } as RowPair['row'], pivot: cell('fr', french), other: cell(language, text) }],
    makeContext({ terms: [] } as unknown as Parameters<typeof makeContext>[0], 'fr', language),
  ).map(({ rule }) => rule)

describe('checkObligation', () => {
  it.each([
    ['en', 'Il peut voter.', 'He shall vote.', ['other-strength']],
    ['en', 'Il peut voter.', 'He may vote.', []],
    ['zh', 'Il devrait voter.', '他应投票。', []],
    ['ru', 'Il doit voter.', 'Он может голосовать.', ['other-strength']],
  ])('%s: %s / %s', (language, french, text, rules) => {
    expect(check(language, french, text)).toEqual(rules)
  })
})
