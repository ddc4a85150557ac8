import { UN_LANGUAGES, type Finding, type Row } from '../../core/model'
import { describeFinding, findingSides, rowAddress } from '../../i18n/describe-finding'
import { markedPlaces } from '../../i18n/marked-places'
import { makeTranslator } from '../../i18n/translator'
import { sampleCheck } from '../components/sample-check'

const check = sampleCheck(['fr', 'en', 'ar', 'zh'])
const rowOf = (finding: Finding): Row => check.rows.find(({ id }) => id === finding.row)!
const find = (code: Finding['code']): Finding => check.findings.find((finding) => finding.code === code)!
const plain = (text: string) => text.replace(/[\u2068\u2069]/gu, '')

describe('describeFinding', () => {
  it.each([
    ['number', 'The number is 24 in the French version (op1) and 25 in the English version (op1).'],
    [
      'symbol',
      'The reference is 73/338 in the French version (pp2) and 73/339 in the English version (pp2).',
    ],
    [
      'term-missing',
      'The term “coopération régionale” appears in the French version (op1); none of its accepted wordings was found in the English version (op1).',
    ],
    ['gap', 'Paragraph op2 appears in the French version and has no counterpart in the English version.'],
    [
      'footnote',
      'Footnote mark 1 appears in the French version (pp1) but was not found in the Chinese version (pp1).',
    ],
  ] as const)('says in English what differs: %s', (code, sentence) => {
    const finding = find(code)
    expect(plain(describeFinding(finding, rowOf(finding), makeTranslator('en')))).toBe(sentence)
  })

  it('says what stands only in the other version', () => {
    const finding: Finding = { ...find('number'), expected: null }
    expect(describeFinding(finding, rowOf(finding), makeTranslator('fr'))).toBe(
      'Le nombre 25 figure dans la version anglaise (op1) mais n’a pas été trouvé dans la version française (op1).',
    )
  })

  it.each(UN_LANGUAGES)('fills every sentence in %s, with no name of a key or argument left', (locale) => {
    for (const finding of check.findings) {
      const sentence = describeFinding(finding, rowOf(finding), makeTranslator(locale))
      expect(sentence).not.toMatch(/findings\.|\{|\}|undefined|null/u)
      expect(sentence.length).toBeGreaterThan(10)
    }
  })

  it('isolates words of another direction, so that punctuation stays in its place', () => {
    const finding = find('term-variant')
    expect(describeFinding(finding, rowOf(finding), makeTranslator('en'))).toContain(
      '\u2068التنمية المستدامة\u2069',
    )
    expect(describeFinding(finding, rowOf(finding), makeTranslator('ar'))).toContain('\u2068op2\u2069')
  })

  it('numbers a second text in one language, and names a language outside the six by its code', () => {
    const finding: Finding = {
      ...find('number'),
      places: { fr: find('number').places.fr!, 'fr-2': find('number').places.en! },
    }
    expect(describeFinding(finding, rowOf(finding), makeTranslator('en'))).toContain(
      'in the French version (2)',
    )
    const foreign: Finding = { ...finding, places: { fr: finding.places.fr!, pt: finding.places['fr-2']! } }
    expect(describeFinding(foreign, rowOf(foreign), makeTranslator('en'))).toContain('in the version in pt')
  })
})

describe('findingSides', () => {
  it('takes the first of the two versions for the pivot', () => {
    expect(findingSides(find('number'))).toEqual({ pivot: 'fr', other: 'en' })
  })
})

describe('rowAddress', () => {
  const row: Row = {
    id: 'r7',
    kind: 'operative',
    cells: { fr: [], en: ['op3', 'op4'] },
    confidence: 1,
    evidence: [],
    moved: [],
  }
  it.each([
    ['the pivot’s first paragraph', { fr: ['op2'], en: ['op3'] }, 'op2'],
    ['another version’s where the pivot has none', { fr: [], en: ['op3', 'op4'] }, 'op3'],
    ['the row’s id where nobody has any', { fr: [], en: [] }, 'r7'],
  ] as const)('is %s', (_, cells, address) => {
    expect(rowAddress({ ...row, cells }, 'fr')).toBe(address)
  })
})

describe('markedPlaces', () => {
  it.each([
    ['number', 'fr', 1],
    ['number', 'en', 1],
    ['number', 'ar', 0],
    ['term-missing', 'fr', 1],
    ['term-missing', 'en', 0],
    ['gap', 'fr', 0],
    ['footnote', 'fr', 0],
  ] as const)('%s in %s: %d ranges', (code, language, count) => {
    expect(markedPlaces(find(code), language)).toHaveLength(count)
  })
})
