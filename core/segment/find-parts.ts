import { LABEL_ALPHABETS } from '../text/ordinals'
import type { Piece } from './piece'
import type { Head } from './read-head'

/** The letters that head the parts of a resolution, by language: Russian typists take them from either alphabet. */
const LETTERS: readonly (readonly string[])[] = [
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  [...'АВСДЕ'],
  [...'АБВГД'],
  ['ألف', 'باء', 'جيم', 'دال', 'هاء', 'واو', 'زاي', 'حاء', 'طاء', 'ياء', 'كاف', 'لام'],
  [...'甲乙丙丁戊己庚辛壬癸'],
]

/** Lines above the enacting words of a part, its title among them. */
const LONGEST_PART_HEAD = 12

function standsFor(text: string, ordinal: number): boolean {
  const plain = text.replace(/[\s.．、*_-]+/gu, '')
  return LETTERS.some((letters) => letters[ordinal - 1] === plain)
}

/**
 * The parts A, B, … of a resolution that enacts more than once: the index of each part's heading with its letter. Every enacting line must have the
 * next letter above it; else there are no parts. Pieces behind `heads` are not looked at.
 */
export function findParts(
  pieces: readonly Piece[],
  heads: readonly (Head | null)[],
): ReadonlyMap<number, string> {
  const enacting = heads.flatMap((head, i) => (head?.type === 'enacting' ? [i] : []))
  const parts = new Map<number, string>()
  if (enacting.length < 2) return parts
  for (const [k, at] of enacting.entries()) {
    const floor = Math.max(k === 0 ? 0 : enacting[k - 1]! + 1, at - LONGEST_PART_HEAD)
    const letter = LABEL_ALPHABETS.latin[k]?.toUpperCase()
    let found = -1
    for (let i = at - 1; i >= floor && found < 0; i -= 1)
      if (standsFor(pieces[i]?.text ?? '', k + 1)) found = i
    if (found < 0 || letter === undefined) return new Map()
    parts.set(found, letter)
  }
  return parts
}
