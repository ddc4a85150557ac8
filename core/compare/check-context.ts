import { baseLanguage } from '../text/languages'
import type { Concept, Finding, Knowledge, Language, WordPair } from '../model'
import type { RowPair } from './row-pair'

/** What a check knows besides the rows: the two versions it compares and what the program knows of words. */
export interface CheckContext {
  readonly pivot: Language
  readonly other: Language
  readonly knowledge: Knowledge
  /** A concept of the term base by its id. */
  readonly concept: (id: string) => Concept | undefined
  /** Words that keep answering each other, the pivot's on the left; empty where nothing was learned for the pair. */
  readonly learned: readonly WordPair[]
}

/** A check: all rows of a pair of versions in, findings out, in the order of rows. */
export type Check = (pairs: readonly RowPair[], context: CheckContext) => readonly Finding[]

const byId = new WeakMap<Knowledge['terms'], ReadonlyMap<string, Concept>>()

/** The context for one pair of versions. */
export function makeContext(knowledge: Knowledge, pivot: Language, other: Language): CheckContext {
  const known = byId.get(knowledge.terms)
  const concepts = known ?? new Map(knowledge.terms.map((concept) => [concept.id, concept]))
  if (known === undefined) byId.set(knowledge.terms, concepts)
  const [left, right] = [baseLanguage(pivot), baseLanguage(other)]
  const own = knowledge.learned?.[`${left}-${right}`]
  const turned = knowledge.learned?.[`${right}-${left}`]
  const learned =
    own ?? (turned ?? []).map((pair) => ({ left: pair.right, right: pair.left, trust: pair.trust }))
  return { pivot, other, knowledge, concept: (id) => concepts.get(id), learned }
}
