import type { ExportParagraph, Language } from '../model'
import { raiseFigures } from '../text/footnote-mark'
import { joinLabel } from '../text/join-label'
import { splitRuns } from './split-runs'

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

/** A stretch of a plain cell that looks the same throughout; `raised` is a mark whose characters do not show it. */
export interface PlainRun {
  readonly text: string
  readonly italic: boolean
  readonly raised: boolean
}

/** Whether a footnote mark can be written in raised characters alone. */
export function isRaisedText(mark: string): boolean {
  return /^[0-9]*$/.test(mark)
}

/** The same as runs, which join to it; where neighbours look alike they are one. */
export function plainRuns(paragraphs: readonly ExportParagraph[], language: Language): readonly PlainRun[] {
  const runs: PlainRun[] = []
  const add = ({ text, italic, raised }: PlainRun) => {
    const last = runs.at(-1)
    if (text === '') return
    // Two marks at one place stay two.
    if (!raised && last?.italic === italic && !last.raised)
      runs[runs.length - 1] = { ...last, text: last.text + text }
    else runs.push({ text, italic, raised })
  }
  paragraphs.forEach((paragraph, k) => {
    add({
      text: (k === 0 ? '' : '\n') + joinLabel(paragraph.label, language),
      italic: false,
      raised: false,
    })
    for (const run of runsOf(paragraph)) add(run)
  })
  return runs
}

/** A paragraph's runs, its marks raised. */
function runsOf(paragraph: ExportParagraph): readonly PlainRun[] {
  return splitRuns({ ...paragraph, highlights: [] }).map(({ text, italic, mark }) => ({
    text: mark ? raiseFigures(text) : text,
    italic,
    raised: mark && !isRaisedText(text),
  }))
}
