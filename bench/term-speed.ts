import { seeded } from '../__tests__/support/random'
import { UN_LANGUAGES, type Concept, type Term, type TermBase, type UnLanguage } from '../core/model'
import { buildMatcher } from '../core/terms/build-matcher'
import { matchTerms } from '../core/terms/match-terms'
import { readTbx } from '../core/terms/formats/read-tbx'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readText } from './damage/read-text'

/*
 * How long the term matcher takes for 5,000 concepts over a document of 10,000 paragraphs in six languages: `npm run bench:term-speed`. Concepts are the shipped ones, then
 * the shipped ones with their words renamed; paragraphs those of the Declaration and of A/RES/76/299, cut and joined to some sixty words, their words renamed too, so
 * that no memory of words helps more than it would in a real collection. Laying the base out is part of the time; reading the document is not. Each language is run three times over, of
 * which the shortest counts: whatever else the machine does only lengthens it.
 */

const RUNS = 3
const CONCEPTS = 5_000
const PARAGRAPHS = 10_000
const WORDS = 60
/** In Chinese one and a half characters stand for a word. */
const CHARACTERS = 90
/**
 * Share of the words (of four letters or more; in Chinese of the pairs of characters) that stay as they are in a repetition. At 0.85 the 600,000 words of a language are
 * 19,600 (en), 20,300 (fr), 20,800 (es), 32,400 (ar) and 34,000 (ru) different ones, about as many as Heaps's law has them in a text of that length.
 */
const KEPT = 0.85

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** Letters of each script that a word may be renamed with; what is not among them stays. */
const LETTERS: Readonly<Record<UnLanguage, string>> = {
  ar: 'بتثجحخدذرزسشصضطظعغفقكلمنهوي',
  zh: '的和国家联合各会人权大发展经济社全安和平',
  en: 'bcdfghklmnprstvw',
  fr: 'bcdfghlmnprstv',
  ru: 'бвгджзклмнпрстфхцчш',
  es: 'bcdfghlmnprstv',
}
const WORD = /[\p{L}\p{M}]{4,}/gu
const HAN_RUN = /\p{Script=Han}{2}/gu

/** The text with some of its words changed in two letters before their ending, by a seed: the same word by the same seed in the same way. */
function rename(text: string, language: UnLanguage, seed: number, kept: number): string {
  const letters = [...LETTERS[language]]
  return text.replace(language === 'zh' ? HAN_RUN : WORD, (word) => {
    const random = seeded(hash(word) ^ (seed * 7919))
    if (random() < kept) return word
    const at = Math.floor(random() * Math.max(1, word.length - 3))
    const next = () => letters[Math.floor(random() * letters.length)]!
    return (
      word.slice(0, at) +
      next() +
      (word.length > 5 ? next() : '') +
      word.slice(at + (word.length > 5 ? 2 : 1))
    )
  })
}

function hash(word: string): number {
  let result = 17
  for (let k = 0; k < word.length; k += 1) result = (result * 31 + word.charCodeAt(k)) | 0
  return result
}

function makeBase(): TermBase {
  const shipped = readdirSync(path.join(root, 'corpus/terms'))
    .filter((name) => name.endsWith('.tbx'))
    .flatMap((name) => readTbx(readFileSync(path.join(root, 'corpus/terms', name), 'utf8')).base)
  return Array.from({ length: CONCEPTS }, (_, k): Concept => {
    const concept = shipped[k % shipped.length]!
    const seed = Math.floor(k / shipped.length)
    if (seed === 0) return { ...concept, id: `${concept.id}-${k}` }
    const terms = UN_LANGUAGES.map((language) => {
      const renamed = (concept.terms[language] ?? []).map((term): Term => ({
        ...term,
        wording: rename(term.wording, language, seed, 0.3),
      }))
      return [language, renamed] as const
    })
    return { ...concept, id: `${concept.id}-${k}`, terms: Object.fromEntries(terms) }
  })
}

function makeParagraphs(language: UnLanguage): readonly string[] {
  const declaration = readText('declaration')?.versions[language]?.paragraphs.map(({ text }) => text) ?? []
  const resolution = readFileSync(path.join(root, 'corpus/A-RES-76-299', `${language}.txt`), 'utf8')
  const text = [...declaration, resolution].join('\n')
  const words = language === 'zh' ? [...text] : text.split(/\s+/u)
  const size = language === 'zh' ? CHARACTERS : WORDS
  return Array.from({ length: PARAGRAPHS }, (_, k) => {
    const start = (k * size) % words.length
    const piece = [
      ...words.slice(start, start + size),
      ...words.slice(0, Math.max(0, start + size - words.length)),
    ]
    const seed = Math.floor((k * size) / words.length)
    return rename(piece.join(language === 'zh' ? '' : ' '), language, seed, seed === 0 ? 1 : KEPT)
  })
}

interface Run {
  /** Milliseconds on the clock, and of the processor. */
  readonly building: number
  readonly matching: number
  readonly user: number
  readonly hits: number
}

function runOnce(base: TermBase, language: UnLanguage, paragraphs: readonly string[]): Run {
  const used = process.cpuUsage()
  const start = performance.now()
  const matcher = buildMatcher(base, language)
  const built = performance.now()
  let hits = 0
  for (const text of paragraphs) hits += matchTerms(text, matcher).length
  const end = performance.now()
  return { building: built - start, matching: end - built, user: process.cpuUsage(used).user / 1000, hits }
}

const timeOf = ({ building, matching }: Run): number => building + matching

function main(): void {
  const base = makeBase()
  const documents = UN_LANGUAGES.map((language) => [language, makeParagraphs(language)] as const)
  console.log(`${base.length} concepts, ${PARAGRAPHS} paragraphs in each language\n`)
  console.log('     building s  matching s    user s      hits')
  let [all, allUsed] = [0, 0]
  for (const [language, paragraphs] of documents) {
    const runs = Array.from({ length: RUNS }, () => runOnce(base, language, paragraphs))
    const best = runs.reduce((shortest, run) => (timeOf(run) < timeOf(shortest) ? run : shortest))
    all += timeOf(best)
    allUsed += best.user
    const times = [best.building, best.matching, best.user].map((time) => (time / 1000).toFixed(2))
    console.log(
      `  ${language} ${times.map((time) => time.padStart(10)).join('  ')}${String(best.hits).padStart(10)}`,
    )
  }
  console.log(`\nIn all ${(all / 1000).toFixed(2)} s, of the processor ${(allUsed / 1000).toFixed(2)} s`)
}

main()
