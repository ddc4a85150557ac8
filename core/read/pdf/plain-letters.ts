import type { Repair } from '../../model'

/** Forms that letters take by their place in a word, and Latin ligatures: ﻼ, ﬁ. */
const FORMS = /[\uFB00-\uFB06\uFB13-\uFB17\uFB50-\uFDFB\uFE70-\uFEFC]+/gu

/** Chinese radicals that some programs give in place of the characters that look alike: ⼤ for 大. */
const RADICALS = /[\u2E80-\u2FD5]/gu

/** Radicals of the supplement (U+2E80–2EF3) whose characters normalisation does not give, after Unicode's EquivalentUnifiedIdeograph. */
const SUPPLEMENT: ReadonlyMap<string, string> = new Map(
  [
    ...'⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻲亀⻳龟'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, radical = '', character = '']) => [radical, character] as const),
)

/** No ligature begins with alef and ends with lam: some programs give the two letters of ﻻ in the order of the eye. */
const TURNED_LAM_ALEF = /^([\u0622\u0623\u0625\u0627])(\u0644)(\p{M}*)$/u

/** Signs that draw nothing and mean nothing outside the file. */
const UNSEEN = /[\u0000-\u001F\u007F\uFEFF\uFFFE\uFFFF]/gu

/** A glyph's text in plain letters: forms by place as the letters that they are, and the letters of ﻻ in the order in which they are read. */
export function plainLetters(text: string): {
  readonly text: string
  readonly repair: Omit<Repair, 'page'> | null
} {
  if (text.length === 1 && ((text >= ' ' && text < '\u2E80') || (text > '\u2FD5' && text < '\uFB00')))
    return { text, repair: null }
  const plain = text
    .replace(UNSEEN, '')
    .replace(FORMS, (forms) => forms.normalize('NFKC').replace(/^ (?=\p{M})/gu, ''))
    .replace(RADICALS, (radical) => SUPPLEMENT.get(radical) ?? radical.normalize('NFKC'))
    .replace(TURNED_LAM_ALEF, '$2$1$3')
  return {
    text: plain,
    repair: plain === text.replace(UNSEEN, '') ? null : { kind: 'ligature', before: text, after: plain },
  }
}
