import { UN_LANGUAGES } from '../../core/model'
import { describeEdited, describeRefusal, describeVerdict } from '../../i18n/describe-plan'
import { describeLoss } from '../../i18n/describe-loss'
import { makeTranslator } from '../../i18n/translator'

const [en, fr] = [makeTranslator('en'), makeTranslator('fr')]

describe('describeRefusal', () => {
  it.each([
    [
      'decided-since',
      'accepted Igor K.',
      'quelqu’un d’autre l’a réglé ou rouvert depuis l’écriture du fichier (\u2068Accepté · Igor K.\u2069)',
    ],
    [
      'decided-since',
      '',
      'quelqu’un d’autre l’a réglé ou rouvert depuis l’écriture du fichier (\u2068à régler\u2069)',
    ],
    [
      'unknown-verdict',
      'peut-être',
      'n’est pas une décision\u00a0; en choisir une dans la liste de la cellule (\u2068peut-être\u2069)',
    ],
    [
      'wider-scope',
      'everywhere',
      'la décision en vigueur vaut pour plus que ce constat\u00a0; la retirer sur la page (\u2068le même partout\u2069)',
    ],
    ['finding-gone', '0123456789abcdef', 'le constat n’existe plus'],
  ] as const)('%s %s', (reason, detail, words) => {
    expect(describeRefusal({ reason, detail }, fr)).toBe(words)
  })
})

it('a decision is told with its reason, none as open', () => {
  expect(describeVerdict({ verdict: 'ignored', reason: 'style' }, en)).toBe('Ignored · \u2068style\u2069')
  expect(describeVerdict(null, en)).toBe('open')
})

it('an edited text is told by its language, a column without a row as gone', () => {
  expect(describeEdited({ row: 'r1', language: 'ar' }, en)).toBe(
    'the text in Arabic was edited; it is not taken',
  )
  expect(describeEdited({ row: '', language: 'ar' }, en, 'ar')).toBe('the column of ar is gone')
})

it.each(UN_LANGUAGES)('a loss is told with its number in %s', (locale) => {
  expect(describeLoss({ code: 'gaps', count: 37 }, makeTranslator(locale))).toContain('37')
})
