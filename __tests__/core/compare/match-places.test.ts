import { matchPlaces } from '../../../core/compare/match-places'
import type { Cell, RowPair } from '../../../core/compare/row-pair'

/** A cell of a hundred characters in which concepts stand at the given places. */
const cell = (places: Readonly<Record<string, number>>): Cell => ({
  language: 'fr',
  paragraphs: [
    {
      paragraph: { address: 'a', text: 'x'.repeat(100) } as Cell['paragraphs'][number]['paragraph'],
      mentions: [],
      opening: null,
      hits: Object.entries(places).map(([id, at]) => ({
        from: at,
        to: at,
        concepts: [id],
        wording: id,
        status: 'preferred' as const,
      })),
    },
  ],
})

const match = (pivot: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>) =>
  matchPlaces({ row: { id: 'r' } as RowPair['row'], pivot: cell(pivot), other: cell(other) })

describe('matchPlaces', () => {
  it('leaves a place where it is when nothing stands in both cells', () => {
    expect(match({ a: 10 }, { b: 90 })(0.3)).toBe(0.3)
  })

  it('keeps the distance from the anchors around a place', () => {
    const place = match({ a: 10, b: 20, c: 30 }, { a: 60, b: 70, c: 80 })
    expect(place(0.25)).toBeCloseTo(0.75)
  })

  it('is not led astray by one anchor that was moved', () => {
    const place = match({ a: 10, b: 20, c: 30 }, { a: 10, b: 95, c: 30 })
    expect(place(0.15)).toBeLessThan(0.5)
  })
})
