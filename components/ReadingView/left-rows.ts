/** Where rows are left: what renders on the server is bundled twice, and shares only the global object. */
const PLACE = Symbol.for('concordance.left-rows')

/** Documents whose rows are left at a time; each is taken away when it was sent, so that more are there only where something went wrong. */
const MOST = 500

function places(): Map<string, readonly string[]> {
  const global = globalThis as { [PLACE]?: Map<string, readonly string[]> }
  global[PLACE] ??= new Map()
  return global[PLACE]
}

let count = 0

/** Leaves the insides of a table's rows, as HTML, for whoever writes the document (`leftRows`), and gives the name under which they are found in this process. */
export function leaveRows(rows: readonly string[]): string {
  const all = places()
  count += 1
  const name = String(count)
  all.set(name, rows)
  for (const oldest of all.keys()) {
    if (all.size <= MOST) break
    all.delete(oldest)
  }
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
