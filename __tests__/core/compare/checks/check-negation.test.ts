import { checkNegation } from '../../../../core/compare/checks/check-negation'
import { checkCues } from '../../../support/check-cues'

const check = (language: string, french: string, text: string) =>
  checkCues(checkNegation, language, french, text)

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
