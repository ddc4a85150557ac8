import { baseLanguage } from '../text/languages'
import { MARK_STYLE } from '../text/table-mark'
import { FONTS } from './docx-styles'
import { languageTag } from './language-tag'
import type { XmlMaker } from '../text/make-xml'

/** Markup of WordprocessingML, complete and escaped. */
export type Markup = string

/** Whose words a run is: they decide its language, script and direction. */
export interface Voice {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
}

/** What a run looks like beyond its paragraph's style: `raised` is a footnote mark, `fill` hexadecimal RGB. */
export interface Look {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly raised?: boolean
  readonly fill?: string
}

/**
 * Figures, Latin words and what holds them together: `73/338`, `A/RES/73/338`, `Distr.: General`. In a right-to-left paragraph they need runs without
 * `w:rtl`: Word takes that mark for an override of the signs and spaces in between (ISO/IEC 29500-1, 17.3.2.30), and would turn their order round. So do
 * the words of a left-to-right isolate, U+2066 to U+2069.
 */
const LEFT_TO_RIGHT =
  /(\u2066[^\u2069]*\u2069|\p{Script=Latin}[\p{Script=Latin}\p{M}\d]*(?:[ \u{A0}\u{202F}/.,:'’&+-]+[\p{Script=Latin}\d][\p{Script=Latin}\p{M}\d]*)*|\d[\d\p{Script=Latin}]*(?:[/.,:-][\d\p{Script=Latin}]+)*)/u

/** Latin words and symbols in Chinese: with the hint for Chinese shapes, a line could end in the middle of them. */
const LATIN = /(\p{Script=Latin}[\p{Script=Latin}\p{M}\d]*(?:[ \u{A0}/.,:'’&+-]+[\p{Script=Latin}\d]+)*)/u

/** Arabic words in a text of another direction, which stand between an isolate's first sign and its last, U+2068 and U+2069. */
const ARABIC = /(\u2068[^\u2069\p{Script=Latin}]*\p{Script=Arabic}[^\u2069]*\u2069)/u
/** A run of Word's is an isolate itself; LibreOffice breaks lines inside the figures of one, and needs a mark of direction instead, U+200F. */
const ISOLATES = /[\u2068\u2069]/gu

/** How many stretches of a text lose their isolates so. */
export const countIsolates = (text: string): number => (text.split(ARABIC).length - 1) / 2

const ARABIC_VOICE: Voice = { language: 'ar', direction: 'rtl' }

/** A stretch of a paragraph that looks the same throughout. */
export interface Piece {
  readonly text: string
  readonly look?: Look
  /** The number of the footnote that the text is the mark of. */
  readonly footnote?: number
  /** Markup in front of it and behind it, between runs: where comments begin and end. */
  readonly before?: Markup
  readonly after?: Markup
}

const PLAIN: Look = {}

/** The pieces of a paragraph as runs of its voice, in order; pieces without text yield none. */
export function runElements(pieces: readonly Piece[], voice: Voice, xml: XmlMaker): Markup {
  // Found in the whole paragraph: a highlight may end inside a symbol, which must not come apart there.
  const turned = voice.direction === 'ltr' && pieces.some(({ text }) => ARABIC.test(text))
  const apart =
    voice.direction === 'rtl'
      ? LEFT_TO_RIGHT
      : turned
        ? ARABIC
        : baseLanguage(voice.language) === 'zh'
          ? LATIN
          : null
  const stretches =
    apart === null
      ? []
      : pieces
          .map(({ text }) => text)
          .join('')
          .split(apart)
  let runs = ''
  let stretch = 0
  let left = stretches[0]?.length ?? Infinity
  for (const { text, look = PLAIN, footnote, before = '', after = '' } of pieces) {
    runs += before
    let at = 0
    while (at < text.length) {
      while (left === 0) left = stretches[(stretch += 1)]?.length ?? Infinity
      const part = text.slice(at, at + left)
      // `split` puts what lies between the stretches at the even places.
      const between = stretch % 2 === 0
      const arabic = turned && !between
      const properties = arabic
        ? runProperties(ARABIC_VOICE, look, true)
        : runProperties(voice, look, apart !== null && !turned && between)
      const mark =
        footnote === undefined || at > 0
          ? ''
          : `<w:footnoteReference w:customMarkFollows="1" w:id="${footnote}"/>`
      runs += `<w:r>${properties}${mark}${content(arabic ? part.replace(ISOLATES, '\u200f') : part, xml)}</w:r>`
      at += part.length
      left -= part.length
    }
    runs += after
  }
  return runs
}

/** The order is the schema's: CT_RPr, ISO/IEC 29500-1, A.1. */
function runProperties(
  { language, direction }: Voice,
  { bold, italic, raised, fill }: Look,
  own: boolean,
): Markup {
  const rtl = direction === 'rtl'
  const chinese = baseLanguage(language) === 'zh'
  let properties = raised ? `<w:rPr><w:rStyle w:val="${MARK_STYLE}"/>` : '<w:rPr>'
  // Quotation marks and dashes belong to two scripts; the hint gives them the Chinese shapes.
  if (!rtl && own) properties += '<w:rFonts w:hint="eastAsia"/>'
  // A font for Arabic need not have figures, and a reader should see the same ones in every column.
  if (rtl && !own) properties += `<w:rFonts w:cs="${FONTS.ascii}"/>`
  if (bold) properties += '<w:b/><w:bCs/>'
  if (italic) properties += '<w:i/><w:iCs/>'
  if (fill !== undefined) properties += shading(fill)
  if (raised) properties += '<w:vertAlign w:val="superscript"/>'
  if (rtl && own) properties += '<w:rtl/>'
  const tag = languageTag(language)
  // Latin letters in Chinese are marked as English: told that they are Chinese, programs break lines between any two of them.
  properties += `<w:lang w:val="${!own && chinese ? languageTag('en') : tag}"`
  if (chinese) properties += ` w:eastAsia="${tag}"`
  if (rtl) properties += ` w:bidi="${tag}"`
  return `${properties}/></w:rPr>`
}

/** In a run's text Word takes a tab or a line break for a space: they are elements of their own. */
function content(text: string, xml: XmlMaker): Markup {
  const plain = (part: string) => `<w:t xml:space="preserve">${xml.text(part)}</w:t>`
  if (!/[\t\r\n]/.test(text)) return plain(text)
  return text
    .split(/(\t|\r\n|\r|\n)/)
    .filter((part) => part !== '')
    .map((part) => (part === '\t' ? '<w:tab/>' : /^[\r\n]/.test(part) ? '<w:cr/>' : plain(part)))
    .join('')
}

/** How a paragraph stands: `ends` sets it at the end of its lines instead of their start, `keeps` on one page with the next. */
export interface Setting {
  readonly ends?: boolean
  readonly keeps?: boolean
}

/** A paragraph of a style that runs in a direction. */
export function paragraphElement(
  style: string,
  direction: 'ltr' | 'rtl',
  runs: Markup,
  { ends = false, keeps = false }: Setting = {},
): Markup {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${keeps ? '<w:keepNext/>' : ''}${
    direction === 'rtl' ? '<w:bidi/>' : ''
  }${ends ? '<w:jc w:val="end"/>' : ''}</w:pPr>${runs}</w:p>`
}

/** A table cell of some width in twentieths of a point; one that is `merged` begins a cell over several rows, or goes on with it. */
export function cellElement(
  width: number,
  paragraphs: Markup,
  { fill, merged }: { readonly fill?: string; readonly merged?: 'begins' | 'goes-on' } = {},
): Markup {
  const merge =
    merged === undefined
      ? ''
      : merged === 'begins'
        ? '<w:vMerge w:val="restart"/>'
        : '<w:vMerge w:val="continue"/>'
  return `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${width}"/>${merge}${
    fill === undefined ? '' : shading(fill)
  }</w:tcPr>${paragraphs}</w:tc>`
}

/** A table row: a `head` is repeated on every page, a `whole` one is kept on one page, and a `long` one may break across pages. */
export function rowElement(cells: Markup, kind: 'head' | 'whole' | 'long'): Markup {
  const properties =
    kind === 'head' ? '<w:tblHeader/>' : kind === 'whole' ? '<w:cantSplit/>' : '<w:cantSplit w:val="off"/>'
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`
}

function shading(fill: string): Markup {
  return `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`
}
