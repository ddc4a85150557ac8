import path from 'node:path'
import { applyDecisions, isOpen } from '../../core/compare/decisions/apply-decisions'
import { makeKeys } from '../../core/compare/decisions/finding-keys'
import type { Check, Concept, Decision, Finding, Knowledge, Language, Term } from '../../core/model'
import { checkVersions, compareAlignment, readVersion } from '../../core/pipeline'
import { loadKnowledge } from '../../jobs/corpus'
import { sameAddressRows } from '../../core/align/same-address-rows'
import { version } from '../support/versions'

/** What users of term checkers complain about most, a test for each. */

jest.setTimeout(60_000)

let shipped: Knowledge
beforeAll(async () => {
  shipped = await loadKnowledge(path.resolve(__dirname, '../..'))
})

type Pair = readonly [pivot: string, other: string]

/** Compares sentences of French with those of another language, a row a pair, `op1` and on. */
function compareWith(language: Language, pairs: readonly Pair[], knowledge: Knowledge): Check {
  const column = (side: 0 | 1) => pairs.map((pair, k) => `op${k + 1}: ${pair[side]}`)
  return compareAlignment(
    sameAddressRows([version('fr', column(0)), version(language, column(1))]),
    knowledge,
  )
}

/** Findings about terms: `op1 term-missing paix`. */
function termFindings({ findings }: Check, concepts?: ReadonlySet<string>): readonly string[] {
  return findings
    .filter(({ code, concept }) => code.startsWith('term-') && (concepts?.has(concept ?? '') ?? true))
    .map(
      ({ code, places, expected, found }) => `${places.fr![0]!.address} ${code} ${expected ?? found ?? ''}`,
    )
}

/** The same knowledge with nothing known of inflection. */
function withoutInflection(knowledge: Knowledge): Knowledge {
  const exact = (term: Term): Term => ({ ...term, match: 'exact' })
  return { ...knowledge, terms: knowledge.terms.map((concept) => ({ ...concept, terms: Object.fromEntries(Object.entries(concept.terms).map(([language, terms]) => [language, terms.map(exact)])) })) }
} // prettier-ignore

/** Running sentences with one term in the six cases, the nominative first. */
const DECLENSION: readonly (readonly [Language, string, readonly Pair[]])[] = [
  ['ru', 'sustainable-development', [
    ['Le développement durable exige des efforts.', 'Устойчивое развитие требует усилий.'],
    ['Les avantages du développement durable sont connus.', 'Преимущества устойчивого развития известны.'],
    ['Les États contribuent au développement durable.', 'Государства способствуют устойчивому развитию.'],
    ['La Commission défend le développement durable.', 'Комиссия отстаивает устойчивое развитие.'],
    ['La région se préoccupe du développement durable.', 'Регион озабочен устойчивым развитием.'],
    ['Il est rendu compte du développement durable.', 'Представлен доклад об устойчивом развитии.'],
  ]],
  ['ru', 'general-assembly', [
    ['L’Assemblée générale s’est réunie.', 'Генеральная Ассамблея провела заседание.'],
    ['La salle de l’Assemblée générale est pleine.', 'Зал Генеральной Ассамблеи полон.'],
    ['Le rapport a été présenté à l’Assemblée générale.', 'Доклад был представлен Генеральной Ассамблее.'],
    ['Ils ont informé l’Assemblée générale.', 'Они проинформировали Генеральную Ассамблею.'],
    ['La décision a été prise par l’Assemblée générale.', 'Решение принято Генеральной Ассамблеей.'],
    ['Il en a été question à l’Assemblée générale.', 'Об этом шла речь в Генеральной Ассамблее.'],
  ]],
  ['ru', 'human-rights', [
    ['Les droits de l’homme sont universels.', 'Права человека носят универсальный характер.'],
    ['Le respect des droits de l’homme est nécessaire.', 'Необходимо уважение прав человека.'],
    ['Cela nuit aux droits de l’homme.', 'Это наносит ущерб правам человека.'],
    ['Ils défendent les droits de l’homme.', 'Они отстаивают права человека.'],
    ['Ils se soucient des droits de l’homme.', 'Они озабочены правами человека.'],
    ['Le rapport traite des droits de l’homme.', 'В докладе говорится о правах человека.'],
  ]],
] // prettier-ignore

describe('a Russian term found in one case is found in every case', () => {
  test.each(DECLENSION)('%s %s', (language, id, pairs) => {
    const check = compareWith(language, pairs, shipped)
    const rows = pairs.map((_, k) => `op${k + 1}`)
    const foundIn = (key: Language) => rows.filter((row) => check.hits[key]![row]!.some(({ concepts }) => concepts.includes(id)))
    expect(foundIn('fr')).toEqual(rows)
    expect(foundIn(language)).toEqual(rows)
    expect(termFindings(check, new Set([id]))).toEqual([])
    // A check that knew no cases would cry wolf.
    const naive = termFindings(compareWith(language, pairs, withoutInflection(shipped)), new Set([id]))
    expect(naive.length).toBeGreaterThanOrEqual(3)
  }) // prettier-ignore

  test('and where the term is truly gone, that is found', () => {
    const check = compareWith('ru', [['Les avantages du développement durable sont connus.', 'Преимущества такого подхода известны.']], shipped) // prettier-ignore
    expect(termFindings(check)).toEqual(['op1 term-missing développement durable'])
  })

  test('other inflected languages alike: plural, article, clitics and pronouns', () => {
    const rows: Readonly<Record<Language, string>> = {
      en: 'The organization calls upon the refugees’ families and the Member States’ governments.',
      es: 'La organización exhorta a las familias de las refugiadas y a los gobiernos de los Estados Miembros.',
      ar: 'تهيب المنظمة بأسر اللاجئين وبحكومات دولها الأعضاء، وتدعو للاجئات بالسلامة.',
      ru: 'Организация призывает семьи беженцев и правительства государств-членов.',
    }
    for (const [language, text] of Object.entries(rows)) {
      const check = compareWith(language, [['L’organisation exhorte les familles des réfugiés et les gouvernements des États Membres.', text]], shipped) // prettier-ignore
      const [asked, answered] = ['fr', language].map((key) => new Set(check.hits[key]!.op1!.flatMap(({ concepts }) => concepts))) // prettier-ignore
      expect([...asked!]).toEqual(expect.arrayContaining(['refugees', 'member-states']))
      expect([...answered!]).toEqual(expect.arrayContaining(['refugees', 'member-states']))
      expect([language, termFindings(check)]).toEqual([language, []])
    }
  })
})

describe('languages without spaces', () => {
  const pairs: readonly Pair[] = [
    ['La coopération régionale et le développement durable dans les pays en développement.', '发展中国家的区域合作与可持续发展。'],
    ['Le Conseil de sécurité informe l’Assemblée générale.', '安全理事会通报大会。'],
    ['Le Secrétaire général défend les droits de l’homme.', '秘书长维护人权。'],
  ] // prettier-ignore

  test('Chinese terms are found where they stand, between other characters', () => {
    const check = compareWith('zh', pairs, shipped)
    const text = (row: string) => check.versions[1]!.paragraphs.find(({ address }) => address === row)!.text
    const words = ['op1', 'op2', 'op3'].map((row) => check.hits.zh![row]!.map(({ from, to }) => text(row).slice(from, to))) // prettier-ignore
    expect(words[0]).toEqual(expect.arrayContaining(['发展中国家', '区域合作', '可持续发展']))
    expect(words[1]).toEqual(['安全理事会', '大会'])
    expect(words[2]).toEqual(['秘书长', '人权'])
    expect(termFindings(check)).toEqual([])
  })

  test('and a Chinese term that is not there is missed, with what was sought', () => {
    const [, [french]] = pairs as readonly [Pair, Pair]
    const { findings } = compareWith('zh', [[french, '经济及社会理事会通报大会。']], shipped)
    const missing = findings.filter(({ code, expected }) => code === 'term-missing' && expected === 'Conseil de sécurité') // prettier-ignore
    expect(missing).toHaveLength(1)
    expect(missing[0]!.sought).toContain('安全理事会')
  })

  test('Chinese is the pivot as well as any', () => {
    const alignment = sameAddressRows([
      version('zh', ['op1: 安全理事会通报大会。', 'op2: 安全理事会通报大会。']),
      version('fr', ['op1: Le Conseil de sécurité informe l’Assemblée générale.', 'op2: Le Conseil de sécurité informe la presse.']),
    ]) // prettier-ignore
    expect(
      compareAlignment(alignment, shipped)
        .findings.filter(({ code }) => code === 'term-missing')
        .map(({ places, expected }) => [places.zh![0]!.address, expected]),
    ).toEqual([['op2', '大会']])
  })
})

describe('any accepted term will do', () => {
  const accepted = (terms: readonly Term[] = []) => terms.filter(({ status, weak }) => weak !== true && (status === 'preferred' || status === 'admitted')) // prettier-ignore

  /** What a check would know that took the preferred term alone: it would refuse most of the others. */
  let preferredOnly: Knowledge
  beforeAll(() => {
    const first = (terms: readonly Term[] = []) => accepted(terms).slice(0, 1)
    const strict = ({ terms: { fr = [], ...others }, ...concept }: Concept): Concept => ({ ...concept, terms: { fr, ...Object.fromEntries(Object.entries(others).map(([language, terms]) => [language, first(terms)])) } }) // prettier-ignore
    preferredOnly = { ...shipped, terms: shipped.terms.map(strict) }
  })

  test.each(['en', 'es', 'ru', 'ar', 'zh'])(
    'every accepted wording of the shipped base in %s',
    (language) => {
      const cases = shipped.terms.flatMap((concept) => {
      const [french] = accepted(concept.terms.fr)
      const others = accepted(concept.terms[language])
      return french === undefined || others.length < 2 ? [] : others.map(({ wording }) => ({ id: concept.id, pair: [french.wording, wording] as const }))
    }) // prettier-ignore
      expect(cases.length).toBeGreaterThan(100)
      const refused = (knowledge: Knowledge) =>
      compareWith(language, cases.map(({ pair }) => pair), knowledge).findings.flatMap(({ code, concept, places }) => {
        const one = cases[Number(places.fr![0]!.address.slice(2)) - 1]!
        return code === 'term-missing' && concept === one.id ? [one.pair[1]] : []
      })
    expect(refused(shipped)).toEqual([])
    expect(refused(preferredOnly).length).toBeGreaterThan(50)
  }) // prettier-ignore

  test('two accepted terms of one concept, and a third that is none', () => {
    const check = compareWith(
      'en',
      [
        ['Le Conseil économique et social s’est réuni.', 'The Economic and Social Council met.'],
        ['Le Conseil économique et social s’est réuni.', 'ECOSOC met.'],
        ['Le Conseil économique et social s’est réuni.', 'The Social Forum met.'],
      ],
      shipped,
    )
    expect(termFindings(check).filter((line) => line.includes('term-missing'))).toEqual([
      'op3 term-missing Conseil économique et social',
    ])
  })
})

describe('the longest match wins', () => {
  /** A short term inside a long one; English has other words for the two, so that a short term that fires in French is missed there. */
  const WORDINGS: Readonly<Record<Language, readonly [short: string, long: string, shortText: string, longText: string]>> = {
    fr: ['sécurité', 'Conseil de sécurité', 'La sécurité compte.', 'Le Conseil de sécurité siège.'],
    en: ['safety', 'Security Council', 'Safety matters.', 'The Security Council meets.'],
    es: ['seguridad', 'Consejo de Seguridad', 'La seguridad importa.', 'El Consejo de Seguridad se reúne.'],
    ru: ['безопасность', 'Совет Безопасности', 'Безопасность важна.', 'Заседание Совета Безопасности.'],
    ar: ['الأمن', 'مجلس الأمن', 'الأمن مهم.', 'يجتمع مجلس الأمن.'],
    zh: ['安全', '安全理事会', '安全很重要。', '安全理事会开会。'],
  } // prettier-ignore
  const own = (): Knowledge => {
    const concept = (id: string, at: 0 | 1): Concept => ({
      id,
      field: '',
      terms: Object.fromEntries(Object.entries(WORDINGS).map(([language, texts]) => [language, [{ wording: texts[at], status: 'preferred', match: 'inflected' }]])),
    }) // prettier-ignore
    return { terms: [concept('safety', 0), concept('council', 1)], lexicon: [], names: [] }
  }
  const idsIn = (check: Check, language: Language, address: string) =>
    check.hits[language]![address]!.map(({ concepts }) => concepts.join('|'))

  test.each(Object.keys(WORDINGS))('%s', (language) => {
    const [, , short, long] = WORDINGS[language]!
    const check = compareWith(language === 'fr' ? 'fr-2' : language, [[WORDINGS.fr![2], short], [WORDINGS.fr![3], long]], own()) // prettier-ignore
    const key = language === 'fr' ? 'fr-2' : language
    for (const own of ['fr', key]) expect([idsIn(check, own, 'op1'), idsIn(check, own, 'op2')]).toEqual([['safety'], ['council']]) // prettier-ignore
    expect(termFindings(check)).toEqual([])
  })

  test('the short term alone is still asked for', () => {
    const check = compareWith('en', [[WORDINGS.fr![2], WORDINGS.en![3]]], own())
    expect(termFindings(check)).toContain('op1 term-missing sécurité')
  })
})

describe('“not here, because…” is remembered', () => {
  const french = [
    'L’Assemblée générale,',
    'Rappelant sa résolution 73/338 du 12 septembre 2019,',
    '1. Encourage les États à renforcer la coopération régionale au service du développement durable ;',
    '2. Prie le Secrétaire général de lui rendre compte des droits de l’homme.',
  ]
  const english = [
    'The General Assembly,',
    'Recalling its resolution 73/338 of 12 September 2019,',
    '1. Encourages States to strengthen regional cooperation in the service of progress that lasts;',
    '2. Requests the Secretary-General to report to it on human rights.',
  ]
  const read = (language: Language, text: string, name = 'text.txt') =>
    readVersion(new TextEncoder().encode(text), { name, language })
  const check = (fr: string, en: string, name?: string) =>
    checkVersions([read('fr', fr, name), read('en', en, name)], shipped)
  const about = ({ concept }: Finding) => concept === 'sustainable-development'
  /** A decision as a translator would make it on the finding about sustainable development. */
  const decide = (first: Check, scope: Decision['scope']): Decision => {
    const finding = first.findings.find(about)!
    return { scope, key: makeKeys(first)(finding)[scope], verdict: 'ignored', reason: 'not here, because the minister said it so', by: null, at: null } // prettier-ignore
  }

  /** The same text as it comes back another time. */
  const AGAIN: readonly (readonly [string, (lines: readonly string[]) => string, string])[] = [
    ['as it was', (lines) => lines.join('\n\n'), 'text.txt'],
    ['with other line ends, spaces and apostrophes', (lines) => lines.join('\r\n\r\n').replace(/’/gu, "'").replace(/ ;/gu, '\u00a0;').replace(/ /gu, (space, at: number) => (at % 7 === 0 ? '\u00a0' : space)), 'text.txt'],
    ['as HTML', (lines) => lines.map((line) => `<p>${line}</p>`).join(''), 'text.html'],
    ['with a paragraph more before it, so that every row is another', ([first, ...lines]) => [first, lines[0]!.replace('73/338', '70/1').replace('2019', '2015'), ...lines].join('\n\n'), 'text.txt'],
  ] // prettier-ignore

  test.each(AGAIN)('%s', (_, print, name) => {
    const first = check(french.join('\n\n'), english.join('\n\n'))
    expect(first.findings.filter(about)).toHaveLength(1)
    const again = check(print(french), print(english), name)
    for (const scope of ['finding', 'text', 'everywhere'] as const) {
      const { findings, unused } = applyDecisions(again, [decide(first, scope)])
      const settled = findings.filter((finding) => !isOpen(finding))
      expect(settled.map(({ concept, decision }) => [concept, decision?.reason])).toEqual([
        ['sustainable-development', 'not here, because the minister said it so'],
      ])
      expect(unused).toEqual([])
    }
  })

  test('after the rows have been laid out anew', () => {
    const first = check(french.join('\n\n'), english.join('\n\n'))
    const rows = first.rows.map((row) => ({ ...row, id: `moved-${row.id}` })).reverse()
    const again = compareAlignment({ pivot: first.pivot, versions: first.versions, rows }, shipped)
    const { findings } = applyDecisions(again, [decide(first, 'finding')])
    expect(findings.filter((finding) => !isOpen(finding)).map(({ expected }) => expected)).toEqual(['développement durable']) // prettier-ignore
  })

  test('but not where the sentence has changed since: then it is asked again, and the decision is told', () => {
    const first = check(french.join('\n\n'), english.join('\n\n'))
    const changed = check(french.join('\n\n'), english.join('\n\n').replace('that lasts', 'for all'))
    const decision = decide(first, 'finding')
    const { findings, unused } = applyDecisions(changed, [decision])
    expect(findings.filter(about).every(isOpen)).toBe(true)
    expect(unused).toEqual([decision])
  })
})
