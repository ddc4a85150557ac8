import { alignCorpusSchema } from '../../core/schema'
import { listResolutions } from '../../store/list-resolutions'
import { alignResolution } from './align-resolution'
import { dividedJobHandler } from './job-handler'

/** Aligns and checks every resolution of the store anew, each in a job of its own: in the languages asked for, else in all that it has, French first. What has fewer than two of them is left out. */
export const alignCorpus = dividedJobHandler({
  kind: 'align-corpus',
  schema: alignCorpusSchema,
  parts: async (store, { languages }, { id }) =>
    (await listResolutions(store)).flatMap(({ slug, versions }) => {
      const there = versions.map(({ language }) => language)
      const asked = languages ?? there.toSorted((a, b) => Number(b === 'fr') - Number(a === 'fr'))
      const chosen = asked.filter((language) => there.includes(language))
      if (chosen.length < 2) return []
      return [{ kind: alignResolution.kind, input: { slug, languages: chosen }, once: `${id} ${slug}` }]
    }),
})
