import type { DenyingSense } from '../text/cues/cue-table'
import { findDenyingWords, type DenyingWords } from '../text/find-denying-words'
import type { Side } from './make-finding'
import type { Cell, ReadParagraph } from './row-pair'

/** What a denial is: `negation` denies, `restriction` denies all but something (`ne … que`); a sense is that of a word that only holds a denial inside. */
export type DenialKind = 'negation' | 'restriction' | DenyingSense

/** A word or two of a cell that deny something or hold a denial inside. */
export interface Denial {
  /** Its place as a share of the cell, 0 to 1. */
  readonly at: number
  readonly side: Side
  readonly kind: DenialKind
  /** A negation that makes a prohibition. */
  readonly forbids: boolean
}

/** The denials of a cell in reading order, without those that are part of a name or a term (不丹, 非自治领土). */
export function findDenials({ paragraphs, language }: Cell): readonly Denial[] {
  const total = Math.max(
    1,
    paragraphs.reduce((sum, { paragraph }) => sum + paragraph.text.length, 0),
  )
  let before = 0
  return paragraphs.flatMap((read) => {
    const { text, address } = read.paragraph
    const start = before
    before += text.length
    const denying = findDenyingWords(text, language)
    const { prohibitions } = denying
    return spansOf(read, denying)
      .map(({ from, to, kind }) => ({
        at: (start + from) / total,
        kind,
        forbids: kind === 'negation' && prohibitions.some((one) => one.from <= from && from < one.to),
        side: { place: { address, from, to }, text: text.slice(from, to) },
      }))
      .sort((a, b) => a.at - b.at)
  })
}

interface DenialSpan {
  readonly from: number
  readonly to: number
  readonly kind: DenialKind
}

function spansOf(
  { cues = [], hits, names = [] }: ReadParagraph,
  { words, restrictions }: DenyingWords,
): readonly DenialSpan[] {
  const own = cues.filter(({ kind }) => kind === 'negation')
  const negations = own.filter(
    ({ from }) => ![...restrictions, ...words].some((one) => one.from <= from && from < one.to),
  )
  return [
    ...negations.map(({ from, to }): DenialSpan => ({ from, to, kind: 'negation' })),
    ...restrictions.map(({ from, to }): DenialSpan => ({ from, to, kind: 'restriction' })),
    ...words
      // A `nor` with no denial before it goes on with nothing.
      .filter(({ sense, from }) => sense !== 'nor' || own.some((negation) => negation.from < from))
      .map(({ from, to, sense }): DenialSpan => ({ from, to, kind: sense })),
  ].filter(
    (span) =>
      ![...hits, ...names].some(
        ({ from, to }) => from <= span.from && span.to <= to && to - from > span.to - span.from,
      ),
  )
}
