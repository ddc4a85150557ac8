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
        (paragraph.marks.length === 0
          ? paragraph.text
          : runsOf(paragraph)
              .map(({ text }) => text)
              .join('')),
    )
    .join('\n')
}

/** A stretch of a plain cell that looks the same throughout. */
export interface PlainRun {
  readonly text: string
  readonly italic: boolean
}

/** The same as runs, which join to it; where neighbours look alike they are one. */
export function plainRuns(paragraphs: readonly ExportParagraph[], language: Language): readonly PlainRun[] {
  const runs: PlainRun[] = []
  const add = (text: string, italic: boolean) => {
    const last = runs.at(-1)
    if (text === '') return
    if (last?.italic === italic) runs[runs.length - 1] = { text: last.text + text, italic }
    else runs.push({ text, italic })
  }
  paragraphs.forEach((paragraph, k) => {
    add((k === 0 ? '' : '\n') + joinLabel(paragraph.label, language), false)
    for (const { text, italic } of runsOf(paragraph)) add(text, italic)
  })
  return runs
}

/** A paragraph's runs, its marks raised. */
function runsOf(paragraph: ExportParagraph): readonly PlainRun[] {
  return splitRuns({ ...paragraph, highlights: [] }).map(({ text, italic, mark }) => ({
    text: mark ? text.replace(/[0-9]/g, (digit) => SUPERSCRIPTS[digit] ?? digit) : text,
    italic,
  }))
}
