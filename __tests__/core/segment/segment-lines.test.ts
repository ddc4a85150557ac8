import { segmentLines } from '../../../core/segment/segment-lines'

describe('segmentLines', () => {
  it.each([
    ['', []],
    ['a', ['l0 a']],
    ['a\n', ['l0 a']],
    ['a\n\n', ['l0 a', 'l1 ']],
    ['a\r\nb\r\n', ['l0 a', 'l1 b']],
    ['\uFEFFa\n b ', ['l0 \uFEFFa', 'l1  b ']],
    ['a\rb\u2028c\fd\n1. *e*', ['l0 a\rb\u2028c\fd', 'l1 1. *e*']],
  ])('%j', (text, expected) => {
    const { paragraphs } = segmentLines(text, { language: 'de', status: 'unknown' })
    expect(paragraphs.map(({ address, text: words }) => `${address} ${words}`)).toEqual(expected)
  })

  it('recognises nothing', () => {
    const version = segmentLines('76/299. Titre\nL’Assemblée générale,', {
      language: 'fr',
      status: 'unknown',
    })
    expect(version).toMatchObject({ symbol: null, title: null, removed: [] })
    expect(
      version.paragraphs.every(
        ({ kind, label, marks }) => kind === 'body' && label === null && marks.length === 0,
      ),
    ).toBe(true)
  })
})
