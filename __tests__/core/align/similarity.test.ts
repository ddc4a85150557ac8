import { alignPair } from '../../../core/align/align-pair'
import type { AlignUnit } from '../../../core/align/align-unit'
import {
  dotOf,
  packVectors,
  similarityScore,
  startSimilarity,
  sumNorms,
} from '../../../core/align/similarity'
import { alignVersions, embedVersions } from '../../../core/pipeline'
import type { Embed } from '../../../core/model'
import { pick, seeded } from '../../support/random'
import { version } from '../../support/versions'

const SIZE = 16

/** What a word of any language means, as a number: `чат`, `猫` and `cat` are one. */
const MEANINGS = [
  'cat мур قط 猫 gato chat',
  'sea море بحر 海 mar mer',
  'law право قانون 法 ley droit',
  'day день يوم 天 dia jour',
  'war война حرب 战 guerra guerre',
  'joy радость فرح 喜 gozo joie',
].map((line) => line.split(' '))

/** A tiny model of sentences, the same at every run: the sum of a direction for each meaning, so that translations lie close whatever their script. */
const embed: Embed = async (texts) =>
  texts.map((text) => {
    const vector = new Float32Array(SIZE)
    for (const word of text.split(' ')) {
      const meaning = MEANINGS.findIndex((words) => words.includes(word))
      const random = seeded(meaning + 7)
      for (let k = 0; k < SIZE; k += 1) vector[k]! += random() - 0.5
    }
    return vector
  })

const unit = (text: string, language: string): AlignUnit => ({
  address: 'p1',
  kind: 'body',
  label: null,
  text,
  language,
  anchors: [],
})

describe('vectors', () => {
  test('are brought to length one, and their sums have the length of sums', () => {
    const packed = packVectors([Float32Array.of(3, 4), Float32Array.of(0, 0), Float32Array.of(0, -2)], 3)
    expect([...packed.values].map((value) => Math.round(value * 10) / 10)).toEqual([0.6, 0.8, 0, 0, 0, -1])
    expect(dotOf(packed, 0, packed, 2)).toBeCloseTo(-0.8)
    expect(sumNorms(packed, 0, 3, 2)[2 * 2 + 1]).toBeCloseTo(1)
    expect(sumNorms(packed, 0, 3, 2)[3 * 2 + 1]).toBeCloseTo(1)
  })

  test.each<[string, readonly Float32Array[], number]>([
    ['too few', [Float32Array.of(1)], 2],
    ['of different sizes', [Float32Array.of(1), Float32Array.of(1, 2)], 2],
    ['that hold no number', [Float32Array.of(Number.NaN)], 1],
  ])('are refused: %s', (_, vectors, units) => {
    expect(() => packVectors(vectors, units)).toThrow(RangeError)
  })

  test('speak for units that lie closer than strangers do and against the others', () => {
    const packed = packVectors(
      Array.from({ length: 6 }, (_, k) => Float32Array.from({ length: 6 }, (_none, n) => (n === k ? 1 : 0))),
      6,
    )
    const model = startSimilarity(packed, packed)
    expect(model.together).toBeCloseTo(1)
    expect(similarityScore(model, 1)).toBeGreaterThan(1)
    expect(similarityScore(model, 0)).toBeLessThan(-1)
  })
})

describe('alignPair with vectors', () => {
  /** Sentences of four words each in random meanings; the other side in another script, a unit missing, two joined. */
  const sides = (seed: number) => {
    const random = seeded(seed)
    const meanings = Array.from({ length: 12 }, () =>
      Array.from({ length: 4 }, () => pick(random, MEANINGS.length)),
    )
    const say = (language: number) =>
      meanings.map((line) => line.map((meaning) => MEANINGS[meaning]![language]!).join(' '))
    const gone = 2 + pick(random, 4)
    const joined = 7 + pick(random, 3)
    const other = say(3)
    const right = other.flatMap((text, k) =>
      k === gone || k === joined + 1 ? [] : k === joined ? [`${text} ${other[k + 1]!}`] : [text],
    )
    return { left: say(1), right, gone, joined }
  }

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'finds what only the meaning tells, in Russian and Chinese (seed %i)',
    async (seed) => {
      const { left, right, gone, joined } = sides(seed)
      const units = [left.map((text) => unit(text, 'ru')), right.map((text) => unit(text, 'zh'))] as const
      const vectors = { left: await embed(left, 'ru'), right: await embed(right, 'zh') }
      const beads = alignPair(...units, { vectors })
      expect(beads.find((bead) => bead.left.includes(gone))?.right).toEqual([])
      expect(beads.find((bead) => bead.left.includes(joined))?.left).toEqual([joined, joined + 1])
      const told = beads.find((bead) => bead.left.length === 1 && bead.right.length === 1)!
      expect(told.evidence.map(({ kind }) => kind)).toContain('vectors')
    },
  )

  test('says the same with the sides changed over', async () => {
    const { left, right } = sides(3)
    const units = [left.map((text) => unit(text, 'ru')), right.map((text) => unit(text, 'zh'))] as const
    const [a, b] = [await embed(left, 'ru'), await embed(right, 'zh')]
    const straight = alignPair(units[0], units[1], { vectors: { left: a, right: b } })
    const turned = alignPair(units[1], units[0], { vectors: { left: b, right: a } })
    expect(turned.map((bead) => `${bead.right}:${bead.left}`).sort()).toEqual(
      straight.map((bead) => `${bead.left}:${bead.right}`).sort(),
    )
  })
})

describe('embedVersions', () => {
  test('gives a vector a paragraph, and versions are aligned by them', async () => {
    const versions = [
      version('ru', [
        'p1: мур море мур право',
        'p2: право право день день',
        'p3: день война радость радость',
        'p4: море море война мур',
        'p5: радость право радость день',
      ]),
      version('ar', [
        'p1: قط بحر قط قانون',
        'p2: يوم حرب فرح فرح',
        'p3: بحر بحر حرب قط',
        'p4: فرح قانون فرح يوم',
      ]),
    ]
    const vectors = await embedVersions(versions, embed)
    expect(Object.values(vectors).map((own) => own.length)).toEqual([5, 4])
    const { rows } = alignVersions(versions, { terms: [], lexicon: [], names: [] }, 'ru', { vectors })
    expect(rows.map(({ cells }) => `${cells.ru!.join()}:${cells.ar!.join()}`)).toEqual([
      'p1:p1',
      'p2:',
      'p3:p2',
      'p4:p3',
      'p5:p4',
    ])
  })
})
