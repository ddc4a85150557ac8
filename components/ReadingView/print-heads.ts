/** Longest title that fits beside the symbol at the head of a printed page, in UTF-16 code units. */
const LONGEST = 70

/**
 * A style sheet that puts symbol and title at the head of every printed page, and lays more than three columns on a wide one. The words are escaped as CSS asks, so that no title can end its
 * string or the style element.
 */
export function printHeads(symbol: string, title: string, columns: number): string {
  const short = title.length > LONGEST ? `${title.slice(0, LONGEST - 1)}…` : title
  const size = columns > 3 ? 'size:landscape;' : ''
  return `@page{${size}@top-left{content:${quote(symbol)}}@top-right{content:${quote(short)}}}`
}

function quote(text: string): string {
  return `"${text.replace(/[\\"<\n\r\f]/gu, (letter) => `\\${letter.codePointAt(0)!.toString(16)} `)}"`
}
