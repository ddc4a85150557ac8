import { alignPair } from '../../../core/align/align-pair'
import type { AlignUnit } from '../../../core/align/align-unit'
import type { ParagraphKind } from '../../../core/model'
import { pick, seeded } from '../../support/random'

const KINDS: Readonly<Record<string, ParagraphKind>> = {
  op: 'operative',
  pp: 'preambular',
  fn: 'footnote',
  art: 'article',
  p: 'body',
}

/** `op1 words {number:73}`: address (labelled where the kind is), text, anchors in braces. */
function unit(notation: string): AlignUnit {
  const [address = 'p1', ...rest] = notation.split(' ')
  const anchors = [...notation.matchAll(/\{(\w+):([^}]+)\}/gu)].map(([, kind, value]) => ({
    kind: kind as 'number',
    value: value!,
  }))
  const kind = KINDS[/^[a-z]+/u.exec(address)![0]] ?? 'body'
  const label = kind === 'operative' || kind === 'article' ? `${address.replace(/^[a-z]+/u, '')}.` : null
  return { address, kind, label, text: rest.join(' ').replace(/\{[^}]+\}/gu, ''), language: 'fr', anchors }
}

const ladder = (left: readonly string[], right: readonly string[]) =>
  alignPair(left.map(unit), right.map(unit))
    .map((bead) => `${bead.left}:${bead.right}${bead.moved ? '*' : ''}`)
    .join(' ')

const long = (word: string, count: number) =>
  Array.from({ length: count }, (_, k) => `${word}${'abcdefghij'[k % 10]}xyz`).join(' ')

describe('alignPair', () => {
  test.each<[string, string[], string[], string]>([
    ['joins equal labels', ['op1 alpha beta', 'op2 gamma delta'], ['op1 uno dos', 'op2 tres cuatro'], '0:0 1:1'],
    ['leaves an absent paragraph as a gap', ['op1 alpha beta', 'op2 gamma delta', 'op3 kappa'], ['op1 uno dos', 'op3 nueve'], '0:0 1: 2:1'],
    ['joins by shared numbers and dates where nothing is labelled',
      [`p1 ${long('aaa', 9)} {number:5}`, `p2 ${long('bbb', 5)} {date:2019-09-12}`, `p3 ${long('ccc', 12)} {symbol:res:73/338}`],
      [`p1 ${long('ddd', 5)} {date:2019-09-12}`, `p2 ${long('eee', 12)} {symbol:res:73/338}`],
      '0: 1:0 2:1'],
    ['joins a paragraph to the two that it was split into', [`p1 ${long('kat', 20)} ${long('mun', 20)}`], [`p1 ${long('kat', 20)}`, `p2 ${long('mun', 20)}`], '0:0,1'],
    ['never joins a footnote to an operative paragraph', ['op1 alpha beta gamma', 'fn1 omega'], ['op1 uno dos tres', 'op2 cuatro'], '0:0 1: :1'],
    ['gives only gaps where a side is empty', ['p1 a', 'p2 b'], [], '0: 1:'],
    ['gives nothing for nothing', [], [], ''],
  ])('%s', (_, left, right, expected) => {
    expect(ladder(left, right)).toBe(expected)
  }) // prettier-ignore

  test('reports a paragraph that stands elsewhere as moved, not as two gaps', () => {
    const names = ['kazak', 'uzbek', 'tadji', 'turkm', 'kirgh', 'mongo', 'afgha']
    const own = (name: string) => [...'abcdefghij'].map((letter) => `${letter}${name}`).join(' ')
    const texts = names.map((name, k) => `p${k + 1} ${own(name)} {number:${k + 100}} {symbol:res:${k}/1}`)
    const moved = [...texts.slice(1, 6), texts[0]!, texts[6]!]
    const beads = alignPair(texts.map(unit), moved.map(unit))
    expect(beads.find((bead) => bead.left[0] === 0)).toMatchObject({ right: [5], moved: true })
    expect(beads.filter((bead) => bead.left.length === 0 || bead.right.length === 0)).toEqual([])
  })

  test('gives its reasons, the label first', () => {
    const [bead] = alignPair([unit('op1 alpha {symbol:res:73/338}')], [unit('op1 alpha {symbol:res:73/338}')])
    expect(bead!.evidence.map(({ kind, value }) => `${kind} ${value}`)).toEqual(
      expect.arrayContaining(['label op1', 'symbol res:73/338', 'words 1', 'length 1.00']),
    )
    expect(bead!.evidence[0]).toMatchObject({ kind: 'label', value: 'op1' })
  })

  describe('on random input', () => {
    const words = Array.from(
      { length: 60 },
      (_, k) => `mot${String.fromCharCode(97 + (k % 26))}${String.fromCharCode(97 + Math.floor(k / 26))}es`,
    )
    const side = (random: () => number) =>
      Array.from({ length: pick(random, 25) }, (_, k): AlignUnit => ({
        address: `p${k + 1}`,
        kind: 'body',
        label: null,
        language: 'fr',
        anchors: random() < 0.2 ? [{ kind: 'number', value: String(pick(random, 9)) }] : [],
        text: Array.from({ length: pick(random, 12) }, () => words[pick(random, words.length)]).join(' '),
      }))

    test.each(Array.from({ length: 40 }, (_, seed) => seed))(
      'each unit stands in exactly one bead, in order (seed %i)',
      (seed) => {
        const random = seeded(seed)
        const left = side(random)
        const right = side(random)
        const beads = alignPair(left, right)
        expect(beads.flatMap((bead) => bead.left)).toEqual(left.map((_, k) => k))
        expect(beads.flatMap((bead) => bead.right).sort((a, b) => a - b)).toEqual(right.map((_, k) => k))
        const inOrder = beads.filter((bead) => !bead.moved).flatMap((bead) => bead.right)
        expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b))
        for (const { confidence } of beads) {
          expect(confidence).toBeGreaterThanOrEqual(0)
          expect(confidence).toBeLessThanOrEqual(1)
        }
      },
    )

    /** The other side of a text: units left out, joined, in other words here and there. */
    const answer = (units: readonly AlignUnit[], random: () => number) => {
      const other: AlignUnit[] = []
      for (const own of units) {
        if (random() < 0.1) continue
        const text = own.text
          .split(' ')
          .filter(() => random() > 0.3)
          .join(' ')
        const before = other[other.length - 1]
        if (before !== undefined && random() < 0.15)
          other[other.length - 1] = { ...before, text: `${before.text} ${text}` }
        else other.push({ ...own, text })
      }
      return other
    }

    test.each(Array.from({ length: 40 }, (_, seed) => seed))(
      'agrees with itself when the sides change over (seed %i)',
      (seed) => {
        const random = seeded(seed)
        const left = side(random)
        const right = answer(left, random)
        const names = (beads: ReturnType<typeof alignPair>, turn: boolean) =>
          beads.map((bead) => (turn ? `${bead.right}:${bead.left}` : `${bead.left}:${bead.right}`)).sort()
        expect(names(alignPair(right, left), true)).toEqual(names(alignPair(left, right), false))
      },
    )
  })
})
