import { splitVersion } from '../../../core/segment/split-version'
import type { Paragraph, Version } from '../../../core/model'
import { version } from '../../support/versions'

const notation = ({ address, label, text, marks }: Paragraph) => {
  const marked = [...marks]
    .reverse()
    .reduce((line, { at, mark, note }) => `${line.slice(0, at)}[${mark}>${note}]${line.slice(at)}`, text)
  return `${address}|${label ?? ''}|${marked}`
}

const split = (...paragraphs: string[]) => splitVersion(version('fr', paragraphs)).paragraphs

describe('splitVersion', () => {
  it('addresses sentences under their paragraph, also a single one, and leaves the label with the first', () => {
    expect(split('pp1: Un. Deux.', 'op2: Trois. Quatre ! Cinq', 'fn1: Six.').map(notation)).toEqual([
      'pp1.s1||Un.',
      'pp1.s2||Deux.',
      'op2.s1|2.|Trois.',
      'op2.s2||Quatre !',
      'op2.s3||Cinq',
      'fn1.s1||Six.',
    ])
  })

  it('keeps the kind of every paragraph', () => {
    expect(split('pp1: Un. Deux.', 'op1: Un. Deux.', 'fn1: Un.').map(({ kind }) => kind)).toEqual([
      'preambular',
      'preambular',
      'operative',
      'operative',
      'footnote',
    ])
  })

  it.each([
    ['inside a sentence', 'pp1: Un[1] mot. Un[2] autre.', ['Un[1>fn1] mot.', 'Un[2>fn2] autre.']],
    ['behind a stop: the sentence before', 'pp1: Un.[1] Deux.[2]', ['Un.[1>fn1]', 'Deux.[2>fn2]']],
    ['in the space between: the sentence before', 'pp1: Un. [1]Deux.', ['Un.[1>fn1]', 'Deux.']],
    ['two at one cut, in order', 'pp1: Un.[1][2] Deux.', ['Un.[1>fn1][2>fn2]', 'Deux.']],
    ['before the first letter', 'pp1: [1]Un. Deux.', ['[1>fn1]Un.', 'Deux.']],
    ['before and behind white space at the ends', 'pp1: [1] Un. [2]', ['[1>fn1]Un.[2>fn2]']],
  ])('moves marks %s', (_, given, expected) => {
    expect(split(given).map((one) => notation(one).replace(/^.*\|/u, ''))).toEqual(expected)
  })

  it('has a mark between two Chinese sentences, which no space parts, in the first', () => {
    expect(splitVersion(version('zh', ['pp1: 一[1]。[2]二。'])).paragraphs.map(notation)).toEqual([
      'pp1.s1||一[1>fn1]。[2>fn2]',
      'pp1.s2||二。',
    ])
  })

  it('moves italics and divides those that cross a cut', () => {
    const one: Paragraph = {
      ...version('fr', ['pp1: Un mot. Deux mots. Fin.']).paragraphs[0]!,
      italics: [
        { from: 0, to: 2 },
        { from: 3, to: 12 },
        { from: 18, to: 27 },
      ],
    }
    const sentences = splitVersion({ ...version('fr', []), paragraphs: [one] }).paragraphs
    expect(sentences.map(({ text, italics }) => italics.map(({ from, to }) => text.slice(from, to)))).toEqual(
      [['Un', 'mot.'], ['Deux'], ['Fin.']],
    )
  })

  it.each(['', '   '])('keeps one empty sentence of the empty paragraph %j', (text) => {
    const empty: Paragraph = {
      address: 'p4',
      kind: 'body',
      label: '4.',
      text,
      marks: [{ at: text.length, mark: '1', note: 'fn1' }],
      italics: [{ from: 0, to: text.length }],
    }
    expect(splitVersion({ ...version('fr', []), paragraphs: [empty] }).paragraphs).toEqual([
      { ...empty, address: 'p4.s1', text: '', marks: [{ at: 0, mark: '1', note: 'fn1' }], italics: [] },
    ])
  })

  it('loses no letter, mark or italic letter, and leaves the rest of the version as it is', () => {
    const given: Version = {
      ...version('ru', ['pp1: М. Горький, ст. 5.[1] Он писал…[2] «Да.» Все', 'op1: Конец [3].']),
      title: 'Заголовок. Другой.',
      removed: [{ kind: 'page-number', text: '2' }],
    }
    const got = splitVersion(given)
    const letters = (one: Version) => one.paragraphs.map(({ text }) => text.replace(/\s/gu, '')).join('')
    const marks = (one: Version) =>
      one.paragraphs.flatMap((own) => own.marks.map(({ mark, note }) => mark + note))
    expect(letters(got)).toBe(letters(given))
    expect(marks(got)).toEqual(marks(given))
    expect({ ...got, paragraphs: [] }).toEqual({ ...given, paragraphs: [] })
    expect(got.paragraphs).toHaveLength(5)
  })

  it('has a distinct address for every sentence', () => {
    const addresses = split('pp1: Un. Deux.', 'pp2: Un. Deux.', 's1: Un.').map(({ address }) => address)
    expect(new Set(addresses).size).toBe(addresses.length)
  })
})
