import type { BlockMark, Span } from '../model'

const UNIT = /(?<!\p{L})(?:[kcdhm]?m|[ксд]?м|км)$/u
const POWER = /(?<![\d.,])10$/u

/** Whether a raised figure belongs to what is before it, as in `km²` and `10⁶`, and is no footnote mark. `before` is the text up to it, or its last few characters. */
export function isExponent(before: string, figure: string): boolean {
  return (UNIT.test(before) && /^[23²³]$/u.test(figure)) || POWER.test(before)
}

/** The footnote mark that raised text is, without brackets and white space around it: up to three figures or asterisks. Null for other text, as in `1er` and `n°`. */
export function printedMark(raised: string): string | null {
  return /^\s*[[(]?(\d{1,3}|[*†‡§]{1,3})[\])]?\s*$/u.exec(raised)?.[1] ?? null
}

const FIGURES = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A footnote mark as raised characters as far as there are such: `12` is `¹²`, `*` stays. */
export function raiseFigures(mark: string): string {
  return mark.replace(/[0-9]/gu, (digit) => FIGURES[Number(digit)] ?? digit)
}

/** A text with its footnote marks in their places, as raised figures. */
export function raiseMarks({
  text,
  marks,
}: {
  readonly text: string
  readonly marks: readonly BlockMark[]
}): string {
  let line = ''
  let from = 0
  for (const { at, mark } of marks) {
    line += text.slice(from, at) + raiseFigures(mark)
    from = at
  }
  return line + text.slice(from)
}

const RAISED = /[⁰¹²³⁴-⁹]{1,3}/gu

/** A text whose footnote marks stand in it as raised figures: they are taken out of it as marks, and places behind them move along. Exponents stay. */
export function takeRaised<T extends { readonly text: string; readonly italics: readonly Span[] }>(
  line: T & { readonly marks: readonly BlockMark[] },
): T & { readonly marks: readonly BlockMark[] } {
  const { text } = line
  const found = [...text.matchAll(RAISED)].filter(
    ({ 0: figure, index }) => !isExponent(text.slice(Math.max(0, index - 4), index), figure),
  )
  if (found.length === 0) return line
  const kept: string[] = []
  /** Characters that are taken out before each figure. */
  const out: number[] = []
  let from = 0
  let taken = 0
  for (const { 0: figure, index } of found) {
    kept.push(text.slice(from, index))
    out.push(taken)
    from = index + figure.length
    taken += figure.length
  }
  kept.push(text.slice(from))
  /** Where a place of the text stands when the figures are out. */
  const moved = (place: number): number => {
    let [low, high] = [0, found.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (found[middle]!.index < place) low = middle + 1
      else high = middle
    }
    const last = found[low - 1]
    return last === undefined ? place : place - out[low - 1]! - Math.min(place - last.index, last[0].length)
  }
  const italics: Span[] = []
  for (const span of line.italics) {
    const [begin, end, last] = [moved(span.from), moved(span.to), italics.at(-1)]
    // A figure is not italic between words that are.
    if (last?.to === begin) italics[italics.length - 1] = { from: last.from, to: end }
    else if (begin < end) italics.push({ from: begin, to: end })
  }
  const raised = found.map(({ 0: figure, index }) => ({ at: index, mark: figure.normalize('NFKC') }))
  return {
    ...line,
    text: kept.join(''),
    italics,
    marks: [...line.marks, ...raised]
      .sort((one, other) => one.at - other.at)
      .map((mark) => ({ ...mark, at: moved(mark.at) })),
  }
}
