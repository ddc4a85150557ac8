import type { Language, UnLanguage } from '../core/model'
import { associateVersions } from '../jobs/associate-versions'
import { remember } from '../jobs/remember'
import { openShipped, shippedKnowledge } from './open-shipped'

/** Pairs of versions that are kept: the five of all six languages of both shipped resolutions, and then some. */
const KEPT = 20

/** What the words of a shipped resolution's pivot and of one other of the versions asked for make of each other, or null where there is none. Takes seconds, once. */
export const associateShipped = remember(
  async (slug: string, languages: readonly UnLanguage[], other: Language) => {
    const [open, knowledge] = await Promise.all([openShipped(slug, languages), shippedKnowledge()])
    // The next request is let in first: learning does not pause.
    await new Promise((resolve) => setImmediate(resolve))
    return open === null ? null : associateVersions(open.check, other, knowledge)
  },
  (slug, languages, other) => `${slug} ${languages.join()} ${other}`,
  KEPT,
)
