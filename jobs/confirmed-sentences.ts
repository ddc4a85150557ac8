import type { Check } from '../core/model'

/** Which rows of a check are confirmed rows, or sentences of such rows (`r7.2` of `r7`). */
export function confirmedSentences(
  { rows }: Pick<Check, 'rows'>,
  confirmed: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set(
    rows.map(({ id }) => id).filter((id) => confirmed.has(id) || confirmed.has(id.replace(/\.\d+$/u, ''))),
  )
}
