import { readDocx } from '../../../core/read/read-docx'
import { documentNotation, par, wordFile } from '../../support/word-parts'

/** A level in small notation: `decimal %1.`, with `start=3`, `restart=0` and `legal` behind. */
function level(index: number, notation: string, more = ''): string {
  const [format = '', text = '', ...options] = notation.split(' ')
  const option = (name: string) => options.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1)
  const restart = option('restart')
  return `<w:lvl w:ilvl="${index}"><w:start w:val="${option('start') ?? '1'}"/><w:numFmt w:val="${format}"/>${restart === undefined ? '' : `<w:lvlRestart w:val="${restart}"/>`}${options.includes('legal') ? '<w:isLgl/>' : ''}${more}<w:lvlText w:val="${text.replaceAll('~', ' ')}"/></w:lvl>`
}

const abstract = (id: number, levels: readonly string[], more = '') =>
  `<w:abstractNum w:abstractNumId="${id}">${more}${levels.join('')}</w:abstractNum>`
const num = (id: number, definition: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${more}</w:num>`
const restart = (index: number, start: number) =>
  `<w:lvlOverride w:ilvl="${index}"><w:startOverride w:val="${start}"/></w:lvlOverride>`
const use = (list: number, index = 0) =>
  `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="${list}"/></w:numPr>`

/** Paragraphs of lists in small notation, `1.0` for list and level, `-` for none; their labels. */
async function labels(numbering: string, sequence: string, styles?: string): Promise<string> {
  const body = sequence
    .split(' ')
    .map((each) => {
      const [list, index] = each.split('.')
      return par('x', each === '-' ? '' : use(Number(list), Number(index)))
    })
    .join('')
  const file = await wordFile({ body, numbering, ...(styles !== undefined && { styles }) })
  return readDocx(file)
    .blocks.map(({ text, shape, level: depth }) =>
      shape === 'item' ? `item${depth}` : text.replace(/ ?x$/u, ''),
    )
    .join(' | ')
}

describe('labels of lists as Word shows them', () => {
  const legal = abstract(0, [
    level(0, 'upperRoman %1.'),
    level(1, 'decimal %1.%2'),
    level(2, 'decimal %1.%2.%3 legal'),
  ])
  const resolution = abstract(1, [
    level(0, 'decimal %1.'),
    level(1, 'lowerLetter (%2)'),
    level(2, 'lowerRoman (%3)'),
  ])
  it.each([
    ['one level', resolution + num(1, 1), '1.0 1.0 - 1.0', '1. | 2. |  | 3.'],
    [
      'deeper levels begin anew',
      resolution + num(1, 1),
      '1.0 1.1 1.1 1.2 1.0 1.1',
      '1. | (a) | (b) | (i) | 2. | (a)',
    ],
    ['numbers of the levels above', legal + num(1, 0), '1.0 1.1 1.1 1.0 1.1', 'I. | I.1 | I.2 | II. | II.1'],
    ['plain figures where the level asks for them', legal + num(1, 0), '1.0 1.1 1.2', 'I. | I.1 | 1.1.1'],
    ['a level above that was not used shows its start', legal + num(1, 0), '1.1', 'I.1'],
    [
      'lists of one definition count on together',
      resolution + num(1, 1) + num(2, 1),
      '1.0 2.0 1.0',
      '1. | 2. | 3.',
    ],
    [
      'unless a list has a start of its own, once',
      resolution + num(1, 1) + num(2, 1, restart(0, 1)),
      '1.0 1.0 2.0 2.0 1.0',
      '1. | 2. | 1. | 2. | 3.',
    ],
    ['a start', abstract(2, [level(0, 'decimal %1. start=7')]) + num(1, 2), '1.0 1.0', '7. | 8.'],
    [
      'a level that never begins anew',
      abstract(2, [level(0, 'decimal %1.'), level(1, 'lowerLetter %2) restart=0')]) + num(1, 2),
      '1.0 1.1 1.0 1.1',
      '1. | a) | 2. | b)',
    ],
    [
      'a level that only the first lets begin anew',
      abstract(2, [level(0, 'decimal %1.'), level(1, 'lowerLetter %2)'), level(2, 'decimal %3 restart=1')]) +
        num(1, 2),
      '1.0 1.1 1.2 1.1 1.2 1.0 1.2',
      '1. | a) | 1 | b) | 2 | 2. | 1',
    ],
    [
      'a level of its own for a list',
      resolution + num(1, 1, `<w:lvlOverride w:ilvl="0">${level(0, 'decimal %1~-')}</w:lvlOverride>`),
      '1.0 1.0',
      '1 - | 2 -',
    ],
    ['bullets are items', abstract(2, [level(0, 'bullet •')]) + num(1, 2), '1.0', 'item1'],
    ['a format of none is no number', abstract(2, [level(0, 'none Annexe')]) + num(1, 2), '1.0', 'Annexe'],
    [
      'words around the number',
      abstract(2, [level(0, 'decimal Article~%1')]) + num(1, 2),
      '1.0 1.0',
      'Article 1 | Article 2',
    ],
    [
      'Arabic letters',
      abstract(2, [level(0, 'arabicAbjad (%1)')]) + num(1, 2),
      '1.0 1.0 1.0',
      '(أ) | (ب) | (ج)',
    ],
    ['Russian letters', abstract(2, [level(0, 'russianLower %1)')]) + num(1, 2), '1.0 1.0', 'а) | б)'],
    [
      'Chinese numbers',
      abstract(2, [level(0, 'chineseCountingThousand %1、'), level(1, 'chineseCounting （%2）')]) + num(1, 2),
      '1.0 1.1 1.1 1.0',
      '一、 | （一） | （二） | 二、',
    ],
    ['a list that there is not', resolution, '1.0', ''],
    ['a level that there is not', resolution + num(1, 1), '1.8', ''],
  ])('%s', async (_what, numbering, sequence, expected) => {
    expect(await labels(numbering, sequence)).toBe(expected)
  })

  it('follows lists that styles name, at the level that names the style, and a numbering style', async () => {
    const numbering =
      abstract(0, [
        level(0, 'decimal %1.', '<w:pStyle w:val="One"/>'),
        level(1, 'lowerLetter %2)', '<w:pStyle w:val="Two"/>'),
      ]) +
      abstract(1, [], '<w:numStyleLink w:val="Linked"/>') +
      num(1, 0) +
      num(2, 1)
    const styles =
      '<w:style w:type="paragraph" w:styleId="One"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Two"><w:basedOn w:val="One"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="numbering" w:styleId="Linked"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const style = (id: string, more = '') => `<w:pStyle w:val="${id}"/>${more}`
    const body =
      par('x', style('One')) +
      par('x', style('Two')) +
      par('x', style('Two')) +
      par('x', style('One', '<w:numPr><w:numId w:val="0"/></w:numPr>')) +
      par('x', use(2)) +
      par('x', style('One'))
    expect(documentNotation(readDocx(await wordFile({ body, numbering, styles })))).toEqual([
      '1. x',
      'a) x',
      'b) x',
      'x',
      '2. x',
      '3. x',
    ])
  })

  it('counts a paragraph with nothing on it, and shows its number alone only in a table', async () => {
    const numbering = resolution + num(1, 1)
    const cell = (content: string) => `<w:tc>${content}</w:tc>`
    const body =
      par('x', use(1)) +
      par('', use(1)) +
      par('x', use(1)) +
      `<w:tbl><w:tr>${cell(par('', use(1)))}${cell(par('x'))}</w:tr></w:tbl>`
    expect(documentNotation(readDocx(await wordFile({ body, numbering })))).toEqual([
      '1. x',
      '3. x',
      'c0.0.0|4.',
      'c0.0.1|x',
    ])
  })

  it('moves italics and marks behind the label', async () => {
    const body = `<w:p><w:pPr>${use(1)}</w:pPr><w:r><w:rPr><w:i/></w:rPr><w:t>Décide</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`
    const footnotes = `<w:footnote w:id="1">${par('Note.')}</w:footnote>`
    const file = await wordFile({ body, footnotes, numbering: resolution + num(1, 1) })
    expect(documentNotation(readDocx(file))).toEqual(['1. _Décide_[1]', '--', '[1]Note.'])
  })
})
