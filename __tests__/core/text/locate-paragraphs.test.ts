import type { Paragraph } from '../../../core/model'
import { locateParagraphs } from '../../../core/text/locate-paragraphs'
import { seeded } from '../../support/random'

function paragraphs(...texts: readonly string[]): readonly Paragraph[] {
  return texts.map((text, k) => ({
    address: `p${k + 1}`,
    kind: 'body',
    label: null,
    text,
    marks: [],
    italics: [],
  }))
}

test('a paragraph that was wrapped in the file is found, by line and column', () => {
  const file = 'Titre\r\n\r\n1. Prie les États\r\n   Membres d’agir ;\r\n'
  const locate = locateParagraphs(file, paragraphs('Titre', 'Prie les États Membres d’agir ;'))
  expect(locate('p1')).toEqual({ from: 0, to: 5, line: 1, column: 1, endLine: 1, endColumn: 6 })
  const second = locate('p2')!
  expect(file.slice(second.from, second.to)).toBe('Prie les États\r\n   Membres d’agir ;')
  expect(second).toMatchObject({ line: 3, column: 4, endLine: 4, endColumn: 20 })
})

test('a stretch of a paragraph is found inside it, an empty one is the whole', () => {
  const file = '他说\n　\n请秘书长在 12 月\n前报告'
  const locate = locateParagraphs(file, paragraphs('他说', '请秘书长在 12 月前报告'))
  const stretch = locate('p2', { from: 6, to: 8 })!
  expect(file.slice(stretch.from, stretch.to)).toBe('12')
  const across = locate('p2', { from: 9, to: 11 })!
  expect(file.slice(across.from, across.to)).toBe('月\n前')
  expect(locate('p2', { from: 3, to: 3 })).toEqual(locate('p2'))
})

test.each([
  ['twice, between paragraphs that are there once', 'a x b x c', ['a', 'x', 'b', 'x', 'c'], [2, 6]],
  ['twice, with nothing between', 'a x x c', ['a', 'x', 'x', 'c'], [null, null]],
  ['not as it is read', 'a co-\nnseil c', ['a', 'conseil', 'c'], [null]],
  ['twice, and the neighbours stand in another order', 'c x b x a', ['a', 'x', 'b', 'x', 'c'], [null, null]],
] as const)('what stands in the file %s', (_, file, texts, expected) => {
  const locate = locateParagraphs(file, paragraphs(...texts))
  const inner = texts.flatMap((text, k) => (['a', 'b', 'c'].includes(text) ? [] : [`p${k + 1}`]))
  expect(inner.map((address) => locate(address)?.from ?? null)).toEqual(expected)
})

test('a paragraph of no text, and an address that there is none of, are nowhere', () => {
  const locate = locateParagraphs('a', paragraphs('', ' '))
  expect([locate('p1'), locate('p2'), locate('p9')]).toEqual([null, null, null])
})

test('whatever is found reads as the paragraph, however the file breaks its lines', () => {
  const random = seeded(7)
  for (let round = 0; round < 200; round += 1) {
    const words = () =>
      Array.from({ length: 1 + Math.floor(random() * 6) }, () => 'abc'[Math.floor(random() * 3)]!)
    const texts = Array.from({ length: 12 }, () => words().join(' '))
    const file = texts.map((text) => text.replaceAll(' ', () => (random() < 0.3 ? '\n' : ' '))).join('\n\n')
    const locate = locateParagraphs(file, paragraphs(...texts))
    let end = 0
    texts.forEach((text, k) => {
      const found = locate(`p${k + 1}`)
      if (found === null) return
      expect(file.slice(found.from, found.to).replace(/\s+/gu, '')).toBe(text.replace(/\s+/gu, ''))
      expect(found.from).toBeGreaterThanOrEqual(end)
      end = found.to
    })
  }
})
