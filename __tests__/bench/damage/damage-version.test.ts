import { DAMAGE_KINDS, onBothSides, UNHARMED, type DamageKind } from '../../../bench/damage/damage-kinds'
import { cutPlace } from '../../../bench/damage/cut-place'
import { damageVersion } from '../../../bench/damage/damage-version'
import type { Paragraph, ParagraphKind, Version } from '../../../core/model'
import { seeded } from '../../support/random'
import { version } from '../../support/versions'

const paragraph = (address: string, kind: ParagraphKind, label: string | null, text: string): Paragraph => ({
  address,
  kind,
  label,
  text,
  marks: [],
  italics: [],
})

const versionOf = (language: string, paragraphs: readonly Paragraph[]): Version => ({
  ...version(language, []),
  paragraphs,
})

const TEXT = versionOf('fr', [
  paragraph('op1', 'operative', '1.', 'Prend note du rapport, et de ses 12 annexes ;'),
  paragraph('op2', 'operative', '2.', 'Décide de rester saisie'),
])

/** What has happened to the text: `address label|text` a paragraph, then the sources. */
const write = (kind: Partial<DamageKind>, side: 'pivot' | 'other' = 'other', text: Version = TEXT) => {
  const { version: damaged, sources } = damageVersion(
    text,
    { ...DAMAGE_KINDS.clean!, ...kind },
    side,
    seeded(1),
  )
  return [
    ...damaged.paragraphs.map((own) => `${own.address} ${own.kind} ${own.label ?? '-'}|${own.text}`),
    sources.map((source) => source.join('+')).join(' '),
  ]
}

describe('damageVersion', () => {
  test('a clean version is the version itself', () => {
    expect(damageVersion(TEXT, DAMAGE_KINDS.clean!, 'other', seeded(1)).version).toBe(TEXT)
  })

  test('labels stripped: nothing of the structure remains', () => {
    expect(write(DAMAGE_KINDS.labels!, 'pivot')).toEqual([
      'p1 body -|Prend note du rapport, et de ses 12 annexes ;',
      'p2 body -|Décide de rester saisie',
      '0 1',
    ])
  })

  test('labels inline stand in the text', () => {
    expect(write({ labels: 'inline' })[1]).toBe('p2 body -|2. Décide de rester saisie')
  })

  test('digits stripped: those of every script, while number words and Chinese numerals remain', () => {
    expect(write({ digits: true })[0]).toBe('op1 operative 1.|Prend note du rapport, et de ses annexes ;')
    const figures = versionOf('zh', [paragraph('p1', 'body', null, '第十二条 ١٢ 12 １２ two')])
    expect(write({ digits: true }, 'other', figures)[0]).toBe('p1 body -|第十二条 two')
  })

  test('a joined paragraph brings its label into the text; in Chinese no space is put between', () => {
    const merge = { other: { ...UNHARMED, merge: 0.5 } }
    const start = 'op1 operative 1.|Prend note du rapport, et de ses 12 annexes ;'
    expect(write(merge)).toEqual([`${start} 2. Décide de rester saisie`, '0+1'])
    expect(write(merge, 'other', { ...TEXT, language: 'zh' })[0]).toBe(`${start}2. Décide de rester saisie`)
    expect(write({ ...merge, labels: 'strip' })[0]).toContain('annexes ; Décide')
  })

  test('a split paragraph leaves its label to the first half', () => {
    expect(write({ other: { ...UNHARMED, split: 0.5 } })).toEqual([
      'op1 operative 1.|Prend note du rapport,',
      'p1 operative -|et de ses 12 annexes ;',
      'op2 operative 2.|Décide de rester saisie',
      '0 0 1',
    ])
    expect(write({ other: { ...UNHARMED, split: 0.5 }, labels: 'inline' }).slice(0, 2)).toEqual([
      'p1 body -|1. Prend note du rapport,',
      'p2 body -|et de ses 12 annexes ;',
    ])
  })

  test('only the other side is harmed, unless both are to be', () => {
    const kind = DAMAGE_KINDS.delete!
    expect(write(kind, 'pivot')).toHaveLength(3)
    expect(write(kind, 'other')).toHaveLength(2)
    expect(write(onBothSides(kind), 'pivot')).toHaveLength(2)
  })

  test('marks and italics go where a text is harmed', () => {
    const [first] = TEXT.paragraphs
    const marked = versionOf('fr', [
      { ...first!, marks: [{ at: 3, mark: '1', note: null }], italics: [{ from: 0, to: 5 }] },
    ])
    const { version } = damageVersion(marked, DAMAGE_KINDS.digits!, 'other', seeded(1))
    expect(version.paragraphs[0]).toMatchObject({ marks: [], italics: [] })
  })
})

describe('cutPlace', () => {
  test.each([
    ['the mark nearest to the middle', 'a, bbbbbb, ccccccc, d', 'a, bbbbbb,'],
    ['none near the middle', 'a, bbbbbbbbbbbbbbbbbbbb', null],
    ['not within a number', 'aaaaaaa 3,5 bbbbbbb', null],
    ['Arabic', 'مرحبا بكم، مرحبا بكم', 'مرحبا بكم،'],
    ['Chinese', '大会决定，继续审议', '大会决定，'],
  ])('%s', (_, text, head) => {
    const place = cutPlace(text)
    expect(place === null ? null : text.slice(0, place)).toBe(head)
  })
})
