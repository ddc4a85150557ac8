import { readHtml } from '../../../core/read/read-html'

/** Blocks in small notation: shape and level, ordinal, then the text with `_…_` for italics and `{1}` for marks. */
function notation(html: string): string[] {
  return readHtml(`<!doctype html>${html}`).blocks.map((block) => {
    const inserts = [
      ...block.marks.map(({ at, mark }) => ({ at, sign: `{${mark}}` })),
      ...block.italics.flatMap(({ from, to }) => [
        { at: from, sign: '_' },
        { at: to, sign: '_' },
      ]),
    ].sort((a, b) => b.at - a.at)
    const shown = inserts.reduce((out, { at, sign }) => out.slice(0, at) + sign + out.slice(at), block.text)
    const shape =
      block.shape === 'paragraph' ? 'p' : block.shape === 'heading' ? `h${block.level}` : block.shape
    const ordinal = block.ordinal === null ? '' : ` ${block.level}:${block.ordinal}`
    return `${shape}${ordinal} ${block.before === 'line' ? '/' : ''}${shown}`
  })
}

describe('readHtml', () => {
  it.each([
    ['<h1>A</h1><p>B<h2>C</h2>', ['h1 A', 'p B', 'h2 C']],
    ['<p>a\n  b&nbsp;c</p>', ['p a b\u00a0c']],
    ['<p>a <em>b</em> c', ['p a _b_ c']],
    ['<p><i>a </i>b', ['p _a_ b']],
    ['<p><span style="font-style: italic">a</span> b', ['p _a_ b']],
    ['<p>a<sup>1</sup>, b<sup>e</sup>', ['p a{1}, be']],
    ['<p>5 km<sup>2</sup> a<a href="#n"><sup>[3]</sup></a>', ['p 5 km2 a{3}']],
    ['<p><em>a<br>b</em>', ['p _a_', 'p /_b_']],
    ['<ol><li>a<li>b</ol>', ['item 1:1 a', 'item 1:2 b']],
    ['<ol start=4><li><p>a</p><p>b</p><li value=9>c</ol>', ['item 1:4 a', 'item b', 'item 1:9 c']],
    ['<ol><li>a<ol><li>b</ol>c</ol>', ['item 1:1 a', 'item 2:1 b', 'item c']],
    ['<ol type=a><li>a</ol>', ['item 2:1 a']],
    ['<ul><li>a</ul>', ['item a']],
    ['<table><tr><th>a<td>b</table>', ['cell a', 'cell b']],
    ['<p>a<script>x</script><style>y</style><nav>z</nav>b', ['p a', 'p b']],
    ['<div>a<div>b</div>c</div>', ['p a', 'p b', 'p c']],
    ['<section class="footnotes"><ol><li>a <a href="#r">↩</a></ol></section>', ['p {1}a']],
    ['', []],
  ])('%s', (html, expected) => {
    expect(notation(html)).toEqual(expected)
  })

  it('reads the declared language and keeps the title of the head', () => {
    const document = readHtml('<!doctype html><html lang="fr-CH"><head><title>T</title></head><p>a')
    expect(document.language).toBe('fr-CH')
    expect(document.removed).toEqual([{ kind: 'file-head', text: 'T' }])
  })

  it('survives elements nested deeper than a call stack', () => {
    expect(notation(`${'<div>'.repeat(20000)}a`)).toEqual(['p a'])
  })
})
