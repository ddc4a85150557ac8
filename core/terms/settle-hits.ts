import { baseLanguage } from '../text/languages'
import type { Language, Row, TermBase, TermHit, TermHits, Version } from '../model'
import { matcherFor } from './find-hits'
import { findCandidates } from './match-terms'
import { narrowConcepts } from './narrow-concepts'
import { resolveOverlaps } from './resolve-overlaps'

/**
 * The hits of aligned versions (`hits` as `findHits` gives them) once more, now that each row's other side is known: of wordings that overlap and of concepts that share a
 * wording, those that the other versions hold. A paragraph in no row keeps its hits.
 */
export function settleHits(
  versions: readonly Version[],
  rows: readonly Row[],
  base: TermBase,
  hits: TermHits,
): TermHits {
  const concepts = new Map(base.map((concept) => [concept.id, concept]))
  const settled = new Map(Object.entries(hits).map(([language, found]) => [language, { ...found }]))
  const texts = new Map(
    versions.map(({ language, paragraphs }) => [
      language,
      new Map(paragraphs.map(({ address, text }) => [address, text])),
    ]),
  )
  const idsOf = (language: Language, addresses: readonly string[]) =>
    addresses.flatMap((address) => (hits[language]?.[address] ?? []).flatMap((hit) => hit.concepts))
  for (const { cells } of rows) {
    const ids = Object.entries(cells).map(
      ([language, addresses]) => [language, idsOf(language, addresses)] as const,
    )
    const context = ids.flatMap(([, list]) => list)
    for (const [language, addresses] of Object.entries(cells)) {
      const wanted = new Set(ids.flatMap(([other, list]) => (other === language ? [] : list)))
      for (const address of addresses) {
        const text = texts.get(language)?.get(address)
        const found = settled.get(language)
        if (text === undefined || found === undefined) continue
        found[address] = settle(text, baseLanguage(language))
      }

      function settle(text: string, key: Language): readonly TermHit[] {
        const chosen = resolveOverlaps(findCandidates(text, matcherFor(base, key)), wanted)
        return narrowConcepts(chosen, wanted, context, concepts)
      }
    }
  }
  return Object.fromEntries(settled)
}
