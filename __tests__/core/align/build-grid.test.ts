import { align } from '../../../core/align/align'
import type { Anchors } from '../../../core/model'
import { version } from '../../support/versions'

const words = (seed: string, count: number) =>
  Array.from({ length: count }, (_, k) => `${seed}${'abcdefghijklmnopqrst'[k % 20]}mot`).join(' ')

/** Rows as `p1 p1 p1`, one address list a version, `–` for none. */
function grid(
  texts: Readonly<Record<string, readonly string[]>>,
  pivot: string,
  anchors: Anchors = {},
): readonly string[] {
  const versions = Object.entries(texts).map(([language, paragraphs]) => version(language, paragraphs))
  return align(versions, pivot, anchors).rows.map((row) =>
    versions.map(({ language }) => row.cells[language]!.join('+') || '–').join(' '),
  )
}

describe('align', () => {
  const [a, b, c, x] = ['a', 'b', 'c', 'x'].map((seed) => words(seed, 14))

  test('gives one grid over the pivot, a version missing here and another there', () => {
    expect(
      grid(
        {
          fr: [`p1: ${a}`, `p2: ${b}`, `p3: ${c}`],
          en: [`p1: ${a}`, `p2: ${c}`],
          es: [`p1: ${b}`, `p2: ${c}`],
        },
        'fr',
      ),
    ).toEqual(['p1 p1 –', 'p2 – p1', 'p3 p2 p2'])
  })

  test('puts what the pivot lacks into one row where two others have it', () => {
    expect(
      grid(
        {
          fr: [`p1: ${a}`, `p2: ${c}`],
          en: [`p1: ${a}`, `p2: ${x}`, `p3: ${c}`],
          es: [`p1: ${a}`, `p2: ${x}`, `p3: ${c}`],
        },
        'fr',
      ),
    ).toEqual(['p1 p1 p1', '– p2 p2', 'p2 p3 p3'])
  })

  test('joins pivot paragraphs that any version has as one', () => {
    expect(
      grid(
        {
          fr: [`p1: ${a}`, `p2: ${b}`, `p3: ${c}`],
          en: [`p1: ${a} ${b}`, `p2: ${c}`],
          es: [`p1: ${a}`, `p2: ${b}`, `p3: ${c}`],
        },
        'fr',
      ),
    ).toEqual(['p1+p2 p1 p1+p2', 'p3 p2 p3'])
  })

  test('gives one version alone a row a paragraph', () => {
    expect(grid({ ar: ['op1: نص', 'op2: نص'] }, 'ar')).toEqual(['op1', 'op2'])
  })

  test('names the version that a reason comes from where there are several', () => {
    const versions = [version('fr', ['op1: x']), version('en', ['op1: x']), version('ru', ['op1: x'])]
    const [row] = align(versions, 'fr', {}).rows
    expect(row!.evidence.map(({ value }) => value)).toEqual(expect.arrayContaining(['en: op1', 'ru: op1']))
  })
})
