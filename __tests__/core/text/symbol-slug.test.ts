import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { cleanSymbol } from '../../../core/text/clean-symbol'
import { fromSlug, toSlug } from '../../../core/text/symbol-slug'
import { pick, seeded } from '../../support/random'

describe('toSlug', () => {
  it.each([
    ['A/RES/76/299', 'A-RES-76-299'],
    ['A/RES/217(III)', 'A-RES-217(III)'],
    ['S/RES/1440 (2002)', 'S-RES-1440_(2002)'],
    ['A/RES/S-8/1', 'A-RES-S~8-1'],
    ['A/76/L.74/Add.1', 'A-76-L.74-Add.1'],
    ['A/C.1/76/L.5*', 'A-C.1-76-L.5!2a!'],
    ['../x', '!2e!.-x'],
  ])('%s', (symbol, slug) => {
    expect(toSlug(symbol)).toBe(slug)
    expect(fromSlug(slug)).toBe(symbol)
  })

  it('is undone by fromSlug for every symbol, and needs no escape in a path beyond its letters', () => {
    const random = seeded(5)
    const signs = [...'AZaz09/-_~ !.()[],*%&?#\\"\'é大م😀\u0000']
    for (let k = 0; k < 2000; k += 1) {
      const symbol = Array.from(
        { length: 1 + pick(random, 12) },
        () => signs[pick(random, signs.length)],
      ).join('')
      const slug = toSlug(symbol)
      expect(fromSlug(slug)).toBe(symbol)
      expect(slug).toMatch(/^(?!\.)[\p{L}\p{N}.,()_~!-]+$/u)
    }
  })

  it('names the folders of the shipped texts', () => {
    const corpus = path.join(process.cwd(), 'corpus')
    const folders = readdirSync(corpus).filter((name) => name.startsWith('A-'))
    expect(folders.length).toBeGreaterThan(0)
    for (const folder of folders) {
      const { symbol } = JSON.parse(readFileSync(path.join(corpus, folder, 'resolution.json'), 'utf8')) as {
        symbol: string
      }
      expect(toSlug(symbol)).toBe(folder)
    }
  })
})

describe('cleanSymbol', () => {
  it.each([
    ['  A/RES/76/299 ', 'A/RES/76/299'],
    ['S/RES/1440  (2002)', 'S/RES/1440 (2002)'],
    ['S/RES/1440(2002)', 'S/RES/1440 (2002)'],
    ['A / RES / 76 / 299*', 'A/RES/76/299'],
    ['\u200EA/RES/76/299\u200F', 'A/RES/76/299'],
    ['Glossary of terms', 'Glossary of terms'],
    ['', null],
    [' ', null],
    ['A\u0000B', null],
    ['x'.repeat(101), null],
  ])('%j', (typed, symbol) => {
    expect(cleanSymbol(typed)).toBe(symbol)
  })
})
