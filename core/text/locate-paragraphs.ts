import type { FileRegion, Paragraph, Span } from '../model'

/** Finds where a stretch of a paragraph, by its address, stands in the file that it was read from; null where that is not sure. An empty stretch, or none, is the whole paragraph. */
export type Locate = (address: string, stretch?: Span) => FileRegion | null

/** A stretch of the file's characters without white space. */
type Found = Span | null

/** How many paragraphs before and behind are asked for their place before one is given up. */
const NEIGHBOURS = 20

/**
 * Where paragraphs stand in the text of their file. White space counts for nothing, since reading joins lines. A paragraph is found where its characters stand once in the file, or once between
 * the nearest paragraphs that are found so; one that reading has mended, and one with a footnote mark inside, is found nowhere.
 */
export function locateParagraphs(text: string, paragraphs: readonly Paragraph[]): Locate {
  const { squeezed, offsets } = squeeze(text)
  const needles = paragraphs.map((paragraph) => squeeze(paragraph.text))
  const numbers = new Map(paragraphs.map(({ address }, k) => [address, k]))
  const once = new Map<number, Found>()
  const findOnce = (k: number): Found => {
    const known = once.get(k)
    if (known !== undefined) return known
    const found = onlyPlace(squeezed, needles[k]!.squeezed, { from: 0, to: squeezed.length })
    once.set(k, found)
    return found
  }
  const neighbour = (k: number, step: 1 | -1): Found => {
    for (let near = k + step, left = NEIGHBOURS; left > 0 && near in needles; near += step, left -= 1) {
      const found = findOnce(near)
      if (found !== null) return found
    }
    return null
  }
  const find = (k: number): Found => {
    const own = findOnce(k)
    if (own !== null) return own
    const from = neighbour(k, -1)?.to ?? 0
    const to = neighbour(k, 1)?.from ?? squeezed.length
    return from < to ? onlyPlace(squeezed, needles[k]!.squeezed, { from, to }) : null
  }
  const lines = lineStarts(text)
  return (address, stretch) => {
    const k = numbers.get(address)
    if (k === undefined) return null
    const place = find(k)
    if (place === null) return null
    const needle = needles[k]!
    const inner =
      stretch === undefined || stretch.from >= stretch.to ? null : squeezedSpan(needle.offsets, stretch)
    const first = place.from + (inner?.from ?? 0)
    const last = (inner === null ? place.to : place.from + inner.to) - 1
    return regionOf(lines, { from: offsets[first]!, to: offsets[last]! + 1 })
  }
}

/** A text without its white space, and where each of its characters stood. */
function squeeze(text: string): { readonly squeezed: string; readonly offsets: readonly number[] } {
  const offsets: number[] = []
  let squeezed = ''
  for (const { 0: run, index } of text.matchAll(/\S+/gu)) {
    squeezed += run
    for (let k = 0; k < run.length; k += 1) offsets.push(index + k)
  }
  return { squeezed, offsets }
}

function onlyPlace(text: string, needle: string, { from, to }: Span): Found {
  if (needle === '') return null
  const first = text.indexOf(needle, from)
  if (first < 0 || first + needle.length > to) return null
  const second = text.indexOf(needle, first + 1)
  return second < 0 || second + needle.length > to ? { from: first, to: first + needle.length } : null
}

/** A stretch of a text as a stretch of its characters without white space; null where it is nothing but that. */
function squeezedSpan(offsets: readonly number[], { from, to }: Span): Found {
  const first = offsets.findIndex((offset) => offset >= from)
  const end = offsets.findIndex((offset) => offset >= to)
  const span = { from: first, to: end < 0 ? offsets.length : end }
  return first < 0 || span.from >= span.to ? null : span
}

/** Where lines begin: behind a line feed, a carriage return, or both. */
function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|[\r\n]/gu)].map(({ 0: end, index }) => index + end.length)]
}

function regionOf(starts: readonly number[], { from, to }: Span): FileRegion {
  const first = lineAt(starts, from)
  const last = lineAt(starts, to - 1)
  return {
    from,
    to,
    line: first + 1,
    column: from - starts[first]! + 1,
    endLine: last + 1,
    endColumn: to - starts[last]! + 1,
  }
}

/** The number of the line, from 0, that an offset is in. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle
  }
  return low
}
