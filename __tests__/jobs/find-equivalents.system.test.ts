import path from 'node:path'
import type { AssociatedText } from '../../core/associate/associated-text'
import type { Check, Paragraph } from '../../core/model'
import { associateVersions } from '../../jobs/associate-versions'
import { loadKnowledge, openResolution } from '../../jobs/corpus'
import { findEquivalents, type Counterpart } from '../../jobs/find-equivalents'

const root = path.resolve(__dirname, '../..')
const OTHERS = ['en', 'es', 'ru', 'ar', 'zh'] as const

let check: Check
let texts: readonly AssociatedText[]

beforeAll(async () => {
  const knowledge = await loadKnowledge(root)
  const open = await openResolution(root, 'A-RES-76-299', ['fr', ...OTHERS], knowledge)
  check = open!.check
  texts = OTHERS.map((language) => associateVersions(check, language, knowledge))
}, 300_000)

function paragraphOf(language: string, address: string): Paragraph {
  const version = check.versions.find((own) => own.language === language)!
  return version.paragraphs.find((paragraph) => paragraph.address === address)!
}

/** What answers the first occurrence of a wording in a paragraph. */
function answers(address: string, wording: string): readonly Counterpart[] {
  const from = paragraphOf('fr', address).text.indexOf(wording)
  if (from < 0) throw new Error(`${address} does not say ${wording}`)
  return findEquivalents(check, { address, from, to: from + wording.length }, texts)
}

const wordings = (found: readonly Counterpart[]) =>
  Object.fromEntries(found.map(({ language, wording }) => [language, wording]))

const SUSTAINABLE = {
  en: 'sustainable development',
  es: 'desarrollo sostenible',
  ar: 'التنمية المستدامة',
  zh: '可持续发展',
}

describe('findEquivalents', () => {
  test('finds a term in all five other languages', () => {
    const found = answers('pp4', 'développement durable')
    expect(wordings(found)).toEqual({ ...SUSTAINABLE, ru: 'устойчивого развития' })
    for (const { probability, count, of } of found) {
      expect([count, of]).toEqual([8, 8])
      expect(probability).toBeGreaterThan(0.9)
      expect(probability).toBeLessThanOrEqual(1)
    }
  })

  test.each(['pp9', 'pp15', 'op2', 'op3', 'op9'])('finds its inflected forms too, in %s', (address) => {
    const found = wordings(answers(address, 'développement durable'))
    expect(found).toMatchObject({ en: SUSTAINABLE.en, es: SUSTAINABLE.es, zh: SUSTAINABLE.zh })
    expect(found.ru).toMatch(/^устойчив\p{L}+ развити\p{L}+$/u)
    expect(found.ar).toMatch(/^\p{L}*تنمي\p{L}+ المستدامة$/u)
  })

  test('finds a word in the order of each language', () => {
    expect(wordings(answers('pp9', 'Asie centrale'))).toEqual({
      en: 'Central Asia',
      es: 'Asia Central',
      ru: 'Центральной Азии',
      ar: 'آسيا الوسطى',
      zh: '中亚',
    })
  })

  test('tells offsets into the paragraph that it names', () => {
    const found = [...answers('pp4', 'développement durable'), ...answers('op2', 'coopération')]
    for (const { language, address, from, to, wording } of found)
      expect(paragraphOf(language, address).text.slice(from, to)).toBe(wording)
  })

  test('takes words that are touched whole and leaves out signs at the ends', () => {
    const { text } = paragraphOf('fr', 'pp5')
    const from = text.indexOf('septembre 2019')
    const touched = findEquivalents(check, { address: 'pp5', from: from + 3, to: from + 11 }, texts)
    expect(touched).toEqual(
      findEquivalents(check, { address: 'pp5', from, to: from + 'septembre 2019'.length }, texts),
    )
  })

  test.each([
    ['an unknown address', 'pp99', 0, 5],
    ['an empty range', 'pp4', 3, 3],
    ['a range behind the end', 'pp4', 100_000, 100_010],
  ])('finds nothing for %s', (_, address, from, to) => {
    expect(findEquivalents(check, { address, from, to }, texts)).toEqual([])
  })
})
