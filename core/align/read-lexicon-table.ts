import type { Language, WordPair } from '../model'

/** A line of a lexicon table that cannot be read; `line` counts from 1. */
export class LexiconTableError extends Error {
  readonly line: number
  readonly reason: string

  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`)
    this.name = 'LexiconTableError'
    this.line = line
    this.reason = reason
  }
}

/** The pairs of words of two languages; `left` and `right` are the languages of the pairs' left and right words. */
export interface LexiconTable {
  readonly left: Language
  readonly right: Language
  readonly pairs: readonly WordPair[]
}

/** More than 0 and at most 1, written as figures alone. */
const TRUST = /^(?:0?\.[0-9]+|1(?:\.0+)?)$/u

/**
 * Reads a lexicon table: lines of cells with a tab between them and no quoting. The first line names the columns: two languages and `trust`; every further line is
 * a pair, the stem of each language and how far the pair is believed, more than 0 and at most 1. A byte order mark, CRLF and empty lines are accepted. Throws
 * LexiconTableError for other columns, a wrong number of cells, an empty stem, a pair that stands twice, and a trust that is none.
 */
export function readLexiconTable(table: string): LexiconTable {
  const [head = '', ...lines] = table.replace(/^\ufeff/u, '').split(/\r?\n/u)
  const [left = '', right = '', last, ...more] = head.split('\t').map((name) => name.trim())
  if (left === '' || right === '' || left === right || last !== 'trust' || more.length > 0) {
    throw new LexiconTableError(1, 'the columns are not two languages and trust')
  }
  const seen = new Set<string>()
  const pairs = lines.flatMap((line, k): readonly WordPair[] => {
    if (line.trim() === '') return []
    const number = k + 2
    const cells = line.split('\t').map((cell) => cell.trim())
    const [x = '', y = '', figure = ''] = cells
    if (cells.length !== 3) throw new LexiconTableError(number, `${cells.length} cells instead of 3`)
    if (x === '' || y === '') throw new LexiconTableError(number, 'a language without a word')
    const trust = Number(figure)
    if (!TRUST.test(figure) || trust === 0) throw new LexiconTableError(number, `no trust: ${figure}`)
    const name = `${x}\t${y}`
    if (seen.has(name)) throw new LexiconTableError(number, `${x} = ${y} stands twice`)
    seen.add(name)
    return [{ left: x, right: y, trust }]
  })
  return { left, right, pairs }
}
