import { UN_LANGUAGES } from '../../../core/model'
import { tokenize } from '../../../core/text/tokenize'
import { pick, seeded } from '../../support/random'

const written = (text: string, language: string) =>
  tokenize(text, language)
    .map(({ from, to }) => text.slice(from, to))
    .join('|')

test.each([
  ['fr', 'l’Assemblée générale', 'l’|Assemblée|générale'],
  ['fr', "qu'aujourd'hui l'État d'Asie", "qu'|aujourd'hui|l'|État|d'|Asie"],
  ['fr', 'Nations\u00a0Unies\u202f; eux‐mêmes', 'Nations|Unies|eux|mêmes'],
  ['en', 'children’s Nations’ well-being, A/RES/76/299', 'children’s|Nations|well|being|A|RES|76|299'],
  ['es', '¿Qué? 97ª sesión', 'Qué|97ª|sesión'],
  ['ru', 'государства-члены «ООН»', 'государства|члены|ООН'],
  ['ar', 'مُثُــل السلام، والأمم', 'مُثُــل|السلام|والأمم'],
  ['zh', '第A/76/L.74号决议', '第|A|76|L|74|号|决|议'],
  ['zh', '《2030年议程》', '2030|年|议|程'],
  ['fr', 'E\u0301tat déve\u00adloppement', 'E\u0301tat|déve\u00adloppement'],
  ['fr', 'paix¹ et 2030³, km²', 'paix|et|2030|km'],
  ['zh', '决议¹²号', '决|议|号'],
  ['pt', 'às Nações d’água', 'às|Nações|d’água'],
  ['fr', ' ’ — ', ''],
  ['fr', 'constructor’s', 'constructor’s'],
])('splits in %s %s', (language, text, tokens) => {
  expect(written(text, language)).toBe(tokens)
})

test('gives an elided word its vowel back', () => {
  expect(
    tokenize("l'homme qu’il d’Asie", 'fr')
      .map((token) => token.stem)
      .slice(0, 3),
  ).toEqual(['le', 'homm', 'que'])
})

test('gives tokens in order, inside the text, that hold every letter and digit', () => {
  const random = seeded(5)
  const letters = [..."aÉ’'- \u00a0٧ة،ـЖ第会，(7\u0301\u00ad𠀀."]
  for (const language of [...UN_LANGUAGES, 'pt', 'fr-2']) {
    for (let round = 0; round < 200; round += 1) {
      const text = Array.from({ length: 20 }, () => letters[pick(random, letters.length)]!).join('')
      let end = 0
      let rest = ''
      for (const token of tokenize(text, language)) {
        expect(token.from).toBeGreaterThanOrEqual(end)
        expect(token.to).toBeGreaterThan(token.from)
        rest += text.slice(end, token.from)
        end = token.to
      }
      expect(end).toBeLessThanOrEqual(text.length)
      expect(rest + text.slice(end)).not.toMatch(/[\p{L}\p{N}]/u)
    }
  }
})

test('comes to an end on long texts, whatever they are made of', () => {
  for (const piece of ["e'", 'a', 'é’', '\u0301', '\u00ad', '国', 'ة']) {
    const text = `b${piece.repeat(100_000)}`
    for (const language of UN_LANGUAGES) expect(tokenize(text, language).length).toBeGreaterThan(0)
  }
})
