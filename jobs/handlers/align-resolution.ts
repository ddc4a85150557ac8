import { alignResolutionSchema } from '../../core/schema'
import { saveAlignment } from '../../store/alignments'
import { alignHere } from '../aligning'
import { JobError, OutdatedError } from '../job-error'
import { makeAlignment } from '../make-alignment'
import { jobHandler } from './job-handler'

/** Reading, aligning, checking, keeping. */
const STEPS = 4

/** Aligns and checks a selection of a resolution's versions as the store has them; the alignment takes the place of the one before. */
export const alignResolution = jobHandler({
  kind: 'align-resolution',
  schema: alignResolutionSchema,
  run: async ({ slug, languages, pivot }, { store, means, progress }) => {
    let done = 0
    const { aligner } = means
    const [knowledge, options] = [await means.knowledge(), await means.options()]
    const made = await makeAlignment(
      store,
      { slug, languages, pivot, aligner, options },
      alignHere(knowledge),
      async () => progress((done += 1), STEPS),
    )
    if (made === null) throw new JobError('nothing', slug)
    return made
  },
  effect: async (store, made) => {
    const saved = await saveAlignment(store, made)
    // A text was replaced or a row confirmed since they were read.
    if (saved.kind !== 'saved') throw new OutdatedError(saved.kind)
    const { rows, findings } = made.check
    return { alignment: saved.id, rows: rows.length, findings: findings.length }
  },
})
