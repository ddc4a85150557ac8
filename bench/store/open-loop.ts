/** What became of one arrival: `after` is milliseconds from the moment at which it was due, so that waiting behind others counts. */
export interface Arrival<T> {
  readonly after: number
  readonly result: T
}

/**
 * Sends `perSecond` × `seconds` requests at moments that the clock alone decides, however long the ones before take, and gives what became of each once all have ended. `send` must not reject.
 */
export async function openLoop<T>(
  perSecond: number,
  seconds: number,
  send: (number: number) => Promise<T>,
): Promise<readonly Arrival<T>[]> {
  const start = performance.now()
  const under: Promise<Arrival<T>>[] = []
  for (let k = 0; k < perSecond * seconds; k += 1) {
    const due = start + (k * 1000) / perSecond
    const ahead = due - performance.now()
    if (ahead > 0) await new Promise((resolve) => setTimeout(resolve, ahead))
    under.push(send(k).then((result) => ({ after: performance.now() - due, result })))
  }
  return Promise.all(under)
}

/** The value that `share` (0–1) of the values do not exceed, in whole units; 0 for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return Math.round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0)
}
