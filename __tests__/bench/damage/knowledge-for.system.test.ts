import { knowledgeFor } from '../../../bench/damage/knowledge-for'
import { readPair } from '../../../bench/damage/pairs'
import { readText, type TextName } from '../../../bench/damage/read-text'
import { wordsOf } from '../../../core/align/words-of'
import type { Language } from '../../../core/model'
import { loadKnowledge } from '../../../jobs/corpus'

// Alignments of two whole texts, and on a busy machine.
jest.setTimeout(120_000)

/** Two pairs, with all scripts but one between them. */
const PAIRS = ['fr-ru', 'ar-zh']

/** The words of a text in a language, as the lexicon has them. */
function words(name: TextName, language: Language): ReadonlySet<string> {
  const { paragraphs } = readText(name)!.versions[language]!
  return new Set(
    paragraphs.flatMap(({ address, kind, label, text }) =>
      wordsOf({ address, kind, label, text, language, anchors: [] }),
    ),
  )
}

const charter = readText('charter') !== null

test('the knowledge for a text names the other as the one to learn from', () => {
  expect(knowledgeFor('declaration').learnFrom).toBe('charter')
  expect(knowledgeFor('charter').learnFrom).toBe('declaration')
})

test('nothing is learned for the Declaration where the Charter is not at hand', () => {
  expect(knowledgeFor('declaration').learned === undefined).toBe(!charter)
})

test.each([['charter', 'declaration'], ...(charter ? [['declaration', 'charter']] : [])] as [
  TextName,
  TextName,
][])('for the %s every learned word stands in the %s', async (text, other) => {
  const { learned } = knowledgeFor(text)
  expect(Object.keys(learned!)).toHaveLength(15)
  const shipped = (await loadKnowledge('.')).learned!
  for (const name of PAIRS) {
    const [left, right] = readPair(name)!
    const [ofLeft, ofRight] = [words(other, left), words(other, right)]
    const known = (pair: { readonly left: string; readonly right: string }) =>
      ofLeft.has(pair.left) && ofRight.has(pair.right)
    expect(learned![name]!.length).toBeGreaterThan(50)
    expect(learned![name]!.filter((pair) => !known(pair))).toEqual([])
    // What ships is learned from both, so it would not pass.
    expect(shipped[name]!.every(known)).toBe(false)
  }
})

test('learns a pair of languages once', () => {
  const learned = knowledgeFor('charter').learned!
  expect(learned['ru-ar']).toBe(learned['ru-ar'])
})
