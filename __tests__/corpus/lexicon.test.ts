import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { UN_LANGUAGES } from '../../core/model'
import { readTermTable } from '../../core/terms/read-term-table'

const folder = path.resolve(__dirname, '../../corpus/lexicon')
const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'))
const lexicon = files.flatMap((name) => readTermTable(readFileSync(path.join(folder, name), 'utf8')))

/** The script that most letters of a language's words are in. */
const SCRIPTS = { ar: /\p{Script=Arabic}/u, zh: /\p{Script=Han}/u, en: /\p{Script=Latin}/u, fr: /\p{Script=Latin}/u, ru: /\p{Script=Cyrillic}/u, es: /\p{Script=Latin}/u } as const // prettier-ignore

test('holds 2,500 meanings and more, each with its own id in all its files', () => {
  expect(lexicon.length).toBeGreaterThanOrEqual(2500)
  expect(new Set(lexicon.map(({ id }) => id)).size).toBe(lexicon.length)
})

test.each(UN_LANGUAGES)('every meaning has a word in %s, in its own script', (language) => {
  const wrong = lexicon.filter(({ terms }) => {
    const words = terms[language] ?? []
    return words.length === 0 || words.some(({ wording }) => !SCRIPTS[language].test(wording))
  })
  expect(wrong.map(({ id }) => id)).toEqual([])
})
