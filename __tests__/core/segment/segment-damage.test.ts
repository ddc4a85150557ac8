import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UN_LANGUAGES, type Language, type Version } from '../../../core/model'
import { readHtml } from '../../../core/read/read-html'
import { readText } from '../../../core/read/read-text'
import { segment } from '../../../core/segment/segment'
import { damaged, held, letters, randomDamage, seeded, torn } from './damage'

function corpus(language: Language): string {
  return readFileSync(join(process.cwd(), `corpus/A-RES-76-299/${language}.txt`), 'utf8')
}

function version(text: string, language: Language): Version {
  return segment(readText(text), { language, status: 'unknown' })
}

const shape = ({ paragraphs }: Version) =>
  paragraphs.map(({ address, kind, label, text, marks }) => [address, kind, label, text, marks])

describe.each(UN_LANGUAGES)('a damaged resolution in %s', (language) => {
  const clean = version(corpus(language), language)

  it('is the same as the sound one, whatever wraps, page breaks, furniture, moved notes and marks it has', () => {
    for (let seed = 1; seed <= 8; seed += 1) {
      const random = seeded(seed)
      const damage = randomDamage(random)
      const again = version(damaged(clean, damage, random), language)
      expect([seed, shape(again)]).toEqual([seed, shape(clean)])
      expect(again.heading).toEqual(clean.heading)
    }
  })

  it('loses no letter and repeats no address, however it is torn', () => {
    for (let seed = 1; seed <= 8; seed += 1) {
      const text = torn(corpus(language), seeded(seed))
      const found = version(text, language)
      expect([seed, letters(held(found))]).toEqual([seed, letters([text])])
      const addresses = found.paragraphs.map(({ address }) => address)
      expect(new Set(addresses).size).toBe(addresses.length)
      for (const { text: words, marks, italics } of found.paragraphs) {
        for (const { at } of marks) expect(at >= 0 && at <= words.length).toBe(true)
        for (const { from, to } of italics) expect(from >= 0 && from < to && to <= words.length).toBe(true)
      }
    }
  })
})

describe('segment: any text', () => {
  it('never throws on random signs', () => {
    const signs = [...'a1.()[]*_^{}¹²\\/-#<> \n\n\f大会，第条ابم0٣ⅣÉ\u200f\ud800\udc00\u00ad']
    for (let seed = 1; seed <= 80; seed += 1) {
      const random = seeded(seed)
      const text = Array.from({ length: 200 }, () => signs[Math.floor(random() * signs.length)]).join('')
      expect(() => version(text, 'fr')).not.toThrow()
      expect(() => segment(readHtml(text), { language: 'xx', status: 'unknown' })).not.toThrow()
    }
  })

  it.each([
    ['lines', 'la paix et la sécurité internationales de la région qui est la\n', 20_000],
    ['paragraphs', '1. Décide que la paix est utile ;\n\n', 5_000],
    ['stray signs', '*a _b **c [x](y ^{ ¹\n', 5_000],
    ['figures', '1\n2\n3\n', 2_500],
    ['notes', '¹ Voir.\n', 5_000],
    ['glued marks', 'paix1, et\n\n1 Voir la résolution.\n\n', 2_500],
    ['articles', 'Article 1\n', 5_000],
  ])(
    'comes to an end on a long text of nothing but %s, with every address once',
    (_title, line, many) => {
      // A reader in quadratic time takes minutes here.
      const addresses = version(line.repeat(many), 'fr').paragraphs.map(({ address }) => address)
      expect(new Set(addresses).size).toBe(addresses.length)
    },
    30_000,
  )
})
