import { compare } from '../../../../core/compare/compare'
import type { Finding, TermStatus } from '../../../../core/model'
import { sameAddressRows } from '../../../../core/align/same-address-rows'
import { knowLiterally, readLiterally, version } from '../../../support/versions'

const TERMS = {
  fr: { 'droits humains': 'human-rights', 'développement durable': 'sustainable-development', 'Asie centrale': 'central-asia', 'charbon': 'coal', 'soleil': 'sun', 'seul ici': 'french-only' },
  en: { 'human rights': 'human-rights', 'sustainable development': 'sustainable-development', 'Central Asia': 'central-asia', 'coal': 'coal', 'sun': 'sun' },
  es: { 'carbón': 'coal', 'sol': 'sun' }, ru: { 'угля': 'coal', 'солнцу': 'sun', 'солнца': 'sun', 'углю': 'coal' },
  ar: { 'الفحم': 'coal', 'الشمس': 'sun' }, zh: { '煤炭': 'coal', '太阳': 'sun' },
} // prettier-ignore

function check(language: 'en' | 'es' | 'ru' | 'ar' | 'zh', fr: readonly string[], other: readonly string[], statuses: Readonly<Record<string, TermStatus>> = {}, weak: readonly string[] = []): readonly Finding[] {
  const number = (texts: readonly string[]) => texts.map((text, k) => `p${k + 1}: ${text}`)
  const versions = [version('fr', number(fr)), version(language, number(other))]
  const readings = readLiterally(versions, TERMS)
  for (const byAddress of Object.values(readings))
    for (const { hits } of Object.values(byAddress))
      (hits as unknown as { status: TermStatus; wording: string; weak: boolean }[]).forEach((hit) => { hit.status = statuses[hit.wording] ?? 'preferred'; hit.weak = weak.includes(hit.wording) })
  return compare(sameAddressRows(versions), readings, knowLiterally(TERMS)).filter(({ code }) => code.startsWith('term'))
} // prettier-ignore

const short = ({ row, code, rule, severity, expected, found }: Finding) =>
  `${row} ${code} ${rule} ${severity[0]} ${expected ?? '–'}→${found ?? '–'}`

describe('checkTerms', () => {
  test.each<[string, string[], string[], string[]]>([
    ['says nothing where both have the concept', ['le charbon'], ['coal'], []],
    ['reports a concept that the text answers elsewhere and not here', ['charbon', 'charbon', 'charbon', 'charbon'], ['coal', 'coal', 'x', 'coal'], ['r3 term-missing absent w charbon→–']],
    ['only tells a concept that this text never answers', ['charbon', 'charbon', 'charbon'], ['x', 'x', 'x'], ['r1 term-missing absent i charbon→–', 'r2 term-missing absent i charbon→–', 'r3 term-missing absent i charbon→–']],
    ['reports a single word that stands once and that nothing answers', ['charbon'], ['x'], ['r1 term-missing absent w charbon→–']],
    ['only tells one that the next row has instead', ['charbon', 'charbon', 'charbon', 'a'], ['coal', 'coal', 'x', 'coal'], ['r3 term-missing absent i charbon→–', 'r4 term-added extra i –→coal']],
    ['names the concept of the same field that stands in its place', ['charbon', 'charbon', 'le charbon'], ['coal', 'coal', 'the sun'], ['r3 term-missing other-concept w charbon→sun']],
    ['takes an added concept for less than a missing one', ['charbon', 'charbon', 'a'], ['coal', 'coal', 'coal'], ['r3 term-added extra i –→coal']],
    ['never asks for a concept that has no wording in the other language', ['seul ici'], ['x'], []],
    ['reports a directed pair that is turned', ['passer du charbon au soleil'], ['move from sun to coal'], ['r1 term-order turned w charbon au soleil→sun to coal']],
    ['says nothing of order without a direction', ['charbon et soleil'], ['sun and coal'], []],
    ['says nothing of a directed pair in its order', ['passer du charbon au soleil'], ['move from coal to sun'], []],
  ])('%s', (_, fr, en, expected) => {
    expect(check('en', fr, en).map(short)).toEqual(expected)
  }) // prettier-ignore

  test.each<['en' | 'es' | 'ru' | 'ar' | 'zh', string, string]>([
    ['en', 'from sun to coal', 'from coal to sun'],
    ['es', 'del sol al carbón', 'del carbón al sol'],
    ['ru', 'от солнца к углю', 'от угля к солнцу'],
    ['ar', 'من الشمس إلى الفحم', 'من الفحم إلى الشمس'],
    ['zh', '从太阳到煤炭', '从煤炭到太阳'],
    ['en', 'sun rather than coal', 'coal rather than sun'],
    ['zh', '太阳而不是煤炭', '煤炭而不是太阳'],
  ])('reads the direction in %s: %s', (language, turned, straight) => {
    const fr = /from|del|от|من|从/u.test(turned) ? 'du charbon au soleil' : 'charbon plutôt que soleil'
    expect(check(language, [fr], [turned]).map(({ code }) => code)).toEqual(['term-order'])
    expect(check(language, [fr], [straight])).toEqual([])
  })

  test.each<[TermStatus, string[]]>([
    ['forbidden', ['r1 term-deprecated forbidden w charbon→coal']],
    ['deprecated', ['r1 term-deprecated deprecated w charbon→coal']],
    ['admitted', []],
  ])('reports a wording that the base calls %s', (status, expected) => {
    expect(check('en', ['charbon'], ['coal'], { coal: status }).map(short)).toEqual(expected)
    expect(check('en', ['charbon'], ['coal'], { charbon: status }).map(short)).toEqual(expected)
  })

  test.each<['en' | 'es' | 'ru' | 'ar' | 'zh', string, string, string]>([
    ['en', 'it says that coal and the rest are at hand', 'the sun says that coal and the rest are at hand', 'coal'],
    ['es', 'dice que el carbón y lo demás', 'el sol dice que el carbón y lo demás', 'carbón'],
    ['ru', 'говорит угля и все прочее', 'солнцу говорит угля и все прочее', 'угля'],
    ['ar', 'يقول الفحم وكل ما عداه', 'الشمس يقول الفحم وكل ما عداه', 'الفحم'],
    ['zh', '其中说明煤炭以及其他一切', '太阳其中说明煤炭以及其他一切', '煤炭'],
  ])('takes a weak answer for one in %s until another concept of the field has come up', (language, plain, replaced, weak) => {
    const row = ['on dit tout ce qui reste de charbon']
    expect(check(language, row, [plain], {}, [weak])).toEqual([])
    const findings = check(language, row, [replaced], {}, [weak])
    expect(findings).toMatchObject([{ code: 'term-missing', rule: 'other-concept', severity: 'warning', expected: 'charbon' }])
    expect(check(language, row, [replaced]).map(({ code }) => code)).toEqual(['term-added'])
  }) // prettier-ignore

  test('says what it looked for, which form matched and which concept', () => {
    const [finding] = check('en', ['les droits humains'], ['x'])
    expect(finding).toMatchObject({
      sought: ['human rights'],
      matched: 'droits humains',
      concept: 'human-rights',
    })
  })
})
