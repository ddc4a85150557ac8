import { splitRuns } from '../../components/ReadingView/split-runs'

const hit = (from: number, to: number, id: string) => ({
  from,
  to,
  concepts: [id],
  wording: id,
  status: 'preferred' as const,
})

/** `[italic]`, `<term>` and `{finding}` around each stretch, `^` for a footnote mark. */
function show(runs: ReturnType<typeof splitRuns>): string {
  return runs
    .map((run) => {
      if (run.kind === 'mark') return `^${run.mark.mark}`
      let text = run.text
      if (run.italic) text = `[${text}]`
      if (run.concepts.length > 0) text = `<${run.concepts.join('+')}:${text}>`
      return run.findings.length > 0 ? `{${run.findings.join('+')}:${text}}` : text
    })
    .join('|')
}

describe('splitRuns', () => {
  const text = 'abcdefghij'
  it.each([
    ['leaves plain text whole', {}, [], [], 'abcdefghij'],
    ['sets italics apart', { italics: [{ from: 0, to: 3 }] }, [], [], '[abc]|defghij'],
    [
      'cuts where italics and a term overlap',
      { italics: [{ from: 0, to: 4 }] },
      [hit(2, 6, 't')],
      [],
      '[ab]|<t:[cd]>|<t:ef>|ghij',
    ],
    [
      'keeps all findings of a stretch',
      {},
      [],
      [
        { from: 1, to: 5, number: 1 },
        { from: 3, to: 5, number: 2 },
      ],
      'a|{1:bc}|{1+2:de}|fghij',
    ],
    ['puts a mark where it stands', { marks: [{ at: 4, mark: '1', note: 'fn1' }] }, [], [], 'abcd|^1|efghij'],
    ['puts a mark at the end', { marks: [{ at: 10, mark: '2', note: null }] }, [], [], 'abcdefghij|^2'],
    ['cuts ranges to the text', {}, [hit(8, 99, 't')], [], 'abcdefgh|<t:ij>'],
    ['passes over empty ranges', {}, [hit(4, 4, 't')], [], 'abcd|efghij'],
  ] as const)('%s', (_, parts, hits, findings, expected) => {
    expect(show(splitRuns({ text, italics: [], marks: [], ...parts }, hits, findings))).toBe(expected)
  })

  it('loses no letter, whatever the ranges', () => {
    let seed = 7
    const random = (limit: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed % limit
    }
    for (let round = 0; round < 300; round += 1) {
      const span = () => {
        const from = random(14) - 2
        return { from, to: from + random(6) }
      }
      const runs = splitRuns(
        { text, italics: [span(), span()], marks: [{ at: random(13) - 1, mark: '1', note: null }] },
        [{ ...span(), concepts: ['t'], wording: 't', status: 'preferred' }],
        [{ ...span(), number: 1 }],
      )
      expect(runs.flatMap((run) => (run.kind === 'text' ? run.text : [])).join('')).toBe(text)
      expect(runs.filter(({ kind }) => kind === 'mark')).toHaveLength(1)
    }
  })

  it('gives nothing for an empty paragraph', () => {
    expect(splitRuns({ text: '', italics: [], marks: [] }, [], [])).toEqual([])
  })
})
