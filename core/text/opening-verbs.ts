import type { UnLanguage } from '../model'
import { ACTION_VERBS } from './opening-verbs-action'
import { FEELING_VERBS } from './opening-verbs-feeling'
import { THOUGHT_VERBS } from './opening-verbs-thought'

/**
 * One opening-verb concept: its id, and for each language every wording that translators use for it, in the notation of
 * `expandWording`, without adverbs such as "also" and (Arabic) without the particle `وإذ`. Preamble and operative part share a concept.
 */
export interface OpeningVerb extends Readonly<Record<UnLanguage, readonly string[]>> {
  readonly id: string
}

/**
 * All opening-verb concepts. A wording may stand under several: French `Considérant` answers "Whereas", "Considering" and
 * "Recognizing". Two wordings answer each other when they share a concept.
 */
export const OPENING_VERBS: readonly OpeningVerb[] = [...THOUGHT_VERBS, ...FEELING_VERBS, ...ACTION_VERBS]
