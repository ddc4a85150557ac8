import { loadKnowledge } from '../jobs/corpus'
import { remember } from '../jobs/remember'
import { programHome } from '../store/program-home'

/** What the program ships of terms, words and names, read once. */
export const shippedKnowledge = remember(
  () => loadKnowledge(programHome()),
  () => '',
  1,
)
