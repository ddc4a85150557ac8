import ExcelJS, { type RichText } from 'exceljs'
import JSZip from 'jszip'
import { importFile } from '../../../../core/pipeline'
import { drawn } from '../../../support/drawn'

const up = (text: string, italic = false): RichText => ({ text, font: { vertAlign: 'superscript', italic } })
const slanted = (text: string): RichText => ({ text, font: { italic: true } })
const bold = (text: string): RichText => ({ text, font: { bold: true } })
const plain = (text: string): RichText => ({ text })

/** The paragraphs of a sheet with one cell in a language, drawn, with their labels. */
async function drawnCell(
  runs: readonly RichText[],
  { language = 'fr', address = 'op1', change = (xml: string) => xml } = {},
): Promise<readonly string[]> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('a')
  sheet.addRow([language, 'it', 'address'])
  sheet.addRow([{ richText: runs }, 'altro', address])
  const zip = await JSZip.loadAsync(await book.xlsx.writeBuffer())
  zip.file('xl/sharedStrings.xml', change(await zip.file('xl/sharedStrings.xml')!.async('string')))
  const { versions } = await importFile(await zip.generateAsync({ type: 'uint8array' }), { name: 'a.xlsx' })
  return versions[0]!.version.paragraphs.map((one) => (one.label === null ? '' : `[${one.label}] `) + drawn(one)) // prettier-ignore
}

describe('cells in rich text', () => {
  it.each([
    ['italics', [slanted('Prie'), plain(' le')], ['⟪Prie⟫ le']],
    ['bold of a language with italics', [bold('Prie'), plain(' le')], ['Prie le']],
    ['a raised figure', [plain('a'), up('12'), plain(' b')], ['a⟦12⟧ b']],
    ['a raised figure with its space', [plain('Prie'), up('1 '), plain('le')], ['Prie⟦1⟧ le']],
    ['a raised figure at the end of a line', [plain('Premier'), up('1\n'), plain('second')], ['Premier⟦1⟧', 'second']],
    ['figures of one mark, one of them italic', [plain('a'), up('1'), up('2', true)], ['a⟦12⟧']],
    ['two marks that touch', [plain('a'), up('*'), up('†')], ['a⟦*⟧⟦†⟧']],
    ['exponents and raised letters', [plain('5 km'), up('2'), plain(' 1'), up('er')], ['5 km2 1er']],
    ['a cell of a raised figure', [up('1')], ['1']],
    ['italics across lines', [slanted('a\nb'), plain('c')], ['⟪a⟫', '⟪b⟫c']],
  ])('%s', async (_what, runs, expected) => {
    expect(await drawnCell(runs)).toEqual(expected)
  }) // prettier-ignore

  it.each([
    ['ar', 'وإذ تؤكد', ' القرار'],
    ['zh', '重申', '其决议'],
  ])('bold is the stress of a language without italics: %s', async (language, stressed, rest) => {
    expect(await drawnCell([bold(stressed), plain(rest)], { language })).toEqual([`⟪${stressed}⟫${rest}`])
  })

  it('italics and bold that cross are one stress in such a language', async () => {
    const both: RichText = { text: '申', font: { bold: true, italic: true } }
    const cell = [plain('其'), bold('重'), both, slanted('决'), plain('议')]
    expect(await drawnCell(cell, { language: 'zh' })).toEqual(['其⟪重申决⟫议'])
  })

  it('the raised mark in front of a note is its label', async () => {
    expect(await drawnCell([up('2'), plain(' Texte de la note')], { address: 'fn2' })).toEqual([
      '[2] Texte de la note',
    ])
  })

  it('a run without a text does no harm', async () => {
    const change = (xml: string) => xml.replace(/(<r><rPr>.*?<\/rPr>)<t[^>]*>x<\/t><\/r>/u, '$1</r>')
    expect(await drawnCell([slanted('x'), plain('texte')], { change })).toEqual(['texte'])
  })
})
