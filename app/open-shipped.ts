import type { UnLanguage } from '../core/model'
import { loadKnowledge, openResolution } from '../jobs/corpus'
import { remember } from '../jobs/remember'
import { programHome } from '../store/program-home'

/** Combinations of versions that are kept: every pair of both shipped resolutions, and then some. */
const KEPT = 80

/** What the program ships of terms, words and names, read once. */
export const shippedKnowledge = remember(
  () => loadKnowledge(programHome()),
  () => '',
  1,
)

/**
 * Opens a shipped resolution in the languages asked for, or null where there is none. The shipped texts do not change while the server runs, so a
 * combination is aligned and checked once.
 */
export const openShipped = remember(
  async (slug: string, languages: readonly UnLanguage[]) =>
    openResolution(programHome(), slug, languages, await shippedKnowledge()),
  (slug, languages) => `${slug} ${languages.join()}`,
  KEPT,
)
