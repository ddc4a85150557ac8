import { makeContext } from '../../../../core/compare/check-context'
import { checkLength } from '../../../../core/compare/checks/check-length'
import { checkOmission } from '../../../../core/compare/checks/check-omission'
import type { RowPair } from '../../../../core/compare/row-pair'

/** Made-up words, 24 a row out of 225, so that none stands in more rows than a content word may; the same number makes the answer in the other language. */
function sentence(row: number, prefix: string): readonly string[] {
  const letters = 'bcdfgklmnprstvz'
  return Array.from({ length: 24 }, (_, k) => {
    // Scattered, since words that always stand together answer each other.
    const n = (Math.imul((row * 24 + k + 1) ** 2 + 7, 2654435761) >>> 12) % 225
    return `${prefix}${letters[n % 15]!}a${letters[Math.floor(n / 15)]!}o`
  })
}

function rowPair(row: number, left: readonly string[], right: readonly string[]): RowPair {
  const cell = (language: string, words: readonly string[]) => ({
    language,
    paragraphs: [
      {
        paragraph: {
          address: `p${row}`,
          kind: 'body' as const,
          label: null,
          // A clause, as it were, from the seventh to the seventeenth word.
          text: words.map((word, k) => (k === 5 || k === 16 ? `${word},` : word)).join(' '),
          marks: [],
          italics: [],
        },
        mentions: [],
        opening: null,
        hits: [],
      },
    ],
  })
  return { row: { id: `r${row}` } as RowPair['row'], pivot: cell('fr', left), other: cell('en', right) }
}

const CONTEXT = makeContext({ terms: [], lexicon: [], names: [] }, 'fr', 'en')
const rows = (cut: (words: readonly string[], row: number) => readonly string[]) =>
  Array.from({ length: 40 }, (_, row) => rowPair(row, sentence(row, 'he'), cut(sentence(row, 'wi'), row)))

test('finds no omission and no odd length where every word is answered', () => {
  const pairs = rows((words) => words)
  expect(checkOmission(pairs, CONTEXT)).toEqual([])
  expect(checkLength(pairs)).toEqual([])
})

test('finds the stretch of the pivot that the other version leaves out', () => {
  const pairs = rows((words, row) => (row === 9 ? [...words.slice(0, 6), ...words.slice(17)] : words))
  const [finding, ...further] = checkOmission(pairs, CONTEXT)
  expect(further).toEqual([])
  expect(finding).toMatchObject({
    code: 'omission',
    rule: 'absent',
    row: 'r9',
    severity: 'warning',
    found: null,
  })
  const left = sentence(9, 'he').slice(6, 17)
  expect(left.join(' ')).toContain(finding!.expected!.split(' ').slice(1, -1).join(' '))
})

test('says nothing of a row in which the other version has the same words in another order', () => {
  const pairs = rows((words, row) => (row === 9 ? [...words.slice(12), ...words.slice(0, 12)] : words))
  expect(checkOmission(pairs, CONTEXT).filter(({ severity }) => severity !== 'info')).toEqual([])
})

test('tells of a row that is far too short', () => {
  const pairs = rows((words, row) => (row === 9 ? words.slice(0, 5) : words))
  expect(checkLength(pairs)).toMatchObject([{ code: 'length', rule: 'shorter', row: 'r9' }])
})
