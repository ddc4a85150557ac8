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
    ['<p>a<!--[if gte mso 9]>x<![endif]--><o:p>&nbsp;</o:p> <st1:place>b</st1:place>', ['p a\u00a0 b']],
    ["<p><span style='mso-list:Ignore'>a)<span>&nbsp;&nbsp; </span></span>b", ['p a) b']],
    ["<p>a<a href='#_ftn1'><span>[1]</span></a> b <p><a href='#_ftnref1'>[1]</a> c", ['p a{1} b', 'p {1}c']],
    ['<p>a<a href="/x">[1]</a> <a href="#s1">1</a>', ['p a[1] 1']],
    [
      '<ol style="list-style-type: lower-alpha"><li>a</ol><ol type=I start=3><li>b</ol>',
      ['item 2:1 a', 'item 3:3 b'],
    ],
    ['<table><tr><td><h1>A</h1><p>b</table>', ['h1 A', 'p b']],
    ['<table><tr><td><table><tr><td>a<td>b</table><td>c</table>', ['cell a', 'cell b', 'p c']],
    ['<table><tr><td>Nations Unies<td>A/RES/76/299</table>', ['p Nations Unies', 'p A/RES/76/299']],
    ['<table><tr><td>a</table>', ['p a']],
    ['<pre>a\nb\n\n2/3\n\nc</pre>', ['p a', 'p /b', 'p c']],
    ['<p>a<br style="page-break-before:always">b', ['p a', 'p b']],
    ['<p>co&shy;opé\u00adration &amp; &lt;paix&gt; &eacute;&#1078;&#x4e2d;', ['p coopération & <paix> éж中']],
    ['<form id=aspnetForm><nav>x</nav><p>a b c d e</form>', ['p a b c d e']],
    ['<body style="visibility:hidden"><p>a', ['p a']],
    [
      `<h1>A</h1><header><h2>B</h2><p>${'c'.repeat(100)}</header><p>d`,
      ['h1 A', 'h2 B', `p ${'c'.repeat(100)}`, 'p d'],
    ],
    ['<p>a<sup>1</sup><footer><p><a href="#fnref1">1</a> b</footer><footer>c</footer>', ['p a{1}', 'p {1}b']],
    ['', []],
  ])('%s', (html, expected) => {
    expect(notation(html)).toEqual(expected)
  })

  it('reads the declared language and keeps the title of the head', () => {
    const document = readHtml('<!doctype html><html lang="fr-CH"><head><title>T</title></head><p>a')
    expect(document.language).toBe('fr-CH')
    expect(document.removed).toEqual([{ kind: 'file-head', text: 'T' }])
  })

  it('tells each cell its table, row and column, past cells that span several', () => {
    const { blocks } = readHtml(
      '<html><table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td><p>d<p>e</table><table><tr><th>f<th>g</table>',
    )
    expect(blocks.map(({ text, cell }) => `${text} ${cell?.table}.${cell?.row}.${cell?.column}`)).toEqual([
      'a 0.0.0', 'b 0.0.1', 'c 0.1.1', 'd 0.1.2', 'e 0.1.2', 'f 1.0.0', 'g 1.0.1',
    ]) // prettier-ignore
  })

  it('keeps what it leaves out as removed, by what it is, and tells of changes, comments and pictures', () => {
    const { blocks, removed, notices } = readHtml(
      `<html><nav>Menu</nav><p>a<del>b</del><ins>c</ins><img src=x><p hidden>d<p style="display:none">e<div class="cookie-banner">f</div><div style='mso-element:comment-list'>g</div><p>${'h '.repeat(20)}`,
    )
    expect(blocks.map(({ text }) => text)).toEqual(['ac', 'h '.repeat(20).trim()])
    expect(removed.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'navigation Menu', 'deleted b', 'hidden d', 'hidden e', 'navigation f', 'hidden g',
    ]) // prettier-ignore
    expect(notices).toEqual([
      { code: 'tracked-changes', detail: 'accepted', count: 1 },
      { code: 'pictures', detail: '', count: 1 },
      { code: 'comments', detail: '', count: 1 },
    ])
  })

  it.each(['main', 'div role=main', 'div id=content', 'article'])(
    'reads what stands in <%s> alone where a page has it',
    (open) => {
      const tag = open.split(' ')[0]!
      const { blocks, removed } = readHtml(
        `<html><body><div>Avant</div><${open}><h1>A</h1><p>${'texte '.repeat(30)}</${tag}><div>Après</div></body>`,
      )
      expect(blocks.map(({ text }) => text)).toEqual(['A', 'texte '.repeat(30).trim()])
      expect(removed).toEqual([
        { kind: 'navigation', text: 'Avant' },
        { kind: 'navigation', text: 'Après' },
      ])
    },
  )

  it('survives elements nested deeper than a call stack', () => {
    expect(notation(`${'<div>'.repeat(20000)}a`)).toEqual(['p a'])
  })
})
