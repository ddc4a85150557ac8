import { learnPairFrom } from '../../../bench/lexicon/learn-pair-from'
import { writeLexiconTable } from '../../../bench/lexicon/write-lexicon-table'
import { readVersion } from '../../../core/pipeline'

const NOTHING = { terms: [], lexicon: [], names: [] }

/** Lines of words that mean nothing, so that no word is everywhere; figures keep the lines together. */
const filler = (from: number, letter: string) =>
  Array.from({ length: 30 }, (_, k) => `${letter.repeat(3)}${String.fromCharCode(97 + (k % 26))} ${from + k}`)

const text = (from: number, fr: readonly string[], en: readonly string[]) => {
  const version = (language: string, lines: readonly string[]) =>
    readVersion(new TextEncoder().encode(lines.join('\n')), {
      name: `${language}.txt`,
      language,
      unit: 'line',
    })
  return {
    fr: version('fr', [...fr, ...filler(from, 'x')]),
    en: version('en', [...en, ...filler(from, 'z')]),
  }
}

const ONE = text(100, ['La nuit tombe 11'], ['The darkness falls 11'])
const TWO = text(200, ['Une nuit claire 12'], ['A clear darkness 12'])

const words = (texts: Parameters<typeof learnPairFrom>[0], knowledge = NOTHING) =>
  learnPairFrom(texts, ['fr', 'en'], knowledge).map(({ left, right }) => `${left}=${right}`)

test('learns from two texts what one alone does not show', () => {
  expect(words([ONE])).not.toContain('nuit=dark')
  expect(words([TWO])).not.toContain('nuit=dark')
  expect(words([ONE, TWO])).toContain('nuit=dark')
})

test('gives the same bytes each time and in either order of the texts', () => {
  const table = (texts: Parameters<typeof learnPairFrom>[0]) =>
    writeLexiconTable(['fr', 'en'], learnPairFrom(texts, ['fr', 'en'], NOTHING))
  expect(table([ONE, TWO])).toBe(table([ONE, TWO]))
  expect(table([TWO, ONE])).toBe(table([ONE, TWO]))
})

test('takes nothing from pairs that were learned before', () => {
  const learned = { 'fr-en': [{ left: 'tomb', right: 'clear', trust: 1 }] }
  expect(words([ONE, TWO], { ...NOTHING, learned } as typeof NOTHING)).toEqual(words([ONE, TWO]))
})

test('learns nothing of a language that no text has', () => {
  expect(learnPairFrom([ONE, TWO], ['fr', 'ru'], NOTHING)).toEqual([])
})
