import { writeLexiconTable } from '../../../bench/lexicon/write-lexicon-table'
import { readLexiconTable } from '../../../core/align/read-lexicon-table'

const PAIRS = [
  { left: 'paix', right: 'мир', trust: 0.8449 },
  { left: 'droit', right: 'прав', trust: 0.9 },
  { left: 'droit', right: 'закон', trust: 1 / 3 },
]

test('writes pairs by the code units of both words, with two decimals', () => {
  expect(writeLexiconTable(['fr', 'ru'], PAIRS)).toBe(
    'fr\tru\ttrust\ndroit\tзакон\t0.33\ndroit\tправ\t0.90\npaix\tмир\t0.84\n',
  )
})

test('gives the same bytes for the same pairs in another order', () => {
  expect(writeLexiconTable(['fr', 'ru'], [...PAIRS].reverse())).toBe(writeLexiconTable(['fr', 'ru'], PAIRS))
})

test('writes what is read again', () => {
  const table = writeLexiconTable(['fr', 'ru'], PAIRS)
  expect(writeLexiconTable(['fr', 'ru'], readLexiconTable(table).pairs)).toBe(table)
})

test('leaves out a pair whose trust rounds to nothing', () => {
  expect(writeLexiconTable(['fr', 'ru'], [{ left: 'a', right: 'б', trust: 0.004 }])).toBe('fr\tru\ttrust\n')
})
