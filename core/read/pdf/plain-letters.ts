import type { Repair } from '../../model'

/** Forms that letters take by their place in a word, and Latin ligatures: ﻼ, ﬁ. */
const FORMS = /[\uFB00-\uFB06\uFB13-\uFB17\uFB50-\uFDFB\uFE70-\uFEFC]+/gu

/** No ligature begins with alef and ends with lam: some programs give the two letters of ﻻ in the order of the eye. */
const TURNED_LAM_ALEF = /^([\u0622\u0623\u0625\u0627])(\u0644)(\p{M}*)$/u

/** Signs that draw nothing and mean nothing outside the file. */
const UNSEEN = /[\u0000-\u001F\u007F\uFEFF\uFFFE\uFFFF]/gu

/** A glyph's text in plain letters: forms by place as the letters that they are, and the letters of ﻻ in the order in which they are read. */
export function plainLetters(text: string): {
  readonly text: string
  readonly repair: Omit<Repair, 'page'> | null
} {
  if (text.length === 1 && text >= ' ' && text < '\uFB00') return { text, repair: null }
  const plain = text
    .replace(UNSEEN, '')
    .replace(FORMS, (forms) => forms.normalize('NFKC').replace(/^ (?=\p{M})/gu, ''))
    .replace(TURNED_LAM_ALEF, '$2$1$3')
  return {
    text: plain,
    repair: plain === text.replace(UNSEEN, '') ? null : { kind: 'ligature', before: text, after: plain },
  }
}
