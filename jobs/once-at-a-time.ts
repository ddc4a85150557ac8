/** The same asynchronous function, in which who asks for what is already being done (`keyOf` its arguments) waits for that and gets its result; afterwards nothing is remembered. */
export function onceAtATime<A extends readonly unknown[], R>(
  work: (...args: A) => Promise<R>,
  keyOf: (...args: A) => string,
): (...args: A) => Promise<R> {
  const running = new Map<string, Promise<R>>()
  return (...args) => {
    const key = keyOf(...args)
    const before = running.get(key)
    if (before !== undefined) return before
    const result = work(...args).finally(() => running.delete(key))
    running.set(key, result)
    return result
  }
}
