import { LexiconTableError, readLexiconTable } from '../../../core/align/read-lexicon-table'

const HEAD = 'fr\tzh\ttrust'

test('reads the languages, and pairs of stems with their trust', () => {
  expect(readLexiconTable(`${HEAD}\nchart\t宪章\t0.71\nguerr\t战争\t1.00\n`)).toEqual({
    left: 'fr',
    right: 'zh',
    pairs: [
      { left: 'chart', right: '宪章', trust: 0.71 },
      { left: 'guerr', right: '战争', trust: 1 },
    ],
  })
})

test('accepts a byte order mark, CRLF, empty lines and a table without pairs', () => {
  expect(readLexiconTable(`\ufeff${HEAD}\r\n\r\nloi\t法律\t.5\r\n`).pairs).toEqual([
    { left: 'loi', right: '法律', trust: 0.5 },
  ])
  expect(readLexiconTable(HEAD).pairs).toEqual([])
})

test.each([
  ['no columns', '', 1],
  ['one language', 'fr\ttrust', 1],
  ['one language twice', 'fr\tfr\ttrust', 1],
  ['a column more', 'fr\ten\tes\ttrust', 1],
  ['no column of trust', 'fr\ten\tes', 1],
  ['too few cells', `${HEAD}\nloi\t法律`, 2],
  ['too many cells', `${HEAD}\nloi\t法律\t0.5\t0.5`, 2],
  ['a language without a word', `${HEAD}\nloi\t法律\t0.5\nloi\t\t0.5`, 3],
  ['a trust of nothing', `${HEAD}\nloi\t法律\t0.00`, 2],
  ['a trust of more than 1', `${HEAD}\nloi\t法律\t1.01`, 2],
  ['a trust below nothing', `${HEAD}\nloi\t法律\t-0.5`, 2],
  ['a trust with a comma', `${HEAD}\nloi\t法律\t0,5`, 2],
  ['a trust that is empty', `${HEAD}\nloi\t法律\t `, 2],
  ['a pair twice', `${HEAD}\nloi\t法律\t0.5\n\nloi\t法律\t0.6`, 4],
])('refuses %s with the line', (_, table, line) => {
  expect(() => readLexiconTable(table)).toThrow(LexiconTableError)
  expect(() => readLexiconTable(table)).toThrow(expect.objectContaining({ line }))
})
