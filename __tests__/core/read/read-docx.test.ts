import { readDocx } from '../../../core/read/read-docx'
import {
  asideNotation,
  documentNotation,
  par,
  run,
  wordFile,
  wordFiles,
  zipFiles,
  type WordParts,
} from '../../support/word-parts'

async function read(parts: WordParts | string, changes?: 'accepted' | 'original') {
  return readDocx(await wordFile(typeof parts === 'string' ? { body: parts } : parts), changes)
}

async function notation(parts: WordParts | string, changes?: 'accepted' | 'original'): Promise<string[]> {
  return documentNotation(await read(parts, changes))
}

const I = '<w:i/>'
const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const box = (content: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`

describe('readDocx: text inside paragraphs', () => {
  it.each([
    ['runs are one text', run('Paix et sécu') + run('rité'), 'Paix et sécurité'],
    [
      'white space that is not kept is none',
      '<w:r><w:t> Paix </w:t></w:r>' + run(' durable'),
      'Paix durable',
    ],
    ['a tab is one space', run('1.') + '<w:r><w:tab/></w:r>' + run(' Décide'), '1. Décide'],
    ['tabs at the beginning are nothing', '<w:r><w:tab/><w:tab/><w:t>Titre</w:t></w:r>', 'Titre'],
    [
      'hyphens that do not break stay, soft ones go',
      '<w:r><w:t>sous</w:t><w:noBreakHyphen/><w:t>comi</w:t><w:softHyphen/><w:t>té</w:t></w:r>',
      'sous‑comité',
    ],
    ['signs of the Symbol font', '<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>5</w:t></w:r>', '≥5'],
    ['a sign of an unknown font stays', '<w:r><w:sym w:font="Ding" w:char="2022"/></w:r>', '•'],
    [
      'results of fields are text, instructions are not',
      run('Voir ') + field('REF _x \\h', run('par. 5')),
      'Voir par. 5',
    ],
    ['fields inside instructions are none', field(`IF ${field('PAGE', run('9'))} = 1`, run('oui')), 'oui'],
    ['a simple field', '<w:fldSimple w:instr="PAGE">' + run('3') + '</w:fldSimple>', '3'],
    ['links keep their words', '<w:hyperlink r:id="x">' + run('73/338') + '</w:hyperlink>', '73/338'],
    [
      'content controls and tags',
      '<w:sdt><w:sdtPr/><w:sdtContent><w:smartTag>' + run('Genève') + '</w:smartTag></w:sdtContent></w:sdt>',
      'Genève',
    ],
    [
      'a base without its reading aid',
      '<w:r><w:ruby><w:rt>' + run('hé') + '</w:rt><w:rubyBase>' + run('和') + '</w:rubyBase></w:ruby></w:r>',
      '和',
    ],
    ['right to left as it is stored', run('قرار ', '<w:rtl/>') + run('70/1'), 'قرار 70/1'],
    [
      'raised figures are marks',
      run('objectifs') + run('3', '<w:vertAlign w:val="superscript"/>') + run(' et'),
      'objectifs[3] et',
    ],
    [
      'raised letters are text',
      run('1') + run('er', '<w:vertAlign w:val="superscript"/>') + run(' août'),
      '1er août',
    ],
    ['a square is no mark', run('12 km') + run('2', '<w:vertAlign w:val="superscript"/>'), '12 km2'],
  ])('%s', async (_what, content, expected) => {
    expect(await notation(par(content))).toEqual([expected])
  })

  it('takes a field that never ends for no reason to lose the next paragraph', async () => {
    const open = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r>'
    expect(await notation(par(open + run('perdu')) + par('gardé'))).toEqual(['gardé'])
  })

  it('reads whatever prefix the file gives the namespace, strict or transitional', async () => {
    const files = wordFiles({ body: par('Paix') })
    const document = files['word/document.xml'] ?? ''
    files['word/document.xml'] = document
      .replaceAll('w:', 'x:')
      .replace(/xmlns:w="[^"]*"/u, 'xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"')
    expect(documentNotation(readDocx(await zipFiles(files)))).toEqual(['Paix'])
  })
})

describe('readDocx: italics', () => {
  const styles =
    '<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"/>' +
    '<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:i/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Base"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Upright"><w:basedOn w:val="Base"/><w:rPr><w:i w:val="0"/></w:rPr></w:style>' +
    '<w:style w:type="character" w:styleId="Em"><w:rPr><w:i/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
  it.each([
    ['a run', par(run('Décide', I) + run(' que')), '_Décide_ que'],
    [
      'runs side by side are one',
      par(run('Décide', I) + run(' ', I) + run('aussi', I) + run(' que')),
      '_Décide aussi_ que',
    ],
    [
      'white space between them does not part them',
      par(run('Décide', I) + run(' ') + run('aussi', I)),
      '_Décide aussi_',
    ],
    ['white space at the end is not italic', par(run('Décide ', I) + run('que')), '_Décide_ que'],
    ['switched off', par(run('Décide', '<w:i w:val="false"/>')), 'Décide'],
    ['a paragraph style', par('Paix', '<w:pStyle w:val="Base"/>'), '_Paix_'],
    ['an inherited one', par('Paix', '<w:pStyle w:val="Child"/>'), '_Paix_'],
    ['one that takes it back', par('Paix', '<w:pStyle w:val="Upright"/>'), 'Paix'],
    ['a character style', par(run('Paix', '<w:rStyle w:val="Em"/>')), '_Paix_'],
    [
      'two styles cancel each other',
      par(run('Paix', '<w:rStyle w:val="Em"/>'), '<w:pStyle w:val="Base"/>'),
      'Paix',
    ],
    [
      'the run has the last word',
      par(run('Paix', '<w:rStyle w:val="Em"/><w:i/>'), '<w:pStyle w:val="Base"/>'),
      '_Paix_',
    ],
    ['a style that is its own base', par('Paix', '<w:pStyle w:val="Loop"/>'), 'Paix'],
    [
      'Arabic has italics of its own',
      par(run('تقرر', '<w:iCs/><w:rtl/>') + run(' أن', '<w:i/><w:rtl/>')),
      '_تقرر_ أن',
    ],
  ])('%s', async (_what, body, expected) => {
    expect(await notation({ body, styles })).toEqual([expected])
  })
})

describe('readDocx: paragraphs', () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
  it.each([
    [
      'headings by outline level and by name',
      par('A', '<w:pStyle w:val="H2"/>') + par('B', '<w:pStyle w:val="T"/>'),
      ['h2|A', 'h1|B'],
    ],
    ['a long paragraph is no heading', par('a'.repeat(400), '<w:pStyle w:val="H2"/>'), ['a'.repeat(400)]],
    ['empty paragraphs are none', par('A') + par('') + par(' ') + par('B'), ['A', 'B']],
    ['a line break begins a line', par('<w:r><w:t>A</w:t><w:br/><w:t>B</w:t></w:r>'), ['A', '↵B']],
    [
      'in a heading it is a space',
      par('<w:r><w:t>A</w:t><w:br/><w:t>B</w:t></w:r>', '<w:pStyle w:val="H2"/>'),
      ['h2|A B'],
    ],
    [
      'between Chinese characters nothing',
      par('<w:r><w:t>和</w:t><w:br/><w:t>平</w:t></w:r>', '<w:pStyle w:val="H2"/>'),
      ['h2|和平'],
    ],
    [
      'a page break begins a page',
      par('A') + par('<w:r><w:br w:type="page"/></w:r>') + par('B'),
      ['A', '¶B'],
    ],
    ['so does a property', par('A') + par('B', '<w:pageBreakBefore/>'), ['A', '¶B']],
    ['so does a section', par('A', '<w:sectPr/>') + par('B'), ['A', '¶B']],
    [
      'but a continuous one',
      par('A', '<w:sectPr><w:type w:val="continuous"/></w:sectPr>') + par('B'),
      ['A', 'B'],
    ],
    [
      'a text box once, behind its paragraph',
      par(box(par('Distr. générale')) + run('A')) + par('B'),
      ['A', 'Distr. générale', 'B'],
    ],
    [
      'a content control of paragraphs',
      `<w:sdt><w:sdtContent>${par('A')}${par('B')}</w:sdtContent></w:sdt>`,
      ['A', 'B'],
    ],
    ['a heading that runs into its text', par('A.', '<w:rPr><w:specVanish/></w:rPr>') + par(' B'), ['A. B']],
  ])('%s', async (_what, body, expected) => {
    expect(await notation({ body, styles })).toEqual(expected)
  })

  it('reads tables row by row, merged cells once, nested tables in their place', async () => {
    const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
    const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`
    const inner = `<w:tbl>${row(cell(par('x')), cell(par('y')))}</w:tbl>`
    const table = `<w:tbl>${[
      row(cell(par('A') + par('a')), cell(par('B'), '<w:gridSpan w:val="2"/>')),
      row(
        cell(par('C'), '<w:vMerge w:val="restart"/>'),
        cell(par('<w:r><w:t>D</w:t><w:br/><w:t>d</w:t></w:r>')),
        cell(inner + par('E')),
      ),
      `<w:sdt><w:sdtContent>${row(cell(par(''), '<w:vMerge/>'), cell(par('')), cell(par('F')))}</w:sdtContent></w:sdt>`,
    ].join('')}</w:tbl>`
    expect(await notation(par('avant') + table + par('après'))).toEqual([
      'avant',
      'c0.0.0|A',
      'c0.0.0|a',
      'c0.0.1|B',
      'c0.1.0|C',
      'c0.1.1|D d',
      'c1.0.0|x',
      'c1.0.1|y',
      'c0.1.2|E',
      'c0.2.2|F',
      'après',
    ])
  })

  it('takes a table with the symbol at the head of the text for its masthead', async () => {
    const table = `<w:tbl><w:tr><w:tc>${par('Assemblée générale')}</w:tc><w:tc>${par('A/RES/76/299')}</w:tc></w:tr></w:tbl>`
    expect(await notation(table + par('A'))).toEqual(['Assemblée générale', 'A/RES/76/299', 'A'])
  })
})

describe('readDocx: notes', () => {
  const reference = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
  const note = (kind: string, id: number, content: string) =>
    `<w:${kind} w:id="${id}">${par(`<w:r><w:${kind}Ref/></w:r>` + content)}</w:${kind}>`
  const footnotes =
    '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>' +
    [1, 2, 3].map((id) => note('footnote', id, run(` Résolution 70/${id}.`))).join('')

  it('numbers marks in the order of the text and gives each its place', async () => {
    const body =
      par(run('Paix') + reference('footnote', 2) + run(', et') + reference('footnote', 1) + run('.')) +
      par(run('Fin') + reference('endnote', 5))
    const endnotes = note('endnote', 5, run(' Voir plus haut.'))
    expect(await notation({ body, footnotes, endnotes })).toEqual([
      'Paix[1], et[2].',
      'Fin[i]',
      '--',
      '[1]Résolution 70/2.',
      '[2]Résolution 70/1.',
      '[i]Voir plus haut.',
    ])
  })

  it.each([
    ['a format', '<w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr>', 'A[a]|B[b]|C[c]'],
    ['a start', '<w:footnotePr><w:numStart w:val="5"/></w:footnotePr>', 'A[5]|B[6]|C[7]'],
    [
      'a new count in each section',
      '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>',
      'A[1]|B[2]|C[1]',
    ],
    [
      'a new count on each page',
      '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>',
      'A[1]|B[1]|C[2]',
    ],
  ])('follows %s', async (_what, settings, expected) => {
    const page = '<w:r><w:lastRenderedPageBreak/></w:r>'
    const body =
      par(run('A') + reference('footnote', 1)) +
      par(page + run('B') + reference('footnote', 2), '<w:sectPr><w:type w:val="continuous"/></w:sectPr>') +
      par(run('C') + reference('footnote', 3))
    const { blocks } = await read({ body, footnotes, settings })
    expect(documentNotation({ format: 'docx', blocks, removed: [], language: null }).join('|')).toBe(expected)
  })

  it('prints a mark of its own and does not count it', async () => {
    const own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="7"/><w:t>*</w:t></w:r>'
    const body = par(run('Titre') + own) + par(run('Paix') + reference('footnote', 1))
    const notes =
      footnotes +
      '<w:footnote w:id="7">' +
      par(run('* Nouveau tirage.')) +
      par('Deux alinéas.') +
      '</w:footnote>'
    expect(await notation({ body, footnotes: notes })).toEqual([
      'Titre[*]',
      'Paix[1]',
      '--',
      '[*]Nouveau tirage. Deux alinéas.',
      '[1]Résolution 70/1.',
    ])
  })
})

describe('readDocx: tracked changes', () => {
  const ins = (content: string) => `<w:ins w:id="1">${content}</w:ins>`
  const del = (text: string) =>
    `<w:del w:id="2"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
  const mark = (name: string) => `<w:rPr><w:${name} w:id="3"/></w:rPr>`
  const row = (text: string, change = '') =>
    `<w:tr><w:trPr>${change}</w:trPr><w:tc>${par(text)}</w:tc></w:tr>`
  it.each([
    ['words', par(run('Paix ') + del('durable') + ins(run('juste'))), ['Paix juste'], ['Paix durable']],
    [
      'a paragraph that was put in',
      par('A') + par(ins(run('B')), mark('ins')) + par('C'),
      ['A', 'B', 'C'],
      ['A', 'C'],
    ],
    [
      'a paragraph that was taken out',
      par('A') + par(del('B'), mark('del')) + par('C'),
      ['A', 'C'],
      ['A', 'B', 'C'],
    ],
    ['two paragraphs made one', par('A ', mark('del')) + par('B'), ['A B'], ['A', 'B']],
    ['one paragraph made two', par('A ', mark('ins')) + par('B'), ['A', 'B'], ['A B']],
    [
      'a paragraph that was moved',
      par(`<w:moveFrom w:id="4">${run('B')}</w:moveFrom>`, mark('moveFrom')) +
        par('A') +
        par(`<w:moveTo w:id="5">${run('B')}</w:moveTo>`, mark('moveTo')) +
        par('C'),
      ['A', 'B', 'C'],
      ['B', 'A', 'C'],
    ],
    [
      'rows',
      `<w:tbl>${row('A')}${row('B', '<w:del/>')}${row('C', '<w:ins/>')}</w:tbl>`,
      ['c0.0.0|A', 'c0.1.0|C'],
      ['c0.0.0|A', 'c0.1.0|B'],
    ],
    ['italics', par(run('A', '<w:i/><w:rPrChange><w:rPr/></w:rPrChange>')), ['_A_'], ['A']],
  ])('%s: as accepted, and as before', async (_what, body, accepted, original) => {
    expect(await notation(body)).toEqual(accepted)
    expect(await notation(body, 'original')).toEqual(original)
  })

  it('keeps what was left out and says how changes were taken', async () => {
    const body = par(run('Paix ') + del('durable') + ins(run('juste')))
    expect(asideNotation(await read(body))).toEqual(['deleted durable', 'tracked-changes 2 accepted'])
    expect(asideNotation(await read(body, 'original'))).toEqual([
      'hidden juste',
      'tracked-changes 2 original',
    ])
  })
})

describe('readDocx: what is no text', () => {
  it('keeps hidden text as removed and counts comments, pictures, boxes and signs of direction', async () => {
    const picture = '<w:r><w:drawing><pic:pic/></w:drawing></w:r>'
    const body =
      par(run('Paix') + run('secret', '<w:vanish/>') + picture) +
      par(
        '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>' +
          run('Cliquez ici') +
          '</w:sdtContent></w:sdt>',
      ) +
      par(run('‏A/RES/70/1‏') + box(par('Distr.')))
    const document = await read({ body, comments: '<w:comment w:id="0"/><w:comment w:id="1"/>' })
    expect(documentNotation(document)).toEqual(['Paix', '‏A/RES/70/1‏', 'Distr.'])
    expect(asideNotation(document)).toEqual([
      'hidden secret',
      'hidden Cliquez ici',
      'comments 2',
      'pictures 1',
      'text-boxes 1',
      'bidi-controls 2',
    ])
  })

  it('puts heads and feet among the removed, and the masthead of the first page before the text', async () => {
    const reference = (kind: string, type: string, id: string) =>
      `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`
    const section = `<w:sectPr>${reference('header', 'first', 'h1')}${reference('header', 'default', 'h2')}${reference('footer', 'default', 'f1')}${reference('footer', 'first', 'f2')}<w:titlePg/></w:sectPr>`
    const document = await read({
      body: par('Soixante-seizième session') + section,
      pages: {
        h1: [
          'hdr',
          `<w:tbl><w:tr><w:tc>${par('Nations Unies')}</w:tc><w:tc>${par(run('A') + run('/RES/76/299'))}</w:tc></w:tr><w:tr><w:tc>${par('Assemblée générale')}</w:tc><w:tc>${par('Distr. générale')}</w:tc></w:tr></w:tbl>`,
        ],
        h2: ['hdr', par('<w:r><w:t>A/RES/76/299</w:t><w:tab/><w:t>Zone de paix</w:t></w:r>')],
        f1: ['ftr', par(field('PAGE', run('2')) + run('/') + field('NUMPAGES', run('3')))],
        f2: ['ftr', par('22-11873 (F)    010822') + par('*2211873*')],
      },
    })
    expect(documentNotation(document)).toEqual([
      'A/RES/76/299',
      'Assemblée générale',
      'Distr. générale',
      'Soixante-seizième session',
    ])
    expect(asideNotation(document)).toEqual([
      'running-head Nations Unies',
      'running-head A/RES/76/299 Zone de paix',
      'page-number 2/3',
      'job-number 22-11873 (F)    010822',
      'barcode *2211873*',
    ])
    expect(document.language).toBe('fr')
  })

  it.each([
    [
      'the language of most words',
      par(run('Paix et sécurité', '<w:lang w:val="fr-CH"/>') + run('peace', '<w:lang w:val="en-GB"/>')),
      'fr',
    ],
    [
      'the Arabic one of right-to-left runs',
      par(run('السلام', '<w:rtl/><w:lang w:val="en-US" w:bidi="ar-SA"/>')),
      'ar',
    ],
    [
      'the Chinese one of Chinese characters',
      par(run('和平', '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>')),
      'zh',
    ],
    ['none where none is marked', par('Paix'), null],
  ])('declares %s', async (_what, body, expected) => {
    expect((await read(body)).language).toBe(expected)
  })
})
