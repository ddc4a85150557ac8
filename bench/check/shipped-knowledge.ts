import { readdirSync, readFileSync } from 'node:fs'
import { readLexiconTable } from '../../core/align/read-lexicon-table'
import type { Knowledge } from '../../core/model'
import { writtenKnowledge } from '../lexicon/written-knowledge'

/** What the program ships: what was written by hand, and the pairs of words learned from the Declaration and the Charter. For texts other than these. */
export function shippedKnowledge(): Knowledge {
  const folder = 'corpus/learned'
  const tables = readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .map((name) => readLexiconTable(readFileSync(`${folder}/${name}`, 'utf8')))
  return {
    ...writtenKnowledge(),
    learned: Object.fromEntries(tables.map(({ left, right, pairs }) => [`${left}-${right}`, pairs])),
  }
}
