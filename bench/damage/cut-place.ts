/** Marks after which a paragraph can be cut, in all six languages; a mark between digits belongs to a number. */
const MARKS = /(?<!\p{N}(?=[,.]\p{N}))[,;:.،؛，；：。、]/gu

/** The offset behind the punctuation mark nearest to the middle, or null where a text has none in its middle half. */
export function cutPlace(text: string): number | null {
  let best: number | null = null
  for (const { index } of text.matchAll(MARKS)) {
    const place = index + 1
    if (place < text.length / 4 || place > (3 * text.length) / 4) continue
    if (best === null || Math.abs(place - text.length / 2) < Math.abs(best - text.length / 2)) best = place
  }
  return best
}
