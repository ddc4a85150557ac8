import type { XmlMaker } from '../text/make-xml'
import type { LossTally } from '../text/tally-losses'
import type { PlainRun } from './plain-cell'
import type { LookedCell } from './sheet-styles'
import { SHEET_FONTS } from './sheet-styles'
import { cutText, escapeText } from './sheet-text'

const SIGNS = { italic: '<i/>', bold: '<b/>' } as const

/** A cell's text as what a workbook's table of strings has of it (ISO/IEC 29500-1, 18.4.8): plain, or in runs where some of it is stressed. */
export function sheetString({ value, look, stress }: LookedCell, xml: XmlMaker, tally: LossTally): string {
  const text = cutText(String(value), tally)
  const plain = (part: string) => `<t xml:space="preserve">${xml.text(escapeText(part))}</t>`
  if (stress === undefined) return plain(text)
  const { name, size, family } = SHEET_FONTS[look.side]
  // Excel takes a run that says anything for one that says everything: a font without a name is another one.
  const font = `<sz val="${size}"/><rFont val="${name}"/><family val="${family}"/>`
  const properties = ({ italic, raised }: PlainRun) =>
    italic || raised
      ? `<rPr>${italic ? SIGNS[stress.as] : ''}${raised ? '<vertAlign val="superscript"/>' : ''}${font}</rPr>`
      : ''
  let at = 0
  let markup = ''
  for (const run of stress.runs) {
    const part = text.slice(at, at + run.text.length)
    at += run.text.length
    if (part !== '') markup += `<r>${properties(run)}${plain(part)}</r>`
  }
  return markup
}
