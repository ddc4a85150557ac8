import { align } from '../../../core/align/align'
import { thirdLinks } from '../../../core/align/third-links'
import type { Alignment, Anchors } from '../../../core/model'
import { pick, seeded } from '../../support/random'
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

/** `p1 en: p1`: what a version has on its own side of a grid. */
const cellsOf = ({ rows }: Alignment, keys: readonly string[]) =>
  rows.map((row) => ({
    ...row,
    names: keys.flatMap((key) => row.cells[key]!.map((address) => `${key} ${address}`)),
  }))

describe('a third version', () => {
  const stock = Array.from(
    { length: 60 },
    (_, k) => `mot${String.fromCharCode(97 + (k % 26))}${String.fromCharCode(97 + Math.floor(k / 26))}es`,
  )
  const text = (random: () => number) =>
    Array.from({ length: 8 + pick(random, 14) }, () =>
      Array.from({ length: 1 + pick(random, 14) }, () => stock[pick(random, stock.length)]!).join(' '),
    )
  /** A translation: paragraphs left out, joined, with words missing. */
  const answer = (paragraphs: readonly string[], random: () => number) => {
    const other: string[] = []
    for (const own of paragraphs) {
      if (random() < 0.12) continue
      const said = own
        .split(' ')
        .filter(() => random() > 0.4)
        .join(' ')
      if (other.length > 0 && random() < 0.15) other[other.length - 1] += ` ${said}`
      else other.push(said)
    }
    return other
  }
  const number = (paragraphs: readonly string[]) => paragraphs.map((own, k) => `p${k + 1}: ${own}`)
  const grids = (seed: number) => {
    const random = seeded(seed)
    const pivot = text(random)
    const [fr, en, es] = [pivot, answer(pivot, random), answer(pivot, random)].map(number)
    const versions = [version('fr', fr!), version('en', en!), version('es', es!)]
    return [align(versions.slice(0, 2), 'fr', {}), align(versions, 'fr', {})] as const
  }

  test.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'takes nothing apart that was sure, and every paragraph stays in one row (seed %i)',
    (seed) => {
      const [two, three] = grids(seed)
      const rowOf = new Map<string, string>()
      for (const { id, names } of cellsOf(three, ['fr', 'en', 'es']))
        for (const name of names) {
          expect(rowOf.has(name)).toBe(false)
          rowOf.set(name, id)
        }
      expect(rowOf.size).toBe(three.versions.flatMap(({ paragraphs }) => paragraphs).length)
      for (const { names, confidence } of cellsOf(two, ['fr', 'en']))
        if (confidence >= 0.9) expect(new Set(names.map((name) => rowOf.get(name))).size).toBe(1)
    },
  )

  test('is named where it changes what the two others have', () => {
    let changed = 0
    for (let seed = 0; seed < 120; seed += 1) {
      const [two, three] = grids(seed)
      const before = new Set(cellsOf(two, ['fr', 'en']).map(({ names }) => names.join()))
      for (const row of cellsOf(three, ['fr', 'en'])) {
        if (row.names.length === 0 || before.has(row.names.join())) continue
        changed += 1
        expect(row.evidence.filter(({ kind }) => kind === 'version')).not.toEqual([])
      }
    }
    expect(changed).toBeGreaterThan(10)
  })

  test('links the units that answer the same unit of it', () => {
    const unit = (address: string) => ({
      address,
      kind: 'body' as const,
      label: null,
      text: '',
      language: 'ru',
      anchors: [],
    })
    const bead = (left: readonly number[], right: readonly number[], confidence = 0.9) => ({
      left,
      right,
      confidence,
      evidence: [],
    })
    const links = thirdLinks(3, 2, [
      {
        language: 'ru',
        units: ['p1', 'p2', 'p3'].map(unit),
        toLeft: [bead([0], [0, 1]), bead([1], [2]), bead([2], [])],
        toRight: [bead([0], [1]), bead([1], [2], 0.2)],
      },
    ])
    expect(links).toEqual({ left: [['ru p1'], ['ru p3'], []], right: [['ru p1'], []] })
  })
})

describe('what the pivot lacks', () => {
  const [a, b, c, x, y] = ['a', 'b', 'c', 'x', 'y'].map((seed) => words(seed, 14))

  test('stands together by what the others say of each other in the whole text', () => {
    expect(
      grid(
        {
          fr: [`p1: ${a}`, `p2: ${b}`, `p3: ${c}`],
          en: [`p1: ${a}`, `p2: ${x}`, `p3: ${y}`, `p4: ${b}`, `p5: ${c}`],
          es: [`p1: ${a}`, `p2: ${y}`, `p3: ${b}`, `p4: ${c}`],
        },
        'fr',
      ),
    ).toEqual(['p1 p1 p1', '– p2 –', '– p3 p2', 'p2 p4 p3', 'p3 p5 p4'])
  })

  test('is moved where one version has it elsewhere', () => {
    const versions = [
      version('fr', [`p1: ${a}`, `p2: ${b}`, `p3: ${c}`]),
      version('en', [`p1: ${a}`, `p2: ${x}`, `p3: ${b}`, `p4: ${c}`]),
      version('es', [`p1: ${a}`, `p2: ${b}`, `p3: ${x}`, `p4: ${c}`]),
    ]
    const row = align(versions, 'fr', {}).rows.find(({ cells }) => cells.fr!.length === 0)
    expect(row).toMatchObject({ cells: { en: ['p2'], es: ['p3'] }, moved: ['es'] })
  })
})
