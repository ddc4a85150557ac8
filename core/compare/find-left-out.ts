import type { Place, Span } from '../model'
import type { JudgedWord } from './answers'
import { countLetters, lettersOf, logRatio, type LengthRatio } from './length-ratio'
import type { RowPair } from './row-pair'

/** A stretch of a cell that the other side seems not to have, with the logarithm of the odds that it was left out. */
export interface LeftOut {
  readonly place: Place
  readonly score: number
}

const HAN = /\p{Script=Han}/gu
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu

/** Words of the shortest stretch that is looked for; a Chinese word has a character and a half. */
const LEAST_WORDS = 5
const HAN_A_WORD = 1.5

/** Longer cells are read by their most telling words only: time grows with the square of their number. */
const MOST_WORDS = 400

/** The length can speak for a stretch only so far: a translator may be brief. */
const MOST_LENGTH = 10

/**
 * The stretch of a cell that is likeliest to have been left out on the other side: its words unanswered, and the other side shorter by as much as it is long. Null where the
 * cell has no stretch of enough words.
 */
export function findLeftOut(
  pair: RowPair,
  judged: readonly JudgedWord[],
  ratio: LengthRatio,
  turned: boolean,
): LeftOut | null {
  const cell = turned ? pair.other : pair.pivot
  const texts = new Map(cell.paragraphs.map(({ paragraph }) => [paragraph.address, paragraph.text]))
  const all = lettersOf(cell)
  const measured = logRatio(pair)
  if (measured === null) return null
  const off = (turned ? -1 : 1) * (measured - ratio.usual)
  const spread = ratio.spread(all)
  let best: LeftOut | null = null
  for (const [address, text] of texts) {
    const words = judged.filter((word) => word.address === address).slice(0, MOST_WORDS)
    const letters = letterSums(text)
    for (let first = 0; first < words.length; first += 1) {
      let evidence = 0
      const inside = new Map<string, number>()
      for (let last = first; last < words.length; last += 1) {
        const word = words[last]!
        const count = (inside.get(word.key) ?? 0) + 1
        inside.set(word.key, count)
        const answered = count > word.lacking
        evidence += answered ? word.ifAnswered : word.ifNot
        if (answered || words[first]!.lacking === 0) continue
        const span = { from: words[first]!.from, to: words[last]!.to }
        const share = Math.min(0.9, (letters[span.to]! - letters[span.from]!) / all)
        const score = evidence + lengthEvidence(off, Math.log(1 - share), spread)
        if (score > (best?.score ?? 0) && countWords(text, span) >= LEAST_WORDS)
          best = { place: { address, ...span }, score }
      }
    }
  }
  return best
}

/** How much likelier the length is where a stretch was left out than where none was. */
function lengthEvidence(off: number, expected: number, spread: number): number {
  const [without, whole] = [(off - expected) / spread, off / spread]
  return Math.max(-MOST_LENGTH, Math.min(MOST_LENGTH, (whole * whole - without * without) / 2))
}

/** Letters and figures before each offset. */
function letterSums(text: string): Int32Array {
  const sums = new Int32Array(text.length + 1)
  for (let at = 0; at < text.length; at += 1) sums[at + 1] = sums[at]! + Math.min(1, countLetters(text[at]!))
  return sums
}

function countWords(text: string, { from, to }: Span): number {
  const piece = text.slice(from, to)
  const han = piece.match(HAN)?.length ?? 0
  const words = piece.replace(HAN, ' ').match(WORD)?.length ?? 0
  return words + han / HAN_A_WORD
}
