import type { Concept, TermHit } from '../model'

/**
 * The hits with, of each wording that belongs to several concepts, those that are meant: the concepts that the other versions of the row hold (`wanted`); if they hold none
 * of them, those of the subject field that most of the row's other concepts (`context`, ids as often as they stand) belong to. Where neither tells, all stay.
 * `concepts` gives each concept by id; one that is not in it has no field.
 */
export function narrowConcepts(
  hits: readonly TermHit[],
  wanted: ReadonlySet<string>,
  context: readonly string[],
  concepts: ReadonlyMap<string, Concept>,
): readonly TermHit[] {
  return hits.map((hit) => {
    if (hit.concepts.length < 2) return hit
    const held = hit.concepts.filter((concept) => wanted.has(concept))
    const meant = held.length > 0 ? held : ofCommonField(hit.concepts, context, concepts)
    return meant.length === hit.concepts.length ? hit : { ...hit, concepts: meant }
  })
}

function ofCommonField(
  ids: readonly string[],
  context: readonly string[],
  concepts: ReadonlyMap<string, Concept>,
): readonly string[] {
  const field = (id: string) => concepts.get(id)?.field ?? ''
  const count = (id: string) =>
    field(id) === ''
      ? 0
      : context.filter((other) => !ids.includes(other) && field(other) === field(id)).length
  const counts = ids.map(count)
  const most = Math.max(...counts)
  return most === 0 ? ids : ids.filter((_, k) => counts[k] === most)
}
