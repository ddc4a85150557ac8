import { compare } from '../../../core/compare/compare'
import type { Finding, Row } from '../../../core/model'
import { sameAddressRows } from '../../../core/align/same-address-rows'
import { knowLiterally, readLiterally, version } from '../../support/versions'

const TERMS = {
  fr: { 'droits humains': 'human-rights', 'développement durable': 'sustainable-development', 'Asie centrale': 'central-asia' },
  en: { 'human rights': 'human-rights', 'sustainable development': 'sustainable-development', 'Central Asia': 'central-asia', 'Middle Asia': 'central-asia' },
} // prettier-ignore

function findings(fr: readonly string[], en: readonly string[]): readonly Finding[] {
  const versions = [version('fr', fr), version('en', en)]
  return compare(sameAddressRows(versions), readLiterally(versions, TERMS), knowLiterally(TERMS))
}

/** `row code severity expected→found`, with – for null. */
const short = ({ row, code, severity, expected, found }: Finding) =>
  `${row} ${code} ${severity[0]} ${expected ?? '–'}→${found ?? '–'}`

describe('compare', () => {
  test.each<[string, string[], string[], string[]]>([
    ['finds nothing where both say the same', ['op1: Décide de se réunir en 2030'], ['op1: Decides to meet in 2030'], []],
    ['takes a number in words and in figures for the same', ['p1: tous les cinq ans'], ['p1: every 5 years'], []],
    ['takes 217 A (III) in all its forms for the same', ['p1: la résolution 217 A (III) du 10 décembre 1948'], ['p1: resolution 217A(III) of 10 December 1948'], []],
    ['reports a changed number once', ['p1: avant 2030'], ['p1: before 2035'], ['r1 number e 2030→2035']],
    ['reports a changed date once, as a date', ['p1: du 12 septembre 2019'], ['p1: of 13 September 2019'], ['r1 date e 12 septembre 2019→13 September 2019']],
    ['reports a changed symbol once, as a symbol', ['p1: sa résolution 73/338 du 12 septembre 2019'], ['p1: its resolution 73/339 of 12 September 2019'], ['r1 symbol e 73/338→73/339']],
    ['reports a date in place of a symbol once, as a symbol', ['p1: sa résolution 73/338'], ['p1: its resolution of 12 September 2019'], ['r1 symbol e 73/338→12 September 2019']],
    ['reports a number that one side lacks', ['p1: en 2021, la paix'], ['p1: peace'], ['r1 number e 2021→–']],
    ['reports a number that one side adds', ['p1: la paix'], ['p1: peace in 2021'], ['r1 number e –→2021']],
    ['reports an absent paragraph once, whatever stands in it', ['p1: en 2021', 'p2: x 73/338'], ['p1: in 2021'], ['r2 gap e x 73/338→–']],
    ['reports an added paragraph', ['p1: un texte'], ['p1: a text', 'p2: in 1999'], ['r2 gap e –→in 1999']],
    ['lets a footnote mark stand anywhere in its row', ['p1: paix[1] durable', 'fn1: Résolution'], ['p1: lasting peace[1]', 'fn1: Resolution'], []],
    ['reports a footnote mark in another row once', ['p1: paix[1]', 'p2: durable', 'fn1: Note'], ['p1: peace', 'p2: lasting[1]', 'fn1: Note'], ['r1 footnote w 1→1']],
    ['reports an absent footnote mark', ['p1: paix[1]', 'fn1: Note'], ['p1: peace', 'fn1: Note'], ['r1 footnote w 1→–']],
    ['reports an absent note as a gap and says nothing more of its mark', ['p1: paix[1]', 'fn1: Note'], ['p1: peace'], ['r2 gap e Note→–']],
    ['reports a missing term', ['p1: le développement durable'], ['p1: economic development'], ['r1 term-missing w développement durable→–']],
    ['does not mind the order or the repetition of terms', ['p1: droits humains, développement durable'], ['p1: sustainable development, human rights, human rights'], []],
    ['reports a term in place of another once', ['p1: les droits humains'], ['p1: sustainable development'], ['r1 term-missing w droits humains→sustainable development']],
    ['tells the rarer of two renderings of a term, which are both accepted', ['p1: Asie centrale', 'p2: Asie centrale', 'p3: Asie centrale', 'p4: Asie centrale'], ['p1: Central Asia', 'p2: Central Asia', 'p3: Middle Asia', 'p4: Central Asia'], ['r3 term-variant i Asie centrale→Middle Asia']],
    ['reports a second rendering of an opening verb', ['op1: Encourage la paix', 'op2: Encourage la paix', 'op3: Encourage la paix'], ['op1: Encourages peace', 'op2: Invites peace', 'op3: Encourages peace'], ['r2 opening-verb w Encourage→Invites']],
    ['tells two opening verbs under one accepted rendering', ['op1: Encourage la paix', 'op2: Encourage la paix', 'op3: Engage les États'], ['op1: Encourages peace', 'op2: Encourages peace', 'op3: Encourages States'], ['r3 opening-verb i Engage→Encourages']],
    ['reports a verb that cannot answer the other', ['op1: Décide de la paix'], ['op1: Condemns peace'], ['r1 opening-verb w Décide→Condemns']],
    ['compares opening verbs whatever their gender and adverb', ['pp1: Consciente du rôle', 'pp2: Consciente également du rôle'], ['pp1: Conscious of the role', 'pp2: Conscious also of the role'], []],
  ])('%s', (_, fr, en, expected) => {
    expect(findings(fr, en).map(short)).toEqual(expected)
  }) // prettier-ignore

  test('points at the words on both sides, in UTF-16 code units', () => {
    const [finding] = findings(['p1: 𝒳 avant 2030'], ['p1: before 2035'])
    expect(finding!.places).toEqual({
      fr: [{ address: 'p1', from: 9, to: 13 }],
      en: [{ address: 'p1', from: 7, to: 11 }],
    })
  })

  test('points at the whole paragraph where the thing itself is absent', () => {
    const [finding] = findings(['p1: en 2021'], ['p1: peace'])
    expect(finding!.places.en).toEqual([{ address: 'p1', from: 0, to: 5 }])
  })

  test('compares each other version with the pivot on its own', () => {
    const versions = [
      version('fr', ['p1: en 2021']),
      version('en', ['p1: in 2022']),
      version('es', ['p1: en 2021']),
    ]
    const found = compare(sameAddressRows(versions), readLiterally(versions, {}), knowLiterally({}))
    expect(found.map((finding) => Object.keys(finding.places).sort())).toEqual([['en', 'fr']])
  })

  test.each<[string, string[], string[], string[]]>([
    ['reports a changed paragraph number once, though the next ones are shifted with it', ['op1: a', 'op2: b', 'op3: c'], ['op1: a', 'op5: b', 'op6: c'], ['r2 number e 2.→5.']],
    ['reports a number out of line, and the return to the line is no second', ['op1: a', 'op2: b', 'op3: c'], ['op1: a', 'op17: b', 'op3: c'], ['r2 number e 2.→17.']],
    ['says nothing of numbers that an absent paragraph has shifted', ['op1: a', 'op2: b', 'op3: c'], ['op1: a', '–', 'op2: c'], ['r2 gap e b→–']],
    ['says nothing of numbers that an added paragraph has shifted', ['op1: a', '–', 'op2: c'], ['op1: a', 'op2: b', 'op3: c'], ['r2 gap e –→b']],
  ])('%s', (_, fr, en, expected) => {
    const present = (list: readonly string[]) => list.filter((notation) => notation !== '–')
    const versions = [version('fr', present(fr)), version('en', present(en))]
    const cell = (notation: string) => (notation === '–' ? [] : [notation.split(':')[0]!])
    const rows = fr.map((notation, k): Row => ({ id: `r${k + 1}`, kind: 'operative', cells: { fr: cell(notation), en: cell(en[k]!) }, confidence: 1, evidence: [], moved: [] }))
    expect(compare({ pivot: 'fr', versions, rows }, readLiterally(versions, {}), knowLiterally({})).map(short)).toEqual(expected)
  }) // prettier-ignore
})
