import { joinTermBases } from '../../../core/terms/join-term-bases'
import type { Concept, Language, Term, TermBase, TermStatus } from '../../../core/model'

const term = (written: string): Term => {
  const status: TermStatus = written.includes('~')
    ? 'deprecated'
    : written.includes('+')
      ? 'admitted'
      : 'preferred'
  return {
    wording: written.replace(/[~+=?]/gu, ''),
    status,
    match: written.includes('=') ? 'exact' : 'inflected',
    ...(written.includes('?') && { weak: true }),
  }
}

/** `x: fr paix | +calme; en peace`: `~` deprecated, `+` admitted, `=` that very form, `?` weak. */
const base = (...lines: readonly string[]): TermBase =>
  lines.map((line): Concept => {
    const [id = '', rest = ''] = line.split(/: (.*)/u)
    const terms = rest.split(';').map((part) => {
      const [, language = '', wordings = ''] = /^\s*(\S+) (.*)$/u.exec(part) ?? []
      return [language, wordings.split('|').map((one) => term(one.trim()))] as const
    })
    return { id, field: '', terms: Object.fromEntries(terms) }
  })

const show = (joined: TermBase) =>
  joined.map(
    ({ id, terms }) =>
      `${id}: ${Object.entries(terms)
        .map(([language, list]) => `${language} ${list.map(({ wording }) => wording).join(' | ')}`)
        .join('; ')}`,
  )

test.each<[string, TermBase[], string[]]>([
  ['bases follow each other in their order, and of one id the first concept stays', [base('b: en sea'), base('a: en land', 'b: en ocean'), base('c: en sky')], ['b: en sea', 'a: en land', 'c: en sky']],
  ['a wording belongs to the first base that has it; the later concept keeps its others', [base('own: en peace; fr calme'), base('old: en peace | +concord; fr paix')], ['own: en peace; fr calme', 'old: en concord; fr paix']],
  ['a wording that another language has too is nobody’s there', [base('own: en nation'), base('old: fr nation')], ['own: en nation', 'old: fr nation']],
  ['the pivot’s preferred wording is the concept: the later one is left out whole', [base('own: fr paix; en quiet'), base('old: fr paix; en peace; ru мир')], ['own: fr paix; en quiet']],
  ['an admitted wording of the pivot is but a wording', [base('own: fr calme; en quiet'), base('old: fr paix | +calme; en peace')], ['own: fr calme; en quiet', 'old: fr paix; en peace']],
  ['a weak or deprecated wording of one’s own does not stand for the concept', [base('own: fr ?organisation', 'two: fr ~charte'), base('old: fr organisation; en body', 'law: fr charte; en charter')], ['own: fr organisation', 'two: fr charte', 'old: en body', 'law: en charter']],
  ['homonyms of one base stay', [base('a: fr bureau; en office', 'b: fr bureau; en desk')], ['a: fr bureau; en office', 'b: fr bureau; en desk']],
  ['a concept that no wording is left of is left out', [base('own: en peace'), base('old: en Peace')], ['own: en peace']],
  ['of an exact form the case counts, on either side', [base('own: en =CHARTER | =WHO'), base('old: en charter | =WHO')], ['own: en CHARTER | WHO', 'old: en charter']],
  ['three bases: the second gives way to the first and goes before the third', [base('a: en one'), base('b: en one | two'), base('c: en one | two | three')], ['a: en one', 'b: en two', 'c: en three']],
])('%s', (_, bases, expected) => {
  expect(show(joinTermBases(bases, 'fr'))).toEqual(expected)
}) // prettier-ignore

/** A wording, and the same spelt otherwise, and another, in each language. */
const WORDINGS: Readonly<Record<Language, readonly [string, string, string]>> = {
  ar: ['الأمن الجماعي', 'الامن الجماعيّ', 'السلم'],
  zh: ['集体安全', '集体安全', '和平'],
  en: ['collective security', 'Collective Security', 'peace'],
  fr: ['l’État de droit', "l'état de droit", 'paix'],
  ru: ['учёт', 'Учет', 'мир'],
  es: ['seguridad colectiva', 'Seguridad\u00A0colectiva', 'paz'],
}

describe.each(Object.entries(WORDINGS))('%s', (language, [wording, same, other]) => {
  const pivot = language === 'fr' ? 'en' : 'fr'
  test('a wording in another spelling is the same, whatever its concept’s id', () => {
    const joined = joinTermBases(
      [base(`own: ${language} ${wording}`), base(`old: ${language} ${same} | +${other}; ${pivot} x`)],
      pivot,
    )
    expect(show(joined)).toEqual([`own: ${language} ${wording}`, `old: ${language} ${other}; ${pivot} x`])
  })

  test.each([language, `${language}-2`])(
    'as the wording of the pivot %s it leaves the later concept out',
    (key) => {
      const joined = joinTermBases(
        [base(`own: ${language} ${wording}`), base(`old: ${language} ${same} | +${other}; ${pivot} x`)],
        key,
      )
      expect(show(joined)).toEqual([`own: ${language} ${wording}`])
    },
  )
})
