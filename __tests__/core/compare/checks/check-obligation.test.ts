import { checkObligation } from '../../../../core/compare/checks/check-obligation'
import { checkCues } from '../../../support/check-cues'

const check = (language: string, french: string, text: string) =>
  checkCues(checkObligation, language, french, text)

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
