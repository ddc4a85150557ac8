import { readFlatOdt, readOdt } from '../../../core/read/read-odt'
import { flatOdt, odtFile, type OdtParts } from '../../support/odt-parts'
import { asideNotation, documentNotation } from '../../support/word-parts'

async function read(parts: OdtParts | string, changes?: 'accepted' | 'original') {
  return readOdt(await odtFile(typeof parts === 'string' ? { body: parts } : parts), changes)
}

async function notation(parts: OdtParts | string, changes?: 'accepted' | 'original') {
  return documentNotation(await read(parts, changes))
}

const p = (content: string, style?: string) =>
  `<text:p${style === undefined ? '' : ` text:style-name="${style}"`}>${content}</text:p>`
const h = (level: number, content: string, style = 'H') =>
  `<text:h text:style-name="${style}" text:outline-level="${level}">${content}</text:h>`
const span = (style: string, content: string) =>
  `<text:span text:style-name="${style}">${content}</text:span>`
const textStyle = (name: string, properties: string, family = 'text', more = '') =>
  `<style:style style:name="${name}" style:family="${family}" ${more}><style:text-properties ${properties}/></style:style>`

describe('readOdt: text inside paragraphs', () => {
  const automatic = [
    textStyle('I', 'fo:font-style="italic" style:font-style-complex="italic"'),
    textStyle('Latin', 'fo:font-style="italic"'),
    textStyle('Up', 'fo:font-style="normal"'),
    textStyle('Sup', 'style:text-position="super 58%"'),
    textStyle('Sub', 'style:text-position="-33% 58%"'),
    textStyle('Hidden', 'text:display="none"'),
    textStyle('PI', 'fo:font-style="italic"', 'paragraph'),
    '<style:style style:name="PC" style:family="paragraph" style:parent-style-name="PI"/>',
  ].join('')
  it.each([
    ['white space of the file is one space', p('\n  Paix   et\n sécurité '), 'Paix et sécurité'],
    ['spaces that are meant', p('a<text:s text:c="2"/>b'), 'a  b'],
    ['a tab', p('1.<text:tab/>Décide'), '1. Décide'],
    [
      'links, bookmarks and fields',
      p('<text:bookmark text:name="x"/><text:a>73/338</text:a> <text:page-number>3</text:page-number>'),
      '73/338 3',
    ],
    ['italics', p(`${span('I', 'Décide')} que`), '_Décide_ que'],
    ['spans side by side are one', p(span('I', 'Décide') + ' ' + span('I', 'aussi')), '_Décide aussi_'],
    ['a style that takes it back', p('Paix ' + span('Up', 'juste'), 'PI'), '_Paix_ juste'],
    ['an inherited style', p('Paix', 'PC'), '_Paix_'],
    ['Arabic has italics of its own', p(`${span('I', 'تقرر')} ${span('Latin', 'أن')}`), '_تقرر_ أن'],
    [
      'raised figures are marks, lowered ones are not',
      p(`objectifs${span('Sup', '3')} CO${span('Sub', '2')}`),
      'objectifs[3] CO2',
    ],
    ['hidden text is none', p(`Paix${span('Hidden', ' secrète')}`), 'Paix'],
    [
      'a base without its reading aid',
      p('<text:ruby><text:ruby-base>和</text:ruby-base><text:ruby-text>hé</text:ruby-text></text:ruby>'),
      '和',
    ],
  ])('%s', async (_what, body, expected) => {
    expect(await notation({ body, automatic })).toEqual([expected])
    expect(documentNotation(readFlatOdt(flatOdt({ body, automatic })))).toEqual([expected])
  })
})

describe('readOdt: paragraphs', () => {
  it.each([
    ['headings', h(1, 'A') + h(2, 'B<text:line-break/>b') + p('C'), ['h1|A', 'h2|B b', 'C']],
    [
      'sections and tables of contents',
      `<text:section>${p('A')}</text:section><text:table-of-content><text:index-body>${p('B<text:tab/>3')}</text:index-body></text:table-of-content>`,
      ['A', 'B 3'],
    ],
    ['a line break begins a line', p('A<text:line-break/>B'), ['A', '↵B']],
    ['a page begins', p('A') + p('B', 'Page'), ['A', '¶B']],
    [
      'a box',
      p('A<draw:frame><draw:text-box>' + p('B') + '</draw:text-box></draw:frame>') + p('C'),
      ['A', 'B', 'C'],
    ],
    [
      'a box between paragraphs',
      p('A') + '<draw:frame><draw:text-box>' + p('B') + '</draw:text-box></draw:frame>',
      ['A', 'B'],
    ],
    [
      'tables',
      '<table:table><table:table-column/><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2">' +
        p('A') +
        '</table:table-cell><table:covered-table-cell/><table:table-cell>' +
        p('B') +
        '</table:table-cell></table:table-row></table:table-header-rows><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/><table:table-cell>' +
        p('C') +
        p('D') +
        '</table:table-cell></table:table-row><table:table-row><table:table-cell><table:table><table:table-row><table:table-cell>' +
        p('E') +
        '</table:table-cell></table:table-row></table:table></table:table-cell></table:table-row></table:table>' +
        p('F'),
      ['c0.0.0|A', 'c0.0.2|B', 'c0.1.2|C', 'c0.1.2|D', 'c1.0.0|E', 'F'],
    ],
  ])('%s', async (_what, body, expected) => {
    const automatic =
      '<style:style style:name="Page" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>'
    expect(await notation({ body, automatic })).toEqual(expected)
  })
})

describe('readOdt: labels of lists as shown', () => {
  const level = (index: number, attributes: string) =>
    `<text:list-level-style-number text:level="${index}" ${attributes}/>`
  const automatic =
    `<text:list-style style:name="L">${level(1, 'style:num-format="1" style:num-suffix="."')}${level(2, 'style:num-format="a" style:num-prefix="(" style:num-suffix=")"')}${level(3, 'style:num-format="1" text:display-levels="2" style:num-suffix="."')}</text:list-style>` +
    `<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>` +
    `<text:list-style style:name="A">${level(1, 'style:num-format="أ, ب, ج, ..." style:num-prefix="(" style:num-suffix=")"')}</text:list-style>` +
    `<text:list-style style:name="P">${level(1, 'style:num-format="1" loext:num-list-format="%1% -"')}${level(2, 'style:num-format="i" loext:num-list-format="%1%.%2%"')}</text:list-style>` +
    `<text:list-style style:name="R">${level(1, 'style:num-format="а, б, .., аа, аб, ... (ru)" style:num-suffix=")"')}</text:list-style>` +
    `<text:list-style style:name="Z">${level(1, 'style:num-format="一, 二, 三, ..." style:num-suffix="、"')}</text:list-style>`
  const list = (style: string, items: string, more = '') =>
    `<text:list text:style-name="${style}" ${more}>${items}</text:list>`
  const inner = (items: string) => `<text:list>${items}</text:list>`
  const item = (content: string, more = '') => `<text:list-item ${more}>${content}</text:list-item>`
  it.each([
    ['one level', list('L', item(p('x')) + item(p('x') + p('y'))), '1. x|2. x|y'],
    [
      'deeper levels begin anew',
      list('L', item(p('x') + inner(item(p('x')) + item(p('x')))) + item(p('x') + inner(item(p('x'))))),
      '1. x|(a) x|(b) x|2. x|(a) x',
    ],
    [
      'numbers of the levels above',
      list('L', item(p('x') + inner(item(p('x') + inner(item(p('x'))))))),
      '1. x|(a) x|a.1. x',
    ],
    ['a level without one above it', list('L', item(inner(item(p('x')) + item(p('x'))))), '(a) x|(b) x'],
    ['a start', list('L', item(p('x'), 'text:start-value="7"') + item(p('x'))), '7. x|8. x'],
    ['another list begins anew', list('L', item(p('x'))) + list('L', item(p('x'))), '1. x|1. x'],
    [
      'unless it goes on',
      list('L', item(p('x'))) + p('-') + list('L', item(p('x')), 'text:continue-numbering="true"'),
      '1. x|-|2. x',
    ],
    [
      'or goes on with one that it names',
      list('L', item(p('x')), 'xml:id="one"') +
        list('A', item(p('x'))) +
        list('L', item(p('x')), 'text:continue-list="one"'),
      '1. x|(أ) x|2. x',
    ],
    ['bullets are items', list('B', item(p('x'))), 'i1|x'],
    [
      'a heading of a list has no label',
      list('L', `<text:list-header>${p('x')}</text:list-header>` + item(p('x'))),
      'x|1. x',
    ],
    ['Arabic letters', list('A', item(p('x')) + item(p('x')) + item(p('x'))), '(أ) x|(ب) x|(ج) x'],
    ['Russian letters', list('R', item(p('x')) + item(p('x'))), 'а) x|б) x'],
    ['Chinese numbers', list('Z', item(p('x')) + item(p('x'))), '一、 x|二、 x'],
    ['the pattern of newer programs', list('P', item(p('x') + inner(item(p('x'))))), '1 - x|1.i x'],
  ])('%s', async (_what, body, expected) => {
    expect((await notation({ body, automatic })).join('|')).toBe(expected)
  })

  it('numbers headings unless their style takes the numbers away', async () => {
    const styles =
      '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="A" style:num-suffix="."/></text:outline-style>' +
      '<style:style style:name="H" style:family="paragraph"/><style:style style:name="Bare" style:family="paragraph" style:list-style-name=""/>'
    const body = h(1, 'x') + h(2, 'x') + h(1, 'x', 'Bare') + h(1, 'x')
    expect(await notation({ body, styles })).toEqual(['h1|I. x', 'h2|A. x', 'h1|x', 'h1|II. x'])
  })
})

describe('readOdt: notes', () => {
  const note = (kind: string, mark: string, text: string, label = '') =>
    `<text:note text:note-class="${kind}"><text:note-citation ${label}>${mark}</text:note-citation><text:note-body>${p(text)}</text:note-body></text:note>`
  it('keeps footnotes and endnotes with the places of their marks', async () => {
    const body =
      p(`Paix${note('endnote', 'i', 'Fin.')}, et${note('footnote', '1', 'Résolution 70/1.')}.`) +
      p(`Titre${note('footnote', '*', '* Nouveau tirage.', 'text:label="*"')}`)
    expect(await notation(body)).toEqual([
      'Paix[i], et[1].',
      'Titre[*]',
      '--',
      '[1]Résolution 70/1.',
      '[*]Nouveau tirage.',
      '[i]Fin.',
    ])
  })
})

describe('readOdt: tracked changes', () => {
  const region = (id: string, content: string) =>
    `<text:changed-region text:id="${id}">${content}</text:changed-region>`
  const info = '<office:change-info/>'
  const changes = (...regions: readonly string[]) =>
    `<text:tracked-changes>${regions.join('')}</text:tracked-changes>`
  const inserted = (id: string, text: string) =>
    `<text:change-start text:change-id="${id}"/>${text}<text:change-end text:change-id="${id}"/>`
  it.each([
    [
      'words',
      changes(
        region('a', `<text:insertion>${info}</text:insertion>`),
        region('b', `<text:deletion>${info}${p('durable')}</text:deletion>`),
      ) + p(`Paix <text:change text:change-id="b"/>${inserted('a', 'juste')}`),
      ['Paix juste'],
      ['Paix durable'],
    ],
    [
      'a paragraph that was put in',
      changes(region('a', `<text:insertion>${info}</text:insertion>`)) +
        p('A<text:change-start text:change-id="a"/>') +
        p('B<text:change-end text:change-id="a"/>') +
        p('C'),
      ['A', 'B', 'C'],
      ['A', 'C'],
    ],
    [
      'paragraphs that were taken out',
      changes(region('b', `<text:deletion>${info}${p('')}${p('B')}${p('')}</text:deletion>`)) +
        p('A<text:change text:change-id="b"/>') +
        p('C'),
      ['A', 'C'],
      ['A', 'B', 'C'],
    ],
  ])('%s: as accepted, and as before', async (_what, body, accepted, original) => {
    expect(await notation(body)).toEqual(accepted)
    expect(await notation(body, 'original')).toEqual(original)
  })

  it('keeps what was left out and says how changes were taken', async () => {
    const body =
      changes(
        region('a', `<text:insertion>${info}</text:insertion>`),
        region('b', `<text:deletion>${info}${p('durable')}</text:deletion>`),
      ) + p(`Paix <text:change text:change-id="b"/>${inserted('a', 'juste')}`)
    expect(asideNotation(await read(body))).toEqual(['deleted durable', 'tracked-changes 2 accepted'])
    expect(asideNotation(await read(body, 'original'))).toEqual([
      'hidden juste',
      'tracked-changes 2 original',
    ])
  })
})

describe('readOdt: what is no text', () => {
  it('counts comments and pictures, and keeps heads, feet and the masthead apart', async () => {
    const masthead = `<table:table><table:table-row><table:table-cell>${p('Naciones Unidas')}</table:table-cell><table:table-cell>${p('A/RES/76/299')}</table:table-cell></table:table-row><table:table-row><table:table-cell>${p('Asamblea General')}</table:table-cell><table:table-cell>${p('Distr. general')}</table:table-cell></table:table-row></table:table>`
    const document = await read({
      body: p(
        'Paz<office:annotation><text:p>nota</text:p></office:annotation><draw:frame><draw:image/></draw:frame>',
        'First',
      ),
      automatic: '<style:style style:name="First" style:family="paragraph" style:master-page-name="One"/>',
      pages: `<style:master-page style:name="Standard"><style:header>${p('A/RES/76/299')}</style:header><style:footer>${p('2/3')}</style:footer></style:master-page><style:master-page style:name="One" style:next-style-name="Standard"><style:header>${masthead}</style:header><style:footer>${p('22-11873 (S)')}</style:footer></style:master-page>`,
    })
    expect(documentNotation(document)).toEqual(['A/RES/76/299', 'Asamblea General', 'Distr. general', 'Paz'])
    expect(asideNotation(document)).toEqual([
      'running-head Naciones Unidas',
      'running-head A/RES/76/299',
      'page-number 2/3',
      'job-number 22-11873 (S)',
      'comments 1',
      'pictures 1',
    ])
    expect(document.language).toBe('es')
  })

  it('declares the language of most characters', async () => {
    const styles =
      '<style:default-style style:family="paragraph"><style:text-properties fo:language="fr" style:language-asian="zh" style:language-complex="ar"/></style:default-style>'
    expect((await read({ body: p('Paix'), styles })).language).toBe('fr')
    expect((await read({ body: p('السلام'), styles })).language).toBe('ar')
    expect((await read({ body: p('和平与安全'), styles })).language).toBe('zh')
  })
})
