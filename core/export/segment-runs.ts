import type { ExportParagraph, Language } from '../model'
import { baseLanguage } from '../text/languages'
import { tallyItalics, type LossTally } from '../text/tally-losses'
import { splitRuns, type Run } from './split-runs'

/** What a unit of a translation memory is: a row's paragraphs, or its sentences. */
export type SegmentUnit = 'paragraph' | 'sentence'

/** The last part of a sentence's address. */
const SENTENCE = /\.s\d+$/u

/**
 * A cell as the runs of one segment, without printed labels: paragraphs are divided by a line feed, sentences of one paragraph by a space (in Chinese by nothing). Without `inline` the runs are plain text, and
 * footnote marks and italics are left out and counted.
 */
export function segmentRuns(
  cell: readonly ExportParagraph[],
  language: Language,
  {
    unit,
    inline,
    tally,
  }: { readonly unit: SegmentUnit; readonly inline: boolean; readonly tally: LossTally },
): readonly Run[] {
  const runs: Run[] = []
  const plain = (text: string) => runs.push({ text, italic: false, severity: null, mark: false })
  cell.map(withLineFeeds).forEach((paragraph, k) => {
    const before = cell[k - 1]
    if (before !== undefined) plain(dividerOf(before, paragraph, language, unit))
    if (inline) runs.push(...splitRuns({ ...paragraph, highlights: [] }))
    else {
      tally.add('footnote-marks', paragraph.marks.length)
      tallyItalics([paragraph], tally)
      plain(paragraph.text)
    }
  })
  return runs
}

/**
 * The printed labels of a cell, a line each of its segment and empty where that has none; null where no line has one. Sentences of one paragraph share a line.
 */
export function segmentLabels(cell: readonly ExportParagraph[], unit: SegmentUnit): string | null {
  if (cell.every(({ label }) => label === null || label === '')) return null
  const lines: string[] = []
  cell.forEach((paragraph, k) => {
    const before = cell[k - 1]
    const label = (paragraph.label ?? '').replace(/[\r\n]+/gu, ' ')
    if (before !== undefined && isOne(before, paragraph, unit))
      lines.push([lines.pop() ?? '', label].filter((each) => each !== '').join(' '))
    else lines.push(label)
    for (let more = paragraph.text.split(/\r\n|[\r\n]/u).length; more > 1; more -= 1) lines.push('')
  })
  return lines.join('\n').replace(/\n+$/u, '')
}

/** A paragraph whose lines end in line feeds: a return that ends it and the divider behind it would be one end of a line. */
function withLineFeeds(paragraph: ExportParagraph): ExportParagraph {
  const { text, italics, marks } = paragraph
  if (!text.includes('\r')) return paragraph
  const moved = (at: number) => at - (text.slice(0, at).match(/\r\n/gu)?.length ?? 0)
  return {
    ...paragraph,
    text: text.replace(/\r\n?/gu, '\n'),
    italics: italics.map(({ from, to }) => ({ from: moved(from), to: moved(to) })),
    marks: marks.map((mark) => ({ ...mark, at: moved(mark.at) })),
  }
}

/** Whether two parts of a cell are sentences of one paragraph. */
function isOne(one: ExportParagraph, next: ExportParagraph, unit: SegmentUnit): boolean {
  return unit === 'sentence' && one.address.replace(SENTENCE, '') === next.address.replace(SENTENCE, '')
}

function dividerOf(
  one: ExportParagraph,
  next: ExportParagraph,
  language: Language,
  unit: SegmentUnit,
): string {
  if (!isOne(one, next, unit)) return '\n'
  return baseLanguage(language) === 'zh' ? '' : ' '
}
