/** An alternation of patterns, and what each of its capturing groups stands for, in order. */
export interface JoinedPatterns<Value> {
  readonly source: string
  readonly values: readonly Value[]
}

const SHARED = /^\(\?<!(?:[^()[\]\\]|\\.|\[(?:[^\]\\]|\\.)*\])*\)/u

/**
 * Joins patterns (sources of regular expressions, flag `u`), each with what it stands for, into one that tries them in their order at each place. Those that stand for null are not captured. What
 * neighbours forbid before them, in the same words, is asked once for all of them, and not again for each: at most places of a text, inside its words, nothing more is asked.
 */
export function joinPatterns<Value>(
  patterns: readonly (readonly [Value | null, string])[],
): JoinedPatterns<Value> {
  const values: Value[] = []
  const runs: { readonly shared: string; readonly rest: string[] }[] = []
  for (const [value, source] of patterns) {
    for (const one of splitAlternatives(source.replace(/\((?!\?)/gu, '(?:'))) {
      const shared = SHARED.exec(one)?.[0] ?? ''
      const last = runs.at(-1)
      const run = last?.shared === shared ? last : { shared, rest: [] }
      if (run !== last) runs.push(run)
      run.rest.push(`${value === null ? '(?:' : '('}${one.slice(shared.length)})`)
      if (value !== null) values.push(value)
    }
  }
  return { source: runs.map(({ shared, rest }) => `${shared}(?:${rest.join('|')})`).join('|'), values }
}

/** The alternatives of a source, split at each `|` that is in no group or class. */
function splitAlternatives(source: string): readonly string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const [piece] of source.matchAll(/\\.|\[(?:[^\]\\]|\\.)*\]|[^]/gu)) {
    if (piece === '(') depth += 1
    if (piece === ')') depth -= 1
    if (piece === '|' && depth === 0) parts.push('')
    else parts[parts.length - 1] += piece
  }
  return parts
}
