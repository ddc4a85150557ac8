import JSZip from 'jszip'
import { GET } from '../../app/[locale]/r/[slug]/export/route'
import { StoreError } from '../../store/database/store-error'
import { sampleCheck, SAMPLE_ENTRY } from '../components/sample-check'

jest.mock('../../app/open-store', () => ({
  openReading: async (slug: string, languages: readonly ('fr' | 'en' | 'ar' | 'zh')[]) => {
    if (slug === 'A-RES-0-0') throw new StoreError('away', 'db.example')
    if (slug !== SAMPLE_ENTRY.slug) return null
    const check = sampleCheck(languages)
    const reading = {
      alignment: { id: languages.join() },
      decisions: [],
      revisions: {},
      confirmedRows: languages.includes('zh') ? {} : { k: check.rows[3]!.id },
    }
    return { entry: SAMPLE_ENTRY, check, failures: [], reading }
  },
}))
jest.mock('../../app/shipped-knowledge', () => ({
  shippedKnowledge: async () => ({
    terms: [
      {
        id: 'c9',
        field: 'law',
        terms: { fr: [{ wording: 'mot sans rapport', status: 'preferred', match: 'inflected' }] },
      },
    ],
    lexicon: [],
    names: [],
  }),
}))

const get = (query: string, slug = 'A-RES-76-299', locale = 'fr') =>
  GET(new Request(`http://localhost:3000/${locale}/r/${slug}/export?${query}`), {
    params: Promise.resolve({ locale, slug }),
  })

describe('GET …/export', () => {
  it('sends the columns on screen, in their order, under a telling name', async () => {
    const response = await get('format=csv&v=en,fr')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(/^text\/csv/u)
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="A-RES-76-299.en-fr.csv"; filename*=UTF-8''A-RES-76-299.en-fr.csv`,
    )
    const text = await response.text()
    expect(text.indexOf('Anglais')).toBeGreaterThan(-1)
    expect(text.indexOf('Anglais')).toBeLessThan(text.indexOf('Français'))
    expect(text).toContain('Le nombre est 24 dans la version française')
  })

  it('sends only the kinds of finding on screen', async () => {
    const text = await (await get('format=csv&v=fr,en&codes=date')).text()
    expect(text).toContain('La date est')
    expect(text).not.toContain('Le nombre est')
  })

  it.each([
    ['tsv', 'text/tab-separated-values; charset=utf-8', 'fr-en.tsv', '\uFEFFFrançais\t'],
    ['tmx', 'application/x-tmx+xml', 'fr-en.tmx', '<?xml'],
    ['xliff', 'application/xliff+xml', 'fr-en.xlf', '<?xml'],
    ['html', 'text/html; charset=utf-8', 'fr-en.html', '<!doctype html>'],
    ['markdown', 'text/markdown; charset=utf-8', 'fr-en.md', '<!-- Concordance: fr=official, en='],
    ['json', 'application/json', 'fr-en.json', '{"pivot":"fr"'],
    ['tbx', 'application/x-tbx+xml', 'fr-en.tbx', '<?xml'],
  ])('sends %s as what it is', async (format, type, name, start) => {
    const response = await get(`format=${format}&v=fr,en`)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('content-disposition')).toContain(`A-RES-76-299.${name}"`)
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
    expect(text.slice(0, start.length)).toBe(start)
  })

  it('sends what a person has confirmed as such', async () => {
    expect((await (await get('format=tmx&v=fr,en')).text()).match(/<prop type="confirmed">/gu)).toHaveLength(
      1,
    )
  })

  it('sends the files of several pairs in one archive', async () => {
    const response = await get('format=xliff&v=ar,fr,en')
    expect(response.headers.get('content-type')).toBe('application/zip')
    expect(response.headers.get('content-disposition')).toContain('"A-RES-76-299.ar-fr-en.xlf.zip"')
    const { files } = await JSZip.loadAsync(await response.arrayBuffer())
    expect(Object.keys(files)).toEqual(['A-RES-76-299.ar-fr.xlf', 'A-RES-76-299.ar-en.xlf'])
  })

  it('sends each version and the links between them in one archive', async () => {
    const { files } = await JSZip.loadAsync(await (await get('format=akn&v=fr,zh')).arrayBuffer())
    expect(Object.keys(files)).toEqual(
      ['fr', 'zh', 'alignment'].map((part) => `A-RES-76-299.${part}.akn.xml`),
    )
  })

  it.each([
    ['format=csv&v=fr,en&bom=0', (text: string) => expect(text).toMatch(/^Français,/u)],
    ['format=tsv&v=fr,en&layout=stacked', (text: string) => expect(text).toMatch(/^\uFEFFFrançais\t/u)],
    ['format=tmx&v=fr,en', (text: string) => expect(text).not.toContain('<ph')],
    ['format=tmx&v=fr,en&inline=1', (text: string) => expect(text).toContain('type="fnote">')],
    [
      'format=tmx&v=fr,en&confirmed=1&unit=sentence',
      (text: string) => {
        expect(text.match(/<tu /gu)).toHaveLength(1)
        expect(text).toContain('segtype="sentence"')
        expect(text).toContain('multilatéralisme')
      },
    ],
    [
      'format=tmx&v=en,fr,ar&multilingual=1',
      (text: string) => {
        const [first = ''] = /<tu [\s\S]*?<\/tu>/u.exec(text) ?? []
        expect([...first.matchAll(/xml:lang="(\w+)"/gu)].map(([, code]) => code)).toEqual(['en', 'fr', 'ar'])
      },
    ],
    ['format=tbx&v=fr,en', (text: string) => expect(text).not.toContain('mot sans rapport')],
    ['format=tbx&v=fr,en&allTerms=1', (text: string) => expect(text).toContain('mot sans rapport')],
  ])('does what %s asks for', async (query, check) => {
    const bytes = await (await get(query)).arrayBuffer()
    check(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
  })

  it('puts the versions of a Word table one below the other', async () => {
    const wide = async (query: string) => {
      const { files } = await JSZip.loadAsync(await (await get(query)).arrayBuffer())
      return (await files['word/document.xml']!.async('string')).match(/<w:gridCol /gu)?.length
    }
    expect(await wide('format=docx&v=fr,en,ar&layout=stacked')).toBeLessThan(
      (await wide('format=docx&v=fr,en,ar')) ?? 0,
    )
  })

  it('says in the reader’s language where no row is confirmed, and what to do', async () => {
    const response = await get('format=csv&v=fr,zh&confirmed=1', 'A-RES-76-299', 'ar')
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    const page = await response.text()
    expect(page).toContain('<html lang="ar" dir="rtl">')
    expect(page).toContain('لم يُعتمد بعد أي سطر من هذه النصوص')
    expect(page).toContain('الأسطر المعتمدة فقط')
    // Which terms a text has is no matter of rows.
    expect((await get('format=tbx&v=fr,zh&confirmed=1')).status).toBe(200)
  })

  it('tells in a header what the file does not hold', async () => {
    const losses = async (query: string) => (await get(query)).headers.get('concordance-losses')
    expect(await losses('format=tmx&v=fr,en')).toBe(
      ['footnote-marks;count=2', 'italics;count=6', 'gaps;count=1'].map((loss) => `${loss};file="A-RES-76-299.fr-en.tmx"`).join(', '), // prettier-ignore
    )
    expect(await losses('format=tmx&v=fr,en&inline=1')).toBe('gaps;count=1;file="A-RES-76-299.fr-en.tmx"')
    expect(await losses('format=csv&v=fr,en')).toBe('italics;count=7;file="A-RES-76-299.fr-en.csv"')
    expect(await losses('format=markdown&v=fr,en')).toBeNull()
  })

  it('tells the page the same in the reader’s language, file by file, and sends none', async () => {
    const response = await get('format=tmx&v=fr,en,ar&losses=1')
    expect(response.headers.get('content-disposition')).toBeNull()
    expect(await response.json()).toEqual({
      files: [
        {
          title: '\u2066A-RES-76-299.fr-en.tmx\u2069 ne contient pas tout le tableau\u00a0:',
          lines: [
            'appels de note omis\u00a0: 2 (l’option «\u00a0Italiques et appels de note en balises\u00a0» les garde)',
            'passages en italique, écrits sans italique\u00a0: 6 (l’option «\u00a0Italiques et appels de note en balises\u00a0» les garde)',
            'lignes omises, puisqu’une seule version les a\u00a0: 1',
          ],
        },
        {
          title: '\u2066A-RES-76-299.fr-ar.tmx\u2069 ne contient pas tout le tableau\u00a0:',
          lines: [
            'appels de note omis\u00a0: 2 (l’option «\u00a0Italiques et appels de note en balises\u00a0» les garde)',
            'passages en italique, écrits sans italique\u00a0: 8 (l’option «\u00a0Italiques et appels de note en balises\u00a0» les garde)',
          ],
        },
      ],
    })
    expect(await (await get('format=docx&v=fr,en&losses=1')).json()).toEqual({ files: [] })
  })

  it.each([
    ['a pair of one version', 'format=tmx&v=fr', 'A-RES-76-299', 'fr'],
    ['an unknown resolution', 'format=csv', 'A-RES-1-1', 'fr'],
    ['an unknown language', 'format=csv&v=fr,xx', 'A-RES-76-299', 'fr'],
    ['an unknown format', 'format=pdf', 'A-RES-76-299', 'fr'],
    ['no format', '', 'A-RES-76-299', 'fr'],
    ['an unknown locale', 'format=csv', 'A-RES-76-299', 'de'],
  ])('answers 404 to %s', async (_, query, slug, locale) => {
    expect((await get(query, slug, locale)).status).toBe(404)
  })

  it('answers 503 with Retry-After, in the reader’s language, where the store cannot be used', async () => {
    const response = await get('format=csv&v=fr,en', 'A-RES-0-0')
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await response.text()).toMatch(/^le serveur de base de données est injoignable.*db\.example/u)
  })
})
