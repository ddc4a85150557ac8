import type { Place, Span } from '../model'
import type { JudgedWord } from './answers'
import { lettersOf, logRatio, type LengthRatio } from './length-ratio'
import type { RowPair } from './row-pair'

/** A stretch of a cell that the other side seems not to have, with the logarithm of the odds that it was left out. */
export interface LeftOut {
  readonly place: Place
  readonly score: number
}

const HAN = /\p{Script=Han}/gu
const LETTERS = /[\p{L}\p{N}]+/gu
const SURROGATE = /[\ud800-\udfff]/
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu

/** What clauses are set off by. */
const CLAUSE_EDGE = /[,;:.،؛。，；：、()（）[\]—–]/u

/** Words of the shortest stretch that is looked for; a Chinese word has a character and a half. */
const LEAST_WORDS = 5
const HAN_A_WORD = 1.5

/** What is left out is no more of its cell than this, or the other side would have nothing. */
const MOST_SHARE = 0.9

/** Longer cells are read by their most telling words only: time grows with the square of their number. */
const MOST_WORDS = 400

/**
 * What a nat of each kind of evidence is worth in the logarithm of the odds, since words that stand together are answered or not together, and clauses are left out whole: fitted by logistic regression on 1,300 clauses taken out
 * of four texts in five pairs and on the untouched rows, each text judged by the other three.
 */
const WEIGHTS = { words: 0.6, places: 0.8, length: 1.04, edge: 1.8 } as const

/** An answer is so far out of place, in nats, that a stretch may begin or end with its word. */
const OUT_OF_PLACE = 1

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
    const [opens, closes] = [edges(text, words, -1), edges(text, words, 1)]
    for (let first = 0; first < words.length; first += 1) {
      if (!opens[first]! && !isOpen(words[first]!, 1)) continue
      let evidence = opens[first]! ? WEIGHTS.edge : 0
      const inside = new Map<string, number>()
      const open: JudgedWord[] = []
      for (let last = first; last < words.length; last += 1) {
        const word = words[last]!
        const count = (inside.get(word.key) ?? 0) + 1
        inside.set(word.key, count)
        if (count <= word.lacking) open.push(word)
        evidence +=
          count > word.lacking
            ? Math.min(
                WEIGHTS.words * word.ifNot,
                WEIGHTS.words * word.ifAnswered + WEIGHTS.places * word.ifThere,
              )
            : WEIGHTS.words * word.ifNot
        if (!closes[last]! && !isOpen(word, count)) continue
        const span = { from: words[first]!.from, to: word.to }
        const share = (letters[span.to]! - letters[span.from]!) / all
        if (share > MOST_SHARE) continue
        const length = WEIGHTS.length * lengthEvidence(off, Math.log(1 - share), spread)
        const score = evidence + length + (closes[last]! ? WEIGHTS.edge : 0)
        if (score <= (best?.score ?? 0) || countWords(text, span) < LEAST_WORDS) continue
        // Words after a stretch that is left out stand out of place for its sake: what is shown ends with a word that has no answer, or with its clause.
        const from = opens[first]! ? span.from : (open[0]?.from ?? span.from)
        const to = closes[last]! ? span.to : (open.at(-1)?.to ?? span.to)
        best = { place: { address, from, to }, score }
      }
    }
  }
  return best
}

/** True for a word without an answer of its own, of which this is the `count`th in the stretch, and for one whose answer is far out of place. */
function isOpen(word: JudgedWord, count: number): boolean {
  return count <= word.lacking || word.ifThere >= OUT_OF_PLACE
}

/** Which words have the mark of a clause, or the text's end, between them and the next (1) or the one before (-1). */
function edges(text: string, words: readonly JudgedWord[], side: 1 | -1): readonly boolean[] {
  return words.map((word, k) => {
    const next = words[k + side]
    if (next === undefined) return true
    const between = side === 1 ? text.slice(word.to, next.from) : text.slice(next.to, word.from)
    return CLAUSE_EDGE.test(between)
  })
}

/** How much likelier the length is where a stretch was left out than where none was. */
function lengthEvidence(off: number, expected: number, spread: number): number {
  const [without, whole] = [(off - expected) / spread, off / spread]
  return Math.max(-MOST_LENGTH, Math.min(MOST_LENGTH, (whole * whole - without * without) / 2))
}

/** Letters and figures before each offset; those beyond the basic plane are not counted. */
function letterSums(text: string): Int32Array {
  const sums = new Int32Array(text.length + 1)
  for (const { 0: run, index } of text.matchAll(LETTERS))
    for (let at = 0; at < run.length; at += 1) if (!SURROGATE.test(run.charAt(at))) sums[index + at + 1] = 1
  for (let at = 1; at <= text.length; at += 1) sums[at]! += sums[at - 1]!
  return sums
}

function countWords(text: string, { from, to }: Span): number {
  const piece = text.slice(from, to)
  const han = piece.match(HAN)?.length ?? 0
  const words = piece.replace(HAN, ' ').match(WORD)?.length ?? 0
  return words + han / HAN_A_WORD
}
