import { baseLanguage } from '../text/languages'
import { FONTS } from './docx-styles'
import { languageTag } from './language-tag'
import { xmlText } from './xml-text'

/**
 * An XML element in the shape that the docx library serialises: `{name: children}`, the attributes being a first child `{_attr: …}`; an empty element
 * is `{name: {}}`, one with attributes only `{name: {_attr: …}}`. Texts are escaped when they are written.
 */
export interface XmlElement extends Record<string, unknown> {
  readonly [name: string]: object | string
}

/** Whose words a run is: they decide its language, script and direction. */
export interface Voice {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
}

/** What a run looks like beyond its paragraph's style; `fill` is hexadecimal RGB. */
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

/** A stretch of a paragraph that looks the same throughout. */
export interface Piece {
  readonly text: string
  readonly look?: Look
}

/** The pieces of a paragraph as runs of its voice, in order; empty pieces yield none. */
export function runElements(pieces: readonly Piece[], voice: Voice): XmlElement[] {
  const clean = pieces.map(({ text, look = {} }) => ({ text: xmlText(text), look }))
  // Found in the whole paragraph: a highlight may end inside a symbol, which must not come apart there.
  const apart =
    voice.direction === 'rtl' ? LEFT_TO_RIGHT : baseLanguage(voice.language) === 'zh' ? LATIN : null
  const stretches =
    apart === null
      ? []
      : clean
          .map(({ text }) => text)
          .join('')
          .split(apart)
  const runs: XmlElement[] = []
  let stretch = 0
  let left = stretches[0]?.length ?? Infinity
  for (const { text, look } of clean) {
    let at = 0
    while (at < text.length) {
      while (left === 0) left = stretches[(stretch += 1)]?.length ?? Infinity
      const part = text.slice(at, at + left)
      // `split` puts what lies between the stretches at the even places.
      runs.push(runElement(part, voice, look, apart !== null && stretch % 2 === 0))
      at += part.length
      left -= part.length
    }
  }
  return runs
}

function runElement(
  text: string,
  voice: Voice,
  { bold, italic, raised, fill }: Look,
  own: boolean,
): XmlElement {
  const rtl = voice.direction === 'rtl' && own
  const chinese = voice.direction === 'ltr' && own
  const latin = voice.direction === 'rtl' && !own
  // The order is the schema's: CT_RPr, ISO/IEC 29500-1, A.1.
  const properties = [
    // Quotation marks and dashes belong to two scripts; the hint gives them the Chinese shapes.
    ...(chinese ? [{ 'w:rFonts': { _attr: { 'w:hint': 'eastAsia' } } }] : []),
    // A font for Arabic need not have figures, and a reader should see the same ones in every column.
    ...(latin ? [{ 'w:rFonts': { _attr: { 'w:cs': FONTS.ascii } } }] : []),
    ...(bold ? [{ 'w:b': {} }, { 'w:bCs': {} }] : []),
    ...(italic ? [{ 'w:i': {} }, { 'w:iCs': {} }] : []),
    ...(fill === undefined ? [] : [shading(fill)]),
    ...(raised ? [{ 'w:vertAlign': { _attr: { 'w:val': 'superscript' } } }] : []),
    ...(rtl ? [{ 'w:rtl': {} }] : []),
    { 'w:lang': { _attr: languageAttributes(voice, !own && baseLanguage(voice.language) === 'zh') } },
  ]
  return { 'w:r': [{ 'w:rPr': properties }, ...content(text)] }
}

/** Latin letters in Chinese are marked as English: told that they are Chinese, programs break lines between any two of them. */
function languageAttributes(
  { language, direction }: Voice,
  latin: boolean,
): Readonly<Record<string, string>> {
  const tag = languageTag(language)
  return {
    'w:val': latin ? languageTag('en') : tag,
    ...(baseLanguage(language) === 'zh' ? { 'w:eastAsia': tag } : {}),
    ...(direction === 'rtl' ? { 'w:bidi': tag } : {}),
  }
}

/** In a run's text Word takes a tab or a line break for a space: they are elements of their own. */
function content(text: string): XmlElement[] {
  return text
    .split(/(\t|\r\n|\r|\n)/)
    .filter((part) => part !== '')
    .map((part): XmlElement =>
      part === '\t'
        ? { 'w:tab': {} }
        : /^[\r\n]/.test(part)
          ? { 'w:cr': {} }
          : { 'w:t': [{ _attr: { 'xml:space': 'preserve' } }, part] },
    )
}

/** A paragraph of a style that runs in a direction; `ends` sets it at the end of its lines instead of their start. */
export function paragraphElement(
  style: string,
  direction: 'ltr' | 'rtl',
  runs: readonly XmlElement[],
  ends = false,
): XmlElement {
  const properties = [
    { 'w:pStyle': { _attr: { 'w:val': style } } },
    ...(direction === 'rtl' ? [{ 'w:bidi': {} }] : []),
    ...(ends ? [{ 'w:jc': { _attr: { 'w:val': 'end' } } }] : []),
  ]
  return { 'w:p': [{ 'w:pPr': properties }, ...runs] }
}

/** A table cell of some width in twentieths of a point. */
export function cellElement(width: number, paragraphs: readonly XmlElement[], fill?: string): XmlElement {
  const properties = [
    { 'w:tcW': { _attr: { 'w:type': 'dxa', 'w:w': width } } },
    ...(fill === undefined ? [] : [shading(fill)]),
  ]
  return { 'w:tc': [{ 'w:tcPr': properties }, ...paragraphs] }
}

/** A table row: a `head` is repeated on every page, a `whole` one is kept on one page, and a `long` one may break across pages. */
export function rowElement(cells: readonly XmlElement[], kind: 'head' | 'whole' | 'long'): XmlElement {
  const properties =
    kind === 'head'
      ? [{ 'w:tblHeader': {} }]
      : [{ 'w:cantSplit': kind === 'whole' ? {} : { _attr: { 'w:val': 'off' } } }]
  return { 'w:tr': [{ 'w:trPr': properties }, ...cells] }
}

function shading(fill: string): XmlElement {
  return { 'w:shd': { _attr: { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': fill } } }
}
