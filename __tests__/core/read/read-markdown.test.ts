import type { Block } from '../../../core/model'
import { readMarkdown } from '../../../core/read/read-markdown'

/** A block in small notation: shape and level, `/` for a line's break before it, `_…_` for italics, `{1}` for marks. */
function show(block: Block): string {
  const inserts = [
    ...block.marks.map(({ at, mark }) => ({ at, sign: `{${mark}}` })),
    ...block.italics.flatMap(({ from, to }) => [
      { at: from, sign: '_' },
      { at: to, sign: '_' },
    ]),
  ].sort((a, b) => b.at - a.at)
  const shown = inserts.reduce((out, { at, sign }) => out.slice(0, at) + sign + out.slice(at), block.text)
  const shape = { paragraph: 'p', heading: `h${block.level}`, item: `item${block.level}`, cell: 'cell' }[
    block.shape
  ]
  const place = block.cell === undefined ? '' : `${block.cell.table}.${block.cell.row}.${block.cell.column} `
  return `${shape} ${place}${block.before === 'line' ? '/' : ''}${shown}`
}

const notation = (text: string) => readMarkdown(text).blocks.map(show)

describe('readMarkdown', () => {
  it.each([
    ['# A #\n\nb\n***\nc', ['h1 A', 'p b', 'p c']],
    ['A\n===\n\nb', ['h1 A', 'p b']],
    ['*Notant* que _tout_ **cela**', ['p _Notant_ que _tout_ cela']],
    ['*تشير* إلى قرارها', ['p _تشير_ إلى قرارها']],
    ['a\nb', ['p a', 'p /b']],
    ['a  \nb', ['p a', 'p /b']],
    ['1. *Décide*\n   de tout;\n2. *Prie*', ['item1 1. _Décide_ de tout;', 'item1 2. _Prie_']],
    ['1. 宣布\n   中亚', ['item1 1. 宣布中亚']],
    ['3) a\n4) b', ['item1 3) a', 'item1 4) b']],
    ['1. a\n1. b\n1. c', ['item1 1. a', 'item1 2. b', 'item1 3. c']],
    ['7. a\n\n   - b\n   - c', ['item1 7. a', 'item2 b', 'item2 c']],
    ['    a en retrait', ['p a en retrait']],
    ['> a\n>\n> b', ['p a', 'p b']],
    ['```\na * b\nc\n```', ['p a * b', 'p /c']],
    ['[73/338](https://un.org) et ![carte](a.png)', ['p 73/338 et']],
    ['paix¹ et paix^2^ et 5 km² et 97^e et 1^{er}', ['p paix{1} et paix{2} et 5 km² et 97e et 1er']],
    ['paix<sup>4</sup> et <em>a</em><br>b', ['p paix{4} et _a_', 'p /b']],
    ['| a | *b* |\n|---|---|\n| c | d |', ['cell 0.0.0 a', 'cell 0.0.1 _b_', 'cell 0.1.0 c', 'cell 0.1.1 d']],
    ['<table><tr><td>a<td>b</table>\n\nc', ['cell 0.0.0 a', 'cell 0.0.1 b', 'p c']],
    ['&eacute; \\*a\\*', ['p é *a*']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(notation(text)).toEqual(expected)
  })

  it('takes footnotes for notes, by their figures, or by their order where they have words', () => {
    const numbered = readMarkdown('a[^2], b[^1].\n\n[^1]: *Une*\n    suite.\n[^2]: Deux.\n\n    Fin.')
    expect([numbered.blocks.map(show), numbered.notes?.map(show)]).toEqual([
      ['p a{2}, b{1}.'],
      ['p _{1}Une_ suite.', 'p {2}Deux. Fin.'],
    ])
    const named = readMarkdown('a[^x], b[^y].\n\n[^x]: Une.\n[^y]: Deux.')
    expect([named.blocks.map(show), named.notes?.map(show)]).toEqual([
      ['p a{1}, b{2}.'],
      ['p {1}Une.', 'p {2}Deux.'],
    ])
  })

  it('keeps link targets, comments and front matter as removed', () => {
    const read = readMarkdown('---\nlang: fr\ntitle: T\n---\n[a][b] <!-- c -->\n\n[b]: https://un.org')
    expect(read.language).toBe('fr')
    expect(read.removed).toEqual([
      { kind: 'file-head', text: 'lang: fr\ntitle: T' },
      { kind: 'hidden', text: 'c' },
      { kind: 'link-target', text: 'https://un.org' },
    ])
  })

  it('reads a page’s text line by line, as it would without its name', () => {
    const read = readMarkdown('76/299. Zone\n\n1. *Décide* que\n\n22-11873 (F)\n\n2/3\n\nla paix')
    expect(read.removed.map(({ kind }) => kind)).toEqual(['job-number', 'page-number'])
    expect(read.language).toBe('fr')
    expect(read.blocks.map(show)).toEqual(['p 76/299. Zone', 'p 1. _Décide_ que', 'p la paix'])
  })

  it.each([
    ['emphasis inside emphasis', '**a '.repeat(20000) + 'b**'.repeat(20000)],
    ['runs of code', Array.from({ length: 1500 }, (_, i) => '`'.repeat(i)).join('a')],
    ['quotes inside quotes', `${'>'.repeat(20000)}a`],
    ['one paragraph', 'mots *en* italique, '.repeat(100_000)],
  ])('ends with %s', (_what, text) => {
    expect(readMarkdown(text).blocks.length).toBeGreaterThan(0)
  })
})
