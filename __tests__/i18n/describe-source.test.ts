import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { UN_LANGUAGES } from '../../core/model'
import { describeSource } from '../../i18n/describe-source'
import { makeTranslator } from '../../i18n/translator'

const corpus = path.resolve(__dirname, '../../corpus')
const shipped = readdirSync(corpus)
  .filter((name) => name.startsWith('A-'))
  .flatMap((name) => {
    const text = readFileSync(path.join(corpus, name, 'resolution.json'), 'utf8')
    return (JSON.parse(text) as { versions: { source: string }[] }).versions.map(({ source }) => source)
  })

describe('describeSource', () => {
  test.each(UN_LANGUAGES)(
    'has a sentence of its own in %s for every source that the corpus names',
    (locale) => {
      const sentences = shipped.map((source) => describeSource(source, makeTranslator(locale)))
      const english = shipped.map((source) => describeSource(source, makeTranslator('en')))
      for (const [k, sentence] of sentences.entries()) {
        expect(sentence).toMatch(/[.。]$/u)
        if (locale !== 'en') expect(sentence).not.toBe(english[k])
      }
      expect(new Set(sentences).size).toBe(new Set(shipped).size)
    },
  )

  test.each(['', 'Nations Unies', 'toString'])('leaves the words %j to be shown as they are', (source) => {
    expect(describeSource(source, makeTranslator('fr'))).toBeNull()
  })
})
