import type { Check, Language } from '../core/model'
import { associateVersions } from '../jobs/associate-versions'
import { remember } from '../jobs/remember'
import { shippedKnowledge } from './shipped-knowledge'

/** Pairs of versions that are kept: the five of all six languages of both shipped resolutions, and then some. */
const KEPT = 20

/** What the words of the pivot and of one other version of an alignment make of each other. `alignment` is its id, since alignments never change. Takes seconds, once. */
export const associateReading = remember(
  async (alignment: string, check: Check, other: Language) => {
    const knowledge = await shippedKnowledge()
    // The next request is let in first: learning does not pause.
    await new Promise((resolve) => setImmediate(resolve))
    return associateVersions(check, other, knowledge)
  },
  (alignment, _, other) => `${alignment} ${other}`,
  KEPT,
)
