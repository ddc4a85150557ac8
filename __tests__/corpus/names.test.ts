import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { UN_LANGUAGES, type Term, type UnLanguage } from '../../core/model'
import { buildMatcher } from '../../core/terms/build-matcher'
import { matchTerms } from '../../core/terms/match-terms'
import { readTbx } from '../../core/terms/formats/read-tbx'
import { writeTbx } from '../../core/terms/formats/write-tbx'
import { readTermTable } from '../../core/terms/read-term-table'
import { FORMAL_NAME } from '../../core/text/formal-name'

const read = (folder: string) => {
  const at = path.resolve(__dirname, '../../corpus', folder)
  return readdirSync(at)
    .filter((name) => name.endsWith('.tsv'))
    .flatMap((name) => readTermTable(readFileSync(path.join(at, name), 'utf8')))
}

const names = read('names')
const matchers = new Map(UN_LANGUAGES.map((language) => [language, buildMatcher(names, language)]))

/** Ids of the names in a text, in order, `/` between those that one wording has. */
function ids(text: string, language: UnLanguage): string {
  const matcher = matchers.get(language)
  return (matcher === undefined ? [] : matchTerms(text, matcher)).map(({ concepts }) => concepts.join('/')).join(' ')
}

/** In the order of `UN_LANGUAGES`: ar, zh, en, fr, ru, es. */
const FORMS: Readonly<Record<string, string>> = {
  'n-ci': 'كوت ديفوار, 科特迪瓦, Côte d’Ivoire, Côte d’Ivoire, Кот-д’Ивуаром, Côte d’Ivoire',
  'n-kr': 'وجمهورية كوريا, 大韩民国, Republic of Korea, République de Corée, Республики Корея, República de Corea',
  'n-kp':
    'جمهورية كوريا الشعبية الديمقراطية, 朝鲜民主主义人民共和国, Democratic People’s Republic of Korea, République populaire démocratique de Corée, Корейской Народно-Демократической Республики, República Popular Democrática de Corea',
  'n-ir':
    'جمهورية إيران الإسلامية, 伊朗伊斯兰共和国, Islamic Republic of Iran, République islamique d’Iran, Исламской Республикой Иран, República Islámica del Irán',
  'n-ps': 'دولة فلسطين, 巴勒斯坦国, State of Palestine, État de Palestine, Государства Палестина, Estado de Palestina',
  'n-ru': 'الاتحاد الروسي, 俄罗斯联邦, Russian Federation, Fédération de Russie, Российской Федерации, Federación de Rusia',
  'n-gb':
    'المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية, 大不列颠及北爱尔兰联合王国, United Kingdom of Great Britain and Northern Ireland, Royaume-Uni de Grande-Bretagne et d’Irlande du Nord, Соединенного Королевства Великобритании и Северной Ирландии, Reino Unido de Gran Bretaña e Irlanda del Norte',
  'n-cd':
    'جمهورية الكونغو الديمقراطية, 刚果民主共和国, Democratic Republic of the Congo, République démocratique du Congo, Демократической Республике Конго, República Democrática del Congo',
  'n-ng': 'نيجيريا, 尼日利亚, Nigeria, Nigéria, Нигерии, Nigeria',
  'n-ne': 'النيجر, 尼日尔, Niger, Niger, Нигера, Níger',
  'n-the-hague': 'لاهاي, 海牙, The Hague, La Haye, Гааге, La Haya',
  'n-geneva': 'بجنيف, 日内瓦, Geneva, Genève, Женеве, Ginebra',
  'n-sco':
    'منظمة شنغهاي للتعاون, 上海合作组织, Shanghai Cooperation Organization, Organisation de Shanghai pour la coopération, Шанхайской организации сотрудничества, Organización de Cooperación de Shanghái',
  'central-asia': 'آسيا الوسطى, 中亚, Central Asia, Asie centrale, Центральной Азии, Asia Central',
}

test.each(Object.entries(FORMS))('%s is found in all six languages', (id, row) => {
  expect(row.split(', ').map((form, k) => ids(form, UN_LANGUAGES[k] ?? 'fr'))).toEqual(Array(6).fill(id))
})

test.each([
  ['zh', '发展中国家和非洲国家的立法国际会议'],
  ['ru', 'более того, данные судов по делу; кроме того, карта груза'],
  ['es', 'así como ha sido; irán a la mar'],
  ['fr', 'le crime, la bonne foi, les Roms'],
  ['en', 'aid and a turkey'],
  ['ar', 'الموارد المالية والغابات والطالب والبحر'],
] as const)('an ordinary word of %s is no name: %s', (language, text) => {
  expect(ids(text, language).replace(/n-africa|n-guard-\p{L}+/gu, '').trim()).toBe('')
})

test('every name but the guards has a wording in all six languages', () => {
  const gaps = names.filter(
    ({ id, terms }) => !id.startsWith('n-guard') && UN_LANGUAGES.some((language) => (terms[language] ?? []).length === 0),
  )
  expect(gaps.map(({ id }) => id)).toEqual([])
  expect(new Set(names.map(({ id }) => id)).size).toBe(names.length)
})

test('no wording of one country is also that of another', () => {
  const shared = names.flatMap(({ id, field, terms }) =>
    field !== 'country'
      ? []
      : UN_LANGUAGES.flatMap((language) =>
          (terms[language] ?? []).flatMap(({ wording }) => {
            const found = ids(wording, language)
            return found.includes('/') ? [`${id} ${language} ${wording}: ${found}`] : []
          }),
        ),
  )
  expect(shared).toEqual([])
})

/** Short and formal names and one out of use, in the order of `UN_LANGUAGES`; `-` where the language has no other than the short one. */
const COUNTRIES: Readonly<Record<string, readonly [short: string, formal: string, superseded: string]>> = {
  'n-ke': [
    'كينيا, 肯尼亚, Kenya, Kenya, Кения, Kenya',
    'جمهورية كينيا, 肯尼亚共和国, Republic of Kenya, République du Kenya, Республика Кения, República de Kenya',
    '-, -, -, -, -, -',
  ],
  'n-sz': [
    'إسواتيني, 斯威士兰, Eswatini, Eswatini, Эсватини, Eswatini',
    'مملكة إسواتيني, 斯威士兰王国, Kingdom of Eswatini, Royaume d’Eswatini, Королевство Эсватини, Reino de Eswatini',
    'سوازيلند, -, Swaziland, Swaziland, Свазиленд, Swazilandia',
  ],
  'n-mm': [
    'ميانمار, 缅甸, Myanmar, Myanmar, Мьянма, Myanmar',
    'جمهورية اتحاد ميانمار, 缅甸联邦共和国, Republic of the Union of Myanmar, République de l’Union du Myanmar, Республика Союз Мьянма, República de la Unión de Myanmar',
    'بورما, -, Burma, Birmanie, Бирма, Birmania',
  ],
  'n-tr': [
    'تركيا, 土耳其, Türkiye, Türkiye, Турция, Türkiye',
    'جمهورية تركيا, 土耳其共和国, Republic of Türkiye, République de Türkiye, Турецкая Республика, República de Türkiye',
    '-, -, Turkey, Turquie, -, Turquía',
  ],
  'n-cz': [
    'تشيكيا, 捷克, Czechia, Tchéquie, Чехия, Chequia',
    'الجمهورية التشيكية, 捷克共和国, Czech Republic, République tchèque, Чешская Республика, República Checa',
    '-, -, -, -, -, -',
  ],
  'n-cv': [
    'كابو فيردي, 佛得角, Cabo Verde, Cabo Verde, Кабо-Верде, Cabo Verde',
    'جمهورية كابو فيردي, 佛得角共和国, Republic of Cabo Verde, République de Cabo Verde, Республика Кабо-Верде, República de Cabo Verde',
    'الرأس الأخضر, -, Cape Verde, Cap-Vert, Острова Зеленого Мыса, -',
  ],
  'n-cd': [
    'جمهورية الكونغو الديمقراطية, 刚果民主共和国, Democratic Republic of the Congo, République démocratique du Congo, Демократическая Республика Конго, República Democrática del Congo',
    '-, -, -, -, -, -',
    'زائير, 扎伊尔, Zaire, Zaïre, Заир, Zaire',
  ],
  'n-mk': [
    'مقدونيا الشمالية, 北马其顿, North Macedonia, Macédoine du Nord, Северная Македония, Macedonia del Norte',
    'جمهورية مقدونيا الشمالية, 北马其顿共和国, Republic of North Macedonia, République de Macédoine du Nord, Республика Северная Македония, República de Macedonia del Norte',
    'مقدونيا, 马其顿, Macedonia, Macédoine, Македония, Macedonia',
  ],
  'n-ci': [
    'كوت ديفوار, 科特迪瓦, Côte d’Ivoire, Côte d’Ivoire, Кот-д’Ивуар, Côte d’Ivoire',
    'جمهورية كوت ديفوار, 科特迪瓦共和国, Republic of Côte d’Ivoire, République de Côte d’Ivoire, Республика Кот-д’Ивуар, República de Côte d’Ivoire',
    'ساحل العاج, 象牙海岸, Ivory Coast, -, Берег Слоновой Кости, Costa de Marfil',
  ],
}

test.each(Object.entries(COUNTRIES))('%s has its short name first, and knows the formal one and the one out of use', (id, [short, formal, superseded]) => {
  const concept = names.find((one) => one.id === id)!
  const told = UN_LANGUAGES.map((language) => {
    const terms = concept.terms[language] ?? []
    const written = (term: Term | undefined) => term?.wording.replaceAll("'", '’') ?? '-'
    return [
      written(terms[0]),
      written(terms.find(({ note }) => note === FORMAL_NAME)),
      written(terms.find(({ status }) => status === 'deprecated')),
    ]
  })
  expect([0, 1, 2].map((k) => told.map((forms) => forms[k]).join(', '))).toEqual([short, formal, superseded])
  for (const row of [formal, superseded]) {
    const forms = row.split(', ')
    expect(forms.map((form, k) => (form === '-' ? id : ids(form, UN_LANGUAGES[k] ?? 'fr')))).toEqual(Array(6).fill(id))
  }
})

test('formal names and adjectives survive as TBX', () => {
  const some = names.filter(({ id }) => id in COUNTRIES)
  const { base } = readTbx(writeTbx(some, { version: 3, title: 'names' }))
  expect(base.map(({ id, terms }) => ({ id, terms }))).toEqual(some.map(({ id, terms }) => ({ id, terms })))
})
