import type { ExportParagraph, Language } from '../model'
import { joinLabel } from './join-label'
import { splitRuns } from './split-runs'

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
}

/**
 * A cell as plain text, for formats without runs: the label before the text, paragraphs on lines of their own, footnote marks as superscript digits
 * (`¹²`), other marks as they are printed.
 */
export function plainCell(paragraphs: readonly ExportParagraph[], language: Language): string {
  return paragraphs
    .map(
      (paragraph) =>
        joinLabel(paragraph.label, language) +
        (paragraph.marks.length === 0 ? paragraph.text : withMarks(paragraph)),
    )
    .join('\n')
}

function withMarks(paragraph: ExportParagraph): string {
  return splitRuns({ ...paragraph, italics: [], highlights: [] })
    .map(({ text, mark }) => (mark ? text.replace(/[0-9]/g, (digit) => SUPERSCRIPTS[digit] ?? digit) : text))
    .join('')
}
