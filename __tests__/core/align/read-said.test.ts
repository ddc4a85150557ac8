import type { AlignUnit } from '../../../core/align/align-unit'
import { readSaid, type SaidSide } from '../../../core/align/read-said'
import { wordsOf } from '../../../core/align/words-of'
import { cognateKey } from '../../../core/text/cognate-key'

const unit = (text: string, language: string): AlignUnit => ({
  address: 'p1',
  kind: 'body',
  label: null,
  text,
  language,
  anchors: [],
})

const TEXTS: readonly (readonly [language: string, text: string])[] = [
  [
    'fr',
    'L’Assemblée générale, aujourd’hui et jusqu’à Genève, Œuvre ; l\u2019e\u0301tat n\u00adation x²y ¹2 quʼil a\u037a ʼ',
  ],
  ['en', "The State's “co-operation” (A/RES/76/299) of the 12th; naïve ﬁne ＡＢＣ"],
  ['es', '¿Qué naciones? ¡Sí! Año 1948'],
  ['ru', 'Генеральная Ассамблея 1948 года, ёлка'],
  ['ar', 'الجَمعِيّة العامة لِلْأُمَمِ ١٩٤٨'],
  ['zh', '大会2030年通过决议，abc大会’abc 中华人民共和国 〇々 \u{20000}\u{20001}大 大\u00ad会 UN第十次'],
  ['de', 'Großbritannien und Übersee \ufeff😀 a\ud800b'],
]

const idsOf = ({ ids, start }: SaidSide['words'], i: number) => [...ids.subarray(start[i]!, start[i + 1]!)]

describe.each(TEXTS)('what %s says: %s', (language, text) => {
  const other = TEXTS.map(([own, words]) => unit(words, own))
  const said = readSaid([unit(text, language), unit('', language), unit(text + ' ' + text, language)], other)
  const { left } = said

  test('is its words by stem, each once, however often and in whatever unit it says them', () => {
    const words = (i: number) => idsOf(left.words, i).map((id) => left.wordNames[id])
    const expected = [...wordsOf(unit(text, language))].sort()
    expect(words(0).sort()).toEqual(expected)
    expect(words(1)).toEqual([])
    expect(words(2).sort()).toEqual(expected)
  })

  test('is the beginnings of its words that can be compared', () => {
    const expected = [...text.matchAll(/[\p{L}\p{M}]+/gu)].flatMap(([word]) => cognateKey(word) ?? [])
    const keys = idsOf(left.keys, 0).map((id) => said.keyNames[id])
    expect(keys.sort()).toEqual([...new Set(expected)].sort())
  })

  test('is as long as its characters without spaces, Han characters three times', () => {
    const bare = text.replace(/[\s\p{Cf}]/gu, '')
    expect(left.length[0]).toBe(bare.length + 2 * (bare.match(/\p{Script=Han}/gu)?.length ?? 0))
    expect(left.length[1]).toBe(0)
  })
})

test('numbers keys for both sides, anchors by their class', () => {
  const anchored = (text: string): AlignUnit => ({
    ...unit(text, 'fr'),
    anchors: [
      { kind: 'number', value: '5' },
      { kind: 'date', value: '5' },
    ],
  })
  const { left, right, keyNames, classes } = readSaid([anchored('nation')], [anchored('nations')])
  expect(keyNames).toEqual(['5', '5', 'natio'])
  expect(new Set(classes).size).toBe(3)
  expect([...left.keys.ids]).toEqual([0, 1, 2])
  expect([...right.keys.ids]).toEqual([0, 1, 2])
})

test.each(TEXTS)('reads of %s only the words that are asked for', (language, text) => {
  const all = wordsOf(unit(text, language))
  const asked = all.filter((_, k) => k % 2 === 0)
  const pairs = asked.map((left) => ({ left, right: 'nowhere', trust: 1 }))
  const { left, right } = readSaid([unit(text, language)], [unit(text, language)], pairs)
  expect(idsOf(left.words, 0).map((id) => left.wordNames[id])).toEqual(asked)
  expect(idsOf(right.words, 0)).toEqual([])
  expect(idsOf(left.keys, 0)).toEqual(idsOf(readSaid([unit(text, language)], []).left.keys, 0))
})
