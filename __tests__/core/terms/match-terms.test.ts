import type { Language, TermBase } from '../../../core/model'
import { UN_LANGUAGES } from '../../../core/model'
import { buildMatcher } from '../../../core/terms/build-matcher'
import { matchTerms } from '../../../core/terms/match-terms'
import { pick, seeded } from '../../support/random'

/** A base of one language in the notation `id: wording | =exact wording`. */
function base(language: Language, ...concepts: readonly string[]): TermBase {
  return concepts.map((concept) => {
    const [id, wordings] = concept.split(': ') as [string, string]
    const terms = wordings.split(' | ').map((wording) => ({
      wording: wording.replace(/^=/u, ''),
      status: 'preferred' as const,
      match: wording.startsWith('=') ? ('exact' as const) : ('inflected' as const),
    }))
    return { id, field: '', terms: { [language]: terms } }
  })
}

/** The text with `[concept text]` for every hit. */
function marked(text: string, language: Language, concepts: TermBase): string {
  let result = ''
  let end = 0
  for (const { from, to, concepts: ids } of matchTerms(text, buildMatcher(concepts, language))) {
    result += `${text.slice(end, from)}[${ids.join('+')} ${text.slice(from, to)}]`
    end = to
  }
  return result + text.slice(end)
}

const RU = base(
  'ru',
  'ga: Генеральная Ассамблея',
  'hr: права человека',
  'ms: государство-член',
  's: безопасность',
)
const AR = base(
  'ar',
  'un: الأمم المتحدة',
  'hr: حقوق الإنسان',
  'ips: السلم والأمن الدوليان',
  'ms: الدول الأعضاء',
)
const ZH = base(
  'zh',
  'un: 联合国',
  'charter: 联合国宪章',
  'hr: 人权',
  'ir: 个人权利',
  'esc: 经济、社会和文化权利',
)
const FR = base(
  'fr',
  'hr: droits de l’homme | droits humains',
  'ga: Assemblée générale',
  'charter: Charte des Nations Unies | =Charte',
  'un: Organisation des Nations Unies | Nations Unies',
  'zone: zone de paix, de confiance et de coopération',
  'ps: paix et sécurité',
  'dev: droit au développement',
  'women: femmes',
)
const ES = base(
  'es',
  'un: Naciones Unidas',
  'hr: derechos humanos',
  'dev: derecho al desarrollo',
  'c: paz y internacional',
  'w: mujer',
)
const EN = base(
  'en',
  'hr: human rights',
  'ms: Member State',
  'dc: developing country',
  'caucus: Women Leaders’ Caucus',
  'un: =UN',
  'year: year of peace',
)

test.each([
  ['nominative', 'Генеральная Ассамблея решает', '[ga Генеральная Ассамблея] решает'],
  ['genitive', 'решение Генеральной Ассамблеи', 'решение [ga Генеральной Ассамблеи]'],
  ['dative', 'Генеральной Ассамблее', '[ga Генеральной Ассамблее]'],
  ['accusative', 'Генеральную Ассамблею', '[ga Генеральную Ассамблею]'],
  ['instrumental', 'Генеральной Ассамблеей', '[ga Генеральной Ассамблеей]'],
  ['locative', 'о Генеральной Ассамблее.', 'о [ga Генеральной Ассамблее].'],
  ['capitals', 'ГЕНЕРАЛЬНАЯ АССАМБЛЕЯ', '[ga ГЕНЕРАЛЬНАЯ АССАМБЛЕЯ]'],
  ['plural nominative', 'права человека', '[hr права человека]'],
  ['plural genitive', 'прав человека', '[hr прав человека]'],
  ['plural dative', 'правам человека', '[hr правам человека]'],
  ['plural instrumental', 'правами человека', '[hr правами человека]'],
  ['plural locative', 'о правах человека', 'о [hr правах человека]'],
  ['a hyphen', 'государствами-членами', '[ms государствами-членами]'],
  ['a dash', 'государства – члены', '[ms государства – члены]'],
  ['a near relative', 'безопасный труд', 'безопасный труд'],
])('finds a Russian term or not: %s', (_, text, expected) => {
  expect(marked(text, 'ru', RU)).toBe(expected)
})

test.each([
  ['a conjunction', 'والأمم المتحدة', '[un والأمم المتحدة]'],
  ['a preposition', 'للأمم المتحدة', '[un للأمم المتحدة]'],
  ['no article', 'بحقوق الإنسان', '[hr بحقوق الإنسان]'],
  ['two clitics', 'وبحقوق الإنسان', '[hr وبحقوق الإنسان]'],
  ['vowel marks and tatweel', 'حُقوق الإنســان', '[hr حُقوق الإنســان]'],
  ['the other case of a dual', 'صون السلم والأمن الدوليين،', 'صون [ips السلم والأمن الدوليين]،'],
  ['a possessive pronoun', 'ودولها الأعضاء', '[ms ودولها الأعضاء]'],
  ['another word', 'الأمم الأخرى', 'الأمم الأخرى'],
])('finds an Arabic term or not: %s', (_, text, expected) => {
  expect(marked(text, 'ar', AR)).toBe(expected)
})

test.each([
  ['the longest', '遵循《联合国宪章》的规定', '遵循《[charter 联合国宪章]》的规定'],
  ['the shorter where it stands alone', '联合国和人权', '[un 联合国]和[hr 人权]'],
  ['its own commas', '经济、社会和文化权利', '[esc 经济、社会和文化权利]'],
  ['nothing across two words of a longer term', '个人权利', '[ir 个人权利]'],
  ['a space inside', '联合 国', '[un 联合 国]'],
  ['nothing across punctuation', '联合。国', '联合。国'],
])('finds in Chinese %s', (_, text, expected) => {
  expect(marked(text, 'zh', ZH)).toBe(expected)
})

test.each([
  [
    'either apostrophe',
    "droits de l'homme, droits de l’homme",
    "[hr droits de l'homme], [hr droits de l’homme]",
  ],
  ['singular and plural', 'le droit humain', 'le [hr droit humain]'],
  ['elision before it', 'l’Assemblée générale', 'l’[ga Assemblée générale]'],
  ['a no-break space', 'Nations\u00a0Unies', '[un Nations\u00a0Unies]'],
  ['a hyphen for the space', 'Nations-Unies', '[un Nations-Unies]'],
  ['a contraction', 'le droit du développement', 'le droit du développement'],
  [
    'à + le',
    'droit à développement, droits au développement',
    '[dev droit à développement], [dev droits au développement]',
  ],
  ['de + les', 'Charte des Nations Unies', '[charter Charte des Nations Unies]'],
  ['an exact wording', 'la Charte, une charte', 'la [charter Charte], une charte'],
  [
    'its own comma',
    'zone de paix, de confiance et de coopération',
    '[zone zone de paix, de confiance et de coopération]',
  ],
  ['a preposition repeated', 'de la paix et de la sécurité', 'de la [ps paix et de la sécurité]'],
  ['capitals', 'DROITS DE L’HOMME', '[hr DROITS DE L’HOMME]'],
  ['no accent on a capital', 'Assemblee generale', 'Assemblee generale'],
  ['a line end', 'Nations\nUnies', '[un Nations\nUnies]'],
  ['no full stop inside', 'Nations. Unies', 'Nations. Unies'],
])('finds a French term or not: %s', (_, text, expected) => {
  expect(marked(text, 'fr', FR)).toBe(expected)
})

test.each([
  [
    'es',
    ES,
    'los derechos humanos de las Naciones Unidas',
    'los [hr derechos humanos] de las [un Naciones Unidas]',
  ],
  [
    'es',
    ES,
    'derecho al desarrollo y la paz e internacional',
    '[dev derecho al desarrollo] y la [c paz e internacional]',
  ],
  ['es', ES, 'las mujeres', 'las [w mujeres]'],
  ['en', EN, 'Member States, human right', '[ms Member States], [hr human right]'],
  ['en', EN, 'developed countries, developing countries', 'developed countries, [dc developing countries]'],
  ['en', EN, 'Women Leaders’ Caucus', '[caucus Women Leaders’ Caucus]'],
  ['en', EN, 'UN, un, UNs', '[un UN], un, UNs'],
  ['en', EN, 'the Year of the Peace', 'the [year Year of the Peace]'],
])('finds in %s inflected forms and little words', (language, concepts, text, expected) => {
  expect(marked(text, language, concepts)).toBe(expected)
})

test('returns no hit inside a longer term', () => {
  const concepts = base('fr', 'sc: Conseil', 'hrc: Conseil des droits de l’homme', 'hr: droits de l’homme')
  expect(marked('le Conseil des droits de l’homme', 'fr', concepts)).toBe(
    'le [hrc Conseil des droits de l’homme]',
  )
  expect(marked('le Conseil des droits', 'fr', concepts)).toBe('le [sc Conseil] des droits')
})

test('returns no hit inside a longer word', () => {
  const concepts = base('fr', 'paix: paix', 'sg: Secrétaire général')
  expect(marked('paixible, Vice-Secrétaire général, apaix', 'fr', concepts)).toBe(
    'paixible, Vice-Secrétaire général, apaix',
  )
  expect(marked('peaceful', 'en', base('en', 'p: peace'))).toBe('peaceful')
  expect(marked('всемирный', 'ru', base('ru', 'p: мир'))).toBe('всемирный')
})

test('gives all the concepts of a wording that several have', () => {
  const concepts = base(
    'ru',
    'security: социальное обеспечение',
    'protection: социальная защита | социальное обеспечение',
  )
  expect(marked('социального обеспечения', 'ru', concepts)).toBe(
    '[security+protection социального обеспечения]',
  )
})

test('names the wording of the base that stands there', () => {
  const matcher = buildMatcher(base('fr', 'hr: droits de l’homme | droits humains'), 'fr')
  expect(matchTerms('les droits humains', matcher).map((hit) => hit.wording)).toEqual(['droits humains'])
})

test('finds nothing in a language that the base does not have, and uses fr for fr-2', () => {
  expect(marked('Nations Unies', 'pt', FR)).toBe('Nations Unies')
  expect(marked('Nations Unies', 'constructor', FR)).toBe('Nations Unies')
  expect(marked('Nations Unies', 'fr-2', FR)).toBe('[un Nations Unies]')
  expect(marked('as Nações Unidas', 'pt', base('pt', 'un: Nações Unidas'))).toBe('as [un Nações Unidas]')
})

test('gives hits in order, inside the text, that neither overlap nor begin or end inside a word', () => {
  const random = seeded(17)
  const pieces: Readonly<Record<string, string>> = {
    ar: 'و الأمم المتحدة للأمم بحقوق حقوق الإنسان السلم والأمن الدوليين الدول ، .',
    zh: '联合国 联合 国 宪章 人 权 个人权利 经济 、 社会和文化权利 2030 UN ，',
    en: 'human rights right Member States UN of peace year - , . the developing country',
    fr: 'droits de l’ homme Nations Unies Charte des paix et sécurité - , la zone confiance',
    ru: 'права человека Генеральной Ассамблеи государства - члены безопасности , .',
    es: 'derechos humanos Naciones Unidas al desarrollo paz e internacional mujeres , de',
  }
  const bases: Readonly<Record<string, TermBase>> = { ar: AR, zh: ZH, en: EN, fr: FR, ru: RU, es: ES }
  for (const language of UN_LANGUAGES) {
    const matcher = buildMatcher(bases[language]!, language)
    const words = pieces[language]!.split(' ')
    let found = 0
    for (let round = 0; round < 200; round += 1) {
      const text = Array.from(
        { length: 12 },
        () => words[pick(random, words.length)]! + (pick(random, 5) === 0 ? '' : ' '),
      ).join('')
      let end = 0
      for (const { from, to } of matchTerms(text, matcher)) {
        found += 1
        expect(from).toBeGreaterThanOrEqual(end)
        expect(to).toBeGreaterThan(from)
        end = to
        if (language === 'zh') continue
        expect(text.slice(Math.max(0, from - 1), from)).not.toMatch(/[\p{L}\p{N}]/u)
        expect(text.slice(to, to + 1)).not.toMatch(/[\p{L}\p{N}]/u)
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }
    expect(found).toBeGreaterThan(20)
  }
})

test.each<[Language, string, string, string]>([
  ['fr', 'pc: culture de paix', 'la culture de paix¹, la culture de paix²³', 'la [pc culture de paix]¹, la [pc culture de paix]²³'],
  ['fr', 'h: horizon 2030', 'à l’horizon 2030³', 'à l’[h horizon 2030]³'],
  ['ar', 'pc: ثقافة السلام', 'ثقافة السلام¹', '[pc ثقافة السلام]¹'],
  ['zh', 'pc: 和平文化', '和平文化¹', '[pc 和平文化]¹'],
  ['ru', 'pc: культура мира', 'культуру мира²', '[pc культуру мира]²'],
])('%s %s: finds a term before a footnote mark in superscript', (language, concept, text, expected) => {
  expect(marked(text, language, base(language, concept))).toBe(expected)
}) // prettier-ignore
