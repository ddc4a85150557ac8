import type { ParagraphKind, Severity } from '../model'
import { ENACTING_STYLE } from '../text/table-mark'

/** The fonts of a document by script: Latin and Cyrillic, Arabic, Chinese. */
export const FONTS = {
  ascii: 'Noto Serif',
  hAnsi: 'Noto Serif',
  cs: 'Noto Naskh Arabic',
  eastAsia: 'Noto Serif CJK SC',
} as const

/** The grey of what is not text of the resolution: addresses, symbol, page number. */
const GREY = '6B6B6B'

/** The shades of findings, as hexadecimal RGB: darker the graver, so that they differ in black and white too. */
export const SHADES: Readonly<Record<Severity, string>> = {
  error: 'F4C6BD',
  warning: 'FBEDBE',
  info: 'E4ECF5',
}

/** How much larger Naskh is set than Latin: it is drawn small for its type size. */
export const NASKH_SCALE = 1.15

/** The style of a row's paragraphs by its kind; the other kinds are `Cell`. */
export const KIND_STYLES: Readonly<Partial<Record<ParagraphKind, string>>> = {
  heading: 'CellHeading',
  title: 'CellTitle',
  section: 'CellTitle',
  annex: 'CellTitle',
  footnote: 'CellNote',
}

/** A paragraph style: sizes in half-points, spacing in twentieths of a point. */
export interface ParagraphStyle {
  readonly id: string
  readonly name: string
  readonly basedOn: string
  readonly run: {
    readonly size: number
    readonly sizeComplexScript: number
    readonly bold?: boolean
    readonly color?: string
    readonly noProof?: boolean
  }
  readonly paragraph: {
    readonly spacing?: { readonly before?: number; readonly after?: number; readonly line?: number }
    readonly keepNext?: boolean
    readonly alignment?: 'center'
  }
}

/** The paragraph styles of a document whose texts are set at `size` half-points; their ids are what the writer names. */
export function docxStyles(size: number): readonly ParagraphStyle[] {
  const small = Math.max(size - 3, 13)
  return [
    style('Symbol', 18, { color: GREY }, { spacing: { after: 40 }, keepNext: true }),
    style('Subtitle', 16, {}, { spacing: { after: 20 } }),
    style('StatusNote', 18, { bold: true }, { spacing: { before: 80, after: 80 } }),
    style('Head', size, { bold: true }, { keepNext: true }),
    style('HeadSmall', 13, { color: GREY }, { keepNext: true }),
    style('HeadNote', 14, { color: '7A3B12' }, { keepNext: true }),
    style('Name', small, { bold: true }, {}),
    style('NameNote', 14, { color: '7A3B12' }, {}),
    style('Comment', 18, {}, {}),
    style('Cell', size, {}, { spacing: { after: 40 } }),
    style('CellHeading', small, { color: GREY }, { spacing: { after: 20 } }),
    style('CellTitle', size, { bold: true }, { spacing: { before: 60, after: 60 }, keepNext: true }),
    style(ENACTING_STYLE, size, {}, { spacing: { after: 40 } }),
    style('CellNote', small, {}, { spacing: { after: 20 } }),
    style('Gap', small, { color: '808080' }, {}),
    style('Address', 14, { color: GREY, noProof: true }, {}),
    style('Finding', small, {}, { spacing: { after: 40 } }),
    style('PageFoot', 14, { color: GREY, sizeComplexScript: 14 }, { alignment: 'center' }),
    style('TableEnd', 2, {}, { spacing: { before: 0, after: 0, line: 20 } }),
  ]
}

function style(
  id: string,
  size: number,
  run: Partial<ParagraphStyle['run']>,
  paragraph: ParagraphStyle['paragraph'],
): ParagraphStyle {
  const sizeComplexScript = Math.round(size * NASKH_SCALE)
  return { id, name: id, basedOn: 'Normal', run: { size, sizeComplexScript, ...run }, paragraph }
}
