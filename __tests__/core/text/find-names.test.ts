import { findNames, makeNameFinder } from '../../../core/text/find-names'

/** The values a text gives, in order, without their prefix. */
const values = (text: string, language: string) =>
  findNames(text, language).map(({ value }) => value.replace('name:', ''))

const SENTENCES: Readonly<Record<string, string>> = {
  en: 'the statement by Mr. Guterres, in Samarkand',
  fr: 'la déclaration de M. Guterres, à Samarkand',
  es: 'la declaración del Sr. Guterres, en Samarkand',
  ru: 'заявление г-на Гутерриша, в Самарканде',
  ar: 'بيان السيد غوتيريش في سمرقند',
}

test.each(Object.entries(SENTENCES))('finds a name in %s under one value', (language, text) => {
  // Guterres stands behind a stop here, where a sentence may begin, and is passed over in some languages.
  expect(values(text, language)).toContain('smrknt')
})

test.each([
  ['en', 'as António Guterres said', 'ntn ktrs'],
  ['fr', 'dont l’Éthiopien Guterres', 'tpn ktrs'],
  ['es', 'según António Guterres', 'ntn ktrs'],
  ['ru', 'сказал Антониу Гутерриш', 'ntn ktrs'],
  ['ru', 'сообщено Гутерришем', 'ktrs'],
  ['ar', 'لأنطونيو غوتيريش', 'ktrs'],
  ['ar', 'في كوبنهاغن', 'kpnkn'],
  ['ar', 'بالكوبنهاغن', 'kpnkn'],
  ['ar', 'كوبـنهاغن', 'kpnkn'],
  ['zh', '参加Samarkand会议', 'smrknt'],
  ['de', 'nach Samarkand', 'smrknt'],
])('%s %s → %s', (language, text, expected) => {
  expect(values(text, language).join(' ')).toBe(expected)
})

test.each([
  ['en', 'Samarkand hosts the meeting. Samarkand too'],
  ['en', 'the General Assembly and the Security Council of the United Nations in September'],
  ['fr', 'l’Assemblée générale et le Conseil de sécurité des Nations Unies'],
  ['es', 'la Asamblea General y el Consejo de Seguridad de las Naciones Unidas'],
  ['ru', 'в Генеральной Ассамблее и Совете Безопасности'],
  ['ar', 'إن حقوق كل فرد في بلده'],
  ['zh', '联合国大会在纽约举行会议'],
  ['en', 'the Ohio and the Rio'],
  ['fr', ''],
  ['ja', '国際連合の総会'],
])('finds nothing in %s: %s', (language, text) => {
  expect(values(text, language)).toEqual([])
})

test('a hit covers the word as written, clitics and ending included', () => {
  const text = 'قال بأنطونيوس غوتيريش'
  for (const { from, to } of findNames(text, 'ar')) expect(text.slice(from, to)).toMatch(/^\S+$/u)
  const russian = 'вручено Гутерришем'
  expect(findNames(russian, 'ru-2').map(({ from, to }) => russian.slice(from, to))).toEqual(['Гутерришем'])
})

test('a finder that remembers gives what a fresh one gives', () => {
  const find = makeNameFinder()
  for (const [language, text] of [...Object.entries(SENTENCES), ...Object.entries(SENTENCES)]) {
    expect(find(text, language)).toEqual(findNames(text, language))
  }
})
