import { fold } from '../text/fold'
import type { Concept, TermBase } from '../model'

/** What is looked for: words that all have to stand in one wording, a definition or the id; a subject field; and which part of the answer is wanted. */
export interface TermQuery {
  readonly text: string
  /** Empty for all. */
  readonly field: string
  readonly from: number
  readonly count: number
}

/** The concepts asked for, best first, and how many there are in all. */
export interface TermAnswer {
  readonly total: number
  readonly concepts: readonly Concept[]
}

/** How well a concept answers, best first: a wording is what is looked for, begins with it, holds it; or only its id or definition does. */
enum Rank {
  equal,
  begins,
  holds,
  mentioned,
  none,
}

/**
 * Searches wordings in all languages at once, whatever their case, accents aside from those that are typed, apostrophes and Arabic vowel marks; among equals in the
 * order of the base. An empty text finds all.
 */
export function searchTerms(base: TermBase, { text, field, from, count }: TermQuery): TermAnswer {
  const wanted = loose(text).trim()
  const words = wanted.split(' ').filter((word) => word !== '')
  const found = base
    .filter((concept) => field === '' || concept.field === field)
    .map((concept) => ({ concept, rank: rankOf(concept, wanted, words) }))
    .filter(({ rank }) => rank < Rank.none)
  const sorted = words.length === 0 ? found : [...found].sort((a, b) => a.rank - b.rank)
  return { total: found.length, concepts: sorted.slice(from, from + count).map(({ concept }) => concept) }
}

/** The subject fields of a base with the number of their concepts, in order of first appearance. */
export function fieldsOf(base: TermBase): ReadonlyMap<string, number> {
  const fields = new Map<string, number>()
  for (const { field } of base) fields.set(field, (fields.get(field) ?? 0) + 1)
  return fields
}

function rankOf(concept: Concept, wanted: string, words: readonly string[]): Rank {
  if (words.length === 0) return Rank.equal
  let best = Rank.none
  for (const terms of Object.values(concept.terms))
    for (const { wording } of terms) {
      const own = loose(wording)
      const rank =
        own === wanted
          ? Rank.equal
          : own.startsWith(wanted)
            ? Rank.begins
            : words.every((word) => own.includes(word))
              ? Rank.holds
              : Rank.none
      if (rank < best) best = rank
    }
  const other = loose(`${concept.id} ${concept.definition ?? ''} ${concept.note ?? ''}`)
  if (best === Rank.none && words.every((word) => other.includes(word))) return Rank.mentioned
  return best
}

const MARKS = /(?<=\p{Script=Latin})\p{M}+/gu

/** Folded, with Latin letters bare: who types without accents finds all the same. */
function loose(text: string): string {
  return fold(text).normalize('NFD').replace(MARKS, '').normalize('NFC').replace(/\s+/gu, ' ')
}
