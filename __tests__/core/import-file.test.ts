import { readFileSync } from 'node:fs'
import path from 'node:path'
import { InputError, UN_LANGUAGES } from '../../core/model'
import { importFile } from '../../core/pipeline'
import { reportSchema } from '../../core/schema'
import { shapeText } from './segment/shape-fixtures'

const bytes = (text: string) => new TextEncoder().encode(text)

/** A file's one version and report. */
async function importOne(text: string, options: { readonly language?: string; readonly name?: string } = {}) {
  const { versions, alignment } = await importFile(bytes(text), { name: 'a.txt', ...options })
  expect(alignment).toBeNull()
  expect(versions).toHaveLength(1)
  return versions[0]!
}

const noticesOf = async (text: string, options: Parameters<typeof importOne>[1] = {}) =>
  (await importOne(text, options)).report.notices.map(
    ({ code, detail, count }) => `${code} ${detail} ${count}`,
  )

const codeOf = (text: string) =>
  importOne(text).then(
    () => null,
    (error: unknown) => (error instanceof InputError ? `${error.code}: ${error.detail}` : error),
  )

describe('importFile', () => {
  it.each(UN_LANGUAGES)(
    'tells a title and two paragraphs in %s, and says that their shape is unknown',
    async (language) => {
      const { version, report } = await importOne(shapeText('short', language))
      expect(version.language).toBe(language)
      expect(version.paragraphs.map(({ address }) => address)).toEqual(['p1', 'p2', 'p3'])
      expect(report).toMatchObject({ languageFrom: 'text', shape: 'unknown', counts: { body: 3 } })
      expect(report.notices).toEqual([{ code: 'unknown-shape', detail: '', count: 1 }])
    },
  )

  it('says how a file was read, in the shape that is published', async () => {
    const text = readFileSync(path.join(process.cwd(), 'corpus/A-RES-76-299/fr.txt'), 'utf8')
    const { report } = await importOne(text)
    expect(reportSchema.strict().parse(report)).toEqual(report)
    expect(report).toMatchObject({
      format: 'text',
      languageFrom: 'text',
      shape: 'resolution',
      counts: { heading: 8, title: 1, enacting: 1, preambular: 20, operative: 10, closing: 1, footnote: 4 },
      notices: [],
    })
    expect(report.removed.map(({ kind }) => kind)).toEqual(['link-target', 'link-target', 'link-target'])
  })

  it('asks for the language of a file in two, and names them', async () => {
    const two = `${shapeText('council', 'fr')}\n\n${shapeText('council', 'ru')}`
    expect(await codeOf(two)).toMatch(/^language-unsure: (?:fr, ru|ru, fr)$/u)
  })

  it.each([
    'Hallo Welt, dies ist ein deutscher Satz ohne jeden Bezug zu den Vereinten Nationen.',
    '1 2 3',
    'Peace.',
  ])('asks for the language of %j', async (text) => {
    expect(await codeOf(text)).toMatch(/^language-unsure/u)
  })

  it('says which paragraphs are in another language', async () => {
    const french = shapeText('convention', 'fr').trim()
    const english =
      'This paragraph has been left in the language in which it was drafted, and nobody has noticed it yet.'
    expect(await noticesOf(`${french}\n\n${english}`)).toEqual(['mixed-languages en: protocol1.art2.2 1'])
  })

  it('says of a bilingual file in a given language what is in the other', async () => {
    const notices = await noticesOf(`${shapeText('short', 'fr')}\n\n${shapeText('short', 'ar')}`, {
      language: 'fr',
    })
    expect(notices).toEqual(['unknown-shape  1', 'mixed-languages ar: p6 1'])
  })

  it('takes the job number’s word where the text leaves it open, and says so', async () => {
    const text = 'Nations Unies\n\n22-11873 (F)\n\nProjet de paix durable.'
    expect(await codeOf(text.replace('22-11873 (F)', ''))).toMatch(/^language-unsure/u)
    const { version, report } = await importOne(text)
    expect(version.language).toBe('fr')
    expect(report.languageFrom).toBe('file')
    expect(report.notices.map(({ code, detail }) => `${code} ${detail}`)).toContain('language-guessed fr')
  })

  it('does not take its word against the text', async () => {
    const text = `${shapeText('short', 'en')}\n\n22-11873 (F)`
    expect((await importOne(text)).version.language).toBe('en')
  })
})
