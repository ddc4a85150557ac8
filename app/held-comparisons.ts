import type { Check } from '../core/model'
import { heldForAWhile, type Held } from '../jobs/held-for-a-while'

/** Where what is held by this process is kept: pages, route handlers and the proxy are bundled apart. */
const PLACE = Symbol.for('concordance.comparisons')

/** Texts that were compared without being kept: whoever has the address reads them, for an hour after they were last read, and no longer than the server runs. Some of them at most, those last asked for. */
export function heldComparisons(): Held<Check> {
  const place = globalThis as { [PLACE]?: Held<Check> }
  const own = process.env.CONCORDANCE_PROCESS
  place[PLACE] ??= heldForAWhile<Check>({
    // Of several processes on one port each hands on what another has: see cli/serve-app.mjs.
    prefix: own === undefined ? '' : `${own}-`,
    time: 3_600_000,
    most: 100,
    // UTF-16 code units: some two hundred megabytes with all that is found in them.
    weight: 20_000_000,
    weigh: ({ versions }) =>
      versions.flatMap(({ paragraphs }) => paragraphs).reduce((sum, { text }) => sum + text.length, 0),
  })
  return place[PLACE]
}
