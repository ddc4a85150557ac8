import type { Span } from '../model'
import type { Cell, RowPair } from './row-pair'

/** Where a place of the pivot's cell would stand in the other: shares of the cell, 0 its beginning and 1 its end. */
export type PlaceMatch = (at: number) => number

/** How many anchors nearest a place are asked, and how near one of them may seem to be: even the next word may be turned round. */
const ASKED = 4
const NEAREST = 0.04

/** What the place itself counts for, as an anchor so far away. */
const OWN_DISTANCE = 0.25

/**
 * Matches the places of two cells by what stands once in both: terms, names, figures and words of the lexicon. A place keeps its distance from the anchors around it; the
 * nearest decide by a weighted median, so that one that was moved does not matter. Without anchors both cells are taken to run alike.
 */
export function matchPlaces({ pivot, other }: RowPair): PlaceMatch {
  const [left, right] = [placesOf(pivot), placesOf(other)]
  const anchors = [...left].flatMap(([sign, from]) => {
    const to = right.get(sign)
    return from.length === 1 && to?.length === 1 ? [{ from: from[0]!, to: to[0]! }] : []
  })
  return (at) => {
    const votes = anchors
      .map(({ from, to }) => ({ distance: Math.max(NEAREST, Math.abs(from - at)), place: to + at - from }))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, ASKED)
    return weightedMedian(
      [...votes, { distance: OWN_DISTANCE, place: at }].map(({ distance, place }) => ({
        place,
        weight: 1 / distance,
      })),
    )
  }
}

function weightedMedian(votes: readonly { readonly place: number; readonly weight: number }[]): number {
  const sorted = [...votes].sort((a, b) => a.place - b.place)
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2
  let sum = 0
  for (const { place, weight } of sorted) {
    sum += weight
    if (sum >= half) return place
  }
  return sorted.at(-1)!.place
}

/** The middles of everything in a cell that means the same in any language, by what it means. */
function placesOf({ paragraphs }: Cell): ReadonlyMap<string, readonly number[]> {
  const total = Math.max(
    1,
    paragraphs.reduce((sum, { paragraph }) => sum + paragraph.text.length, 0),
  )
  const places = new Map<string, number[]>()
  let start = 0
  for (const { paragraph, hits, names = [], words = [], mentions } of paragraphs) {
    const add = (sign: string, { from, to }: Span) => {
      const at = (start + (from + to) / 2) / total
      const known = places.get(sign)
      if (known === undefined) places.set(sign, [at])
      else known.push(at)
    }
    for (const hit of [...hits, ...names, ...words]) for (const concept of hit.concepts) add(concept, hit)
    for (const mention of mentions) add(`${mention.kind}:${mention.value}`, mention)
    start += paragraph.text.length
  }
  return places
}
