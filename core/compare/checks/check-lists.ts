import { readLabel, type LabelReading } from '../../text/read-label'
import type { Finding, Language, Span } from '../../model'
import type { Check } from '../check-context'
import { makeFinding } from '../make-finding'
import { bothPresent, locate, type Cell, type Located, type RowPair } from '../row-pair'

/**
 * Enumerations inside a paragraph, `a) … b) …`, `(أ)`, `一是`, that have more items in one version than in the other. Sub-paragraphs with an address of their own are rows, and a
 * missing one is a gap; a series of commas is no list, since languages join its members differently.
 */
export const checkLists: Check = (pairs) => pairs.filter(bothPresent).flatMap(compareRow)

/** Both versions count their items and come to different numbers; one does not count at all, and may have kept every item. */
const DIFFERENT = 0.8
const UNLABELLED = 0.4

function compareRow(pair: RowPair): readonly Finding[] {
  // Where one paragraph answers several, labels stand outside the text on one side and inside it on the other.
  if (pair.pivot.paragraphs.length !== pair.other.paragraphs.length) return []
  const [left, right] = [listsOf(pair.pivot), listsOf(pair.other)]
  const [expected, found] = [sizeOf(left), sizeOf(right)]
  if (expected === found) return []
  const [more, fewer] = expected > found ? [left, right] : [right, left]
  const item = firstSurplus(more, fewer)
  const confidence = fewer.length === more.length ? DIFFERENT : UNLABELLED
  return expected > found
    ? [makeFinding('list-length', pair, item, null, { rule: 'fewer-items', confidence })]
    : [makeFinding('list-length', pair, null, item, { rule: 'more-items', confidence })]
}

type Item = Located<Span>
type List = readonly Item[]

const sizeOf = (lists: readonly List[]) => lists.reduce((sum, list) => sum + list.length, 0)

/** The first item of a list that goes on where its counterpart has ended. */
function firstSurplus(more: readonly List[], fewer: readonly List[]): Item {
  const longer = more.findIndex((list, k) => list.length > (fewer[k]?.length ?? 0))
  return more[longer]![fewer[longer]?.length ?? 0]!
}

/** Lists of two items or more, in the order in which they begin. */
const listsOf = (cell: Cell): readonly List[] =>
  cell.paragraphs.flatMap((read) =>
    enumerationsIn(read.paragraph.text, cell.language).map((items) =>
      locate({ ...cell, paragraphs: [read] }, () => items),
    ),
  )

/** A label and the ways of counting it. */
interface Found extends Span {
  readonly readings: readonly LabelReading[]
  readonly dress: string
}

function enumerationsIn(text: string, language: Language): readonly (readonly Span[])[] {
  const lists: { style: string; last: number; readonly items: Span[] }[] = []
  for (const label of [...labelsIn(text, language), ...countersIn(text)]) {
    const keys = label.readings.map(({ style, ordinal }) => ({ style: `${label.dress} ${style}`, ordinal }))
    const goesOn = lists.findLast(({ style, last }) =>
      keys.some((key) => key.style === style && key.ordinal === last + 1),
    )
    const first = keys.find(({ ordinal }) => ordinal === 1)
    if (goesOn !== undefined) {
      goesOn.last += 1
      goesOn.items.push(label)
    } else if (first !== undefined) lists.push({ style: first.style, last: 1, items: [label] })
  }
  return lists.map(({ items }) => items).filter(({ length }) => length > 1)
}

/** Where a label in brackets, half brackets or a circle may stand: not behind a letter or figure, except in Chinese, which writes no spaces. */
const PLACE =
  /(?<![\p{L}\p{N}(（]|[\p{L}\p{N}]\s*[(（])(?=[\p{L}\p{N}]{1,6}[)）])|(?=[(（][\p{L}\p{N}]{1,6}[)）])|(?=[㈠-㈩①-⑳])/gu

function labelsIn(text: string, language: Language): readonly Found[] {
  return [...text.matchAll(PLACE)].flatMap(({ index }): readonly Found[] => {
    const label = readLabel(text.slice(index), language)
    if (label === null || !['brackets', 'half', 'single'].includes(label.shape)) return []
    const { style, ordinal, otherReadings } = label
    return [
      {
        from: index,
        to: index + label.label.length,
        readings: [{ style, ordinal }, ...otherReadings],
        dress: label.shape,
      },
    ]
  })
}

/** Chinese counts its points with 一是, 二是, where other languages print labels. */
const COUNTER = /(?<=^|[\s：:；;，,。])([一二三四五六七八九])是/gu
const HAN_FIGURES = '一二三四五六七八九'

const countersIn = (text: string): readonly Found[] =>
  [...text.matchAll(COUNTER)].map(({ 0: counter, 1: figure = '', index }) => ({
    from: index,
    to: index + counter.length,
    readings: [{ style: 'han', ordinal: HAN_FIGURES.indexOf(figure) + 1 }],
    dress: 'counter',
  }))
