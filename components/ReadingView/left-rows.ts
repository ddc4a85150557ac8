import { RecentMap } from './recent-map'

/** Where rows are left: what renders on the server is bundled twice, and shares only the global object. */
const PLACE = Symbol.for('concordance.left-rows')

/** Documents whose rows are left at a time; each is taken away when it was sent, so that more are there only where something went wrong. */
const MOST = 500

function places(): RecentMap<string, readonly string[]> {
  const global = globalThis as { [PLACE]?: RecentMap<string, readonly string[]> }
  global[PLACE] ??= new RecentMap(MOST)
  return global[PLACE]
}

let count = 0

/** Leaves the insides of a table's rows, as HTML, for whoever writes the document (`leftRows`), and gives the name under which they are found in this process. */
export function leaveRows(rows: readonly string[]): string {
  count += 1
  const name = String(count)
  places().set(name, rows)
  return name
}

/** The rows that were left under this name; in a browser none ever were. */
export function leftRows(name: string): readonly string[] | undefined {
  return places().get(name)
}

/** Takes away what was left: the document is sent. */
export function takeRows(name: string): void {
  places().delete(name)
}
