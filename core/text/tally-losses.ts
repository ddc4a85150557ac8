import type { ExportLoss, ExportLossCode, ExportParagraph } from '../model'

/** Counts what a file does not hold while it is written. */
export interface LossTally {
  readonly add: (code: ExportLossCode, count?: number) => void
  /** All that was counted, in the order in which it first occurred. */
  readonly list: () => readonly ExportLoss[]
}

/** A tally with nothing in it. */
export function tallyLosses(): LossTally {
  const counts = new Map<ExportLossCode, number>()
  return {
    add: (code, count = 1) => {
      if (count > 0) counts.set(code, (counts.get(code) ?? 0) + count)
    },
    list: () => [...counts].map(([code, count]) => ({ code, count })),
  }
}

const LONE = /[\uD800-\uDFFF]/u

/** A text that UTF-8 can hold: halves of surrogate pairs, which it cannot, become U+FFFD and are counted. */
export function wellFormed(text: string, tally: LossTally): string {
  if (!LONE.test(text)) return text
  return text.replace(/[\uD800-\uDFFF]/gu, () => {
    tally.add('lone-surrogates')
    return '\uFFFD'
  })
}

/** Counts the stretches of a cell that are printed in italics. */
export function tallyItalics(cell: readonly Pick<ExportParagraph, 'italics'>[], tally: LossTally): void {
  for (const { italics } of cell) tally.add('italics', italics.length)
}
