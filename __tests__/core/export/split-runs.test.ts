import { splitRuns } from '../../../core/export/split-runs'
import type { ExportParagraph, Severity, Span } from '../../../core/model'
import { pick, seeded } from '../../support/random'
import { paragraphOf } from './sample-table'

/** Runs in a notation that fits a line: `a|/b/|!c!|?d?|^1^`: italic, error, warning, mark. */
function show(paragraph: ExportParagraph): string {
  return splitRuns(paragraph)
    .map(({ text, italic, severity, mark }) => {
      const slanted = italic ? `/${text}/` : text
      const sign = mark ? '^' : severity === null ? '' : { error: '!', warning: '?', info: '.' }[severity]
      return `${sign}${slanted}${sign}`
    })
    .join('|')
}

function lit(...ranges: [number, number, Severity][]): ExportParagraph['highlights'] {
  return ranges.map(([from, to, severity], note) => ({ from, to, severity, note }))
}

test.each<[string, Partial<ExportParagraph>, string]>([
  ['plain text is one run', {}, 'abcdef'],
  ['italics are cut out', { italics: [{ from: 0, to: 2 }] }, '/ab/|cdef'],
  ['a highlight is cut out', { highlights: lit([2, 4, 'error']) }, 'ab|!cd!|ef'],
  [
    'a highlight across the end of italics keeps both',
    { italics: [{ from: 0, to: 3 }], highlights: lit([2, 5, 'warning']) },
    '/ab/|?/c/?|?de?|f',
  ],
  [
    'of overlapping highlights the gravest wins, whatever their order',
    { highlights: lit([2, 5, 'error'], [1, 3, 'warning'], [0, 6, 'info']) },
    '.a.|?b?|!c!|!de!|.f.',
  ],
  ['an empty highlight shades nothing', { highlights: lit([3, 3, 'error']) }, 'abc|def'],
  [
    'ranges beyond the text are clipped',
    { highlights: lit([-3, 1, 'error'], [5, 99, 'error']) },
    '!a!|bcde|!f!',
  ],
  [
    'marks stand at their places, in their order, never shaded',
    {
      marks: [
        { at: 6, mark: '2', note: null },
        { at: 3, mark: '1', note: 'fn1' },
        { at: 3, mark: '*', note: null },
      ],
      highlights: lit([2, 4, 'error']),
    },
    'ab|!c!|^1^|^*^|!d!|ef|^2^',
  ],
])('%s', (_, more, expected) => {
  expect(show(paragraphOf('abcdef', more))).toBe(expected)
})

test('an empty text has no runs but its marks', () => {
  expect(show(paragraphOf(''))).toBe('')
  expect(show(paragraphOf('', { marks: [{ at: 0, mark: '1', note: null }] }))).toBe('^1^')
})

test('a border inside a surrogate pair does not cut it', () => {
  expect(show(paragraphOf('a𠀀b', { highlights: lit([2, 4, 'error']) }))).toBe('a|!𠀀b!')
})

test('the runs join to the text, and every character has exactly the looks of the ranges over it', () => {
  const random = seeded(76299)
  for (let round = 0; round < 300; round += 1) {
    const text = 'اللغة abcdef 中文'.slice(0, pick(random, 16))
    const range = (): Span => ({ from: pick(random, 18), to: pick(random, 18) })
    const italics = Array.from({ length: pick(random, 3) }, range)
    const highlights = Array.from({ length: pick(random, 4) }, (_, note) => ({
      ...range(),
      severity: (['error', 'warning', 'info'] as const)[pick(random, 3)]!,
      note,
    }))
    const runs = splitRuns(paragraphOf(text, { italics, highlights }))
    expect(runs.map((run) => run.text).join('')).toBe(text)
    const looks = runs.flatMap((run) => [...run.text].map(() => [run.italic, run.severity !== null]))
    const over = (spans: readonly Span[], at: number) => spans.some(({ from, to }) => from <= at && at < to)
    expect(looks).toEqual([...text].map((_, at) => [over(italics, at), over(highlights, at)]))
  }
})
