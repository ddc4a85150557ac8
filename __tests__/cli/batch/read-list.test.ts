import { parseList } from '../../../cli/batch/read-list'

test.each([
  ['a\tb\tc', '1 a|b|c'],
  ['a\tb\tc\r\n\r\n \t \nd d\te\t f', '1 a|b|c, 4 d d|e| f'],
  ['a\tb', '1 -'],
  ['a\tb\tc\td\n1\t2\t3', '1 -, 2 1|2|3'],
  ['a\t \tc', '1 -'],
  ['', ''],
])('reads %j as %s: paths as they stand, lines by number, bad ones (-) kept', (text, expected) => {
  const seen = parseList(text).map((line) =>
    'reason' in line ? `${line.number} -` : `${line.number} ${Object.values(line.pair).join('|')}`,
  )
  expect(seen.join(', ')).toBe(expected)
})
