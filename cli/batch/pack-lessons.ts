import type { BeadWords } from '../../core/align/learn-pairs'

/**
 * Lessons as they travel between threads: every different word once, and of every bead the number of its left words, their indices, the number of its right
 * words and theirs. A word that stands in a thousand beads would otherwise arrive as a thousand strings.
 */
export interface PackedLessons {
  readonly words: readonly string[]
  readonly beads: Int32Array<ArrayBuffer>
}

/** Packs the lessons of one pair. */
export function packLessons(lessons: readonly BeadWords[]): PackedLessons {
  const indices = new Map<string, number>()
  const beads = new Int32Array(
    lessons.reduce((sum, [left, right]) => sum + left.length + right.length + 2, 0),
  )
  let at = 0
  for (const side of lessons.flat()) {
    beads[at++] = side.length
    for (const word of side) {
      const index = indices.get(word) ?? indices.size
      indices.set(word, index)
      beads[at++] = index
    }
  }
  return { words: [...indices.keys()], beads }
}

/** The lessons of many pairs, one after the other, with every different word as one string. */
export function unpackLessons(packed: readonly PackedLessons[]): readonly BeadWords[] {
  const known = new Map<string, string>()
  const lessons: BeadWords[] = []
  for (const { words, beads } of packed) {
    const own = words.map((word) => {
      if (!known.has(word)) known.set(word, word)
      return known.get(word)!
    })
    let at = 0
    const side = () => {
      const count = beads[at++]!
      return Array.from({ length: count }, () => own[beads[at++]!]!)
    }
    while (at < beads.length) lessons.push([side(), side()])
  }
  return lessons
}
