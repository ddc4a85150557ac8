import JSZip from 'jszip'
import { InputError, type ExportTable } from '../../../../core/model'
import { importFile } from '../../../../core/pipeline'
import { readFile } from '../../../../core/read/read-document'
import { columnOf, paragraphOf, tableOf } from '../../export/sample-table'
import { drawn } from '../../../support/drawn'
import { LAYOUTS, readWordTable, writeWordTable } from '../../../support/word-tables'

/** The file with its text, or another part, changed as a person would change it. */
async function edited(bytes: Uint8Array, change: (xml: string) => string, part = 'word/document.xml') {
  const zip = await JSZip.loadAsync(bytes)
  const before = await zip.file(part)!.async('string')
  const after = change(before)
  expect(after).not.toBe(before)
  zip.file(part, after)
  return zip.generateAsync({ type: 'uint8array' })
}

const rowsOf = (xml: string) => xml.match(/<w:tr>.*?<\/w:tr>/gsu)!
const cellsOf = (row: string) => row.match(/<w:tc>.*?<\/w:tc>/gsu)!
/** Every row's cells changed; `k` is the row's number. */
const inRows = (xml: string, change: (cells: readonly string[], k: number) => readonly string[]) => {
  let k = -1
  return xml.replace(/<w:tr>.*?<\/w:tr>/gsu, (row) => {
    const cells = cellsOf(row)
    return row.replace(cells.join(''), () => change(cells, (k += 1)).join(''))
  })
}
const failure = async (bytes: Uint8Array) => {
  const error: unknown = await readFile(bytes, 't.docx').catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(InputError)
  const { code, detail } = error as InputError
  return `${code}: ${detail}`
}

const THREE = tableOf(
  ['fr', 'ar', 'zh'],
  [
    ['un', 'واحد', '一'],
    ['deux', '', '二'],
    ['trois', 'ثلاثة', '三'],
  ],
)
const texts = async (bytes: Uint8Array) => (await readWordTable(bytes)).units.map((unit) => unit.texts)

describe('a Word table that a person has changed', () => {
  it('gives edited texts, and those of tracked changes in the state that is asked for', async () => {
    const bytes = await edited(
      await writeWordTable(THREE, 'columns'),
      (xml) =>
      xml
        .replace('>deux<', '>deux et demi<')
        .replace(/<w:r>(?:(?!<w:r>)[^])*?trois<\/w:t><\/w:r>/u, '<w:del>$&</w:del><w:ins><w:r><w:t>3</w:t></w:r></w:ins>'), // prettier-ignore
    )
    const accepted = await readWordTable(bytes)
    expect(accepted.units.map((unit) => unit.texts['fr'])).toEqual(['un', 'deux et demi', '3'])
    expect(accepted.notices).toEqual([{ code: 'tracked-changes', detail: 'accepted', count: 2 }])
    const original = await readFile(bytes, 't.docx', { changes: 'original' })
    expect(original.kind === 'aligned' && original.aligned.units[2]!.texts['fr']).toBe('trois')
  })

  it('takes a gap that was filled, also below its word, and one that was emptied', async () => {
    const filled = (by: string) => (xml: string) =>
      xml.replace(/(<w:t[^>]*>)absent(<\/w:t><\/w:r><\/w:p>)/u, by)
    const file = await writeWordTable(THREE, 'columns')
    expect((await texts(await edited(file, filled('$1اثنان$2'))))[1]!['ar']).toBe('اثنان')
    const below = '$1absent$2<w:p><w:r><w:t>اثنان</w:t></w:r></w:p>'
    expect((await texts(await edited(file, filled(below))))[1]!['ar']).toBe('اثنان')
    expect((await texts(await edited(file, filled('$1$2'))))[1]).toEqual({ fr: 'deux', zh: '二' })
  })

  it('follows columns that were moved, taken away or added', async () => {
    const file = await writeWordTable(THREE, 'columns')
    const moved = await readWordTable(
      await edited(file, (xml) => inRows(xml, ([a, fr, ar, zh]) => [a!, zh!, fr!, ar!])),
    )
    expect(moved.languages).toEqual(['zh', 'fr', 'ar'])
    expect(moved.units[0]!.texts).toEqual({ fr: 'un', ar: 'واحد', zh: '一' })
    const less = await readWordTable(
      await edited(file, (xml) => inRows(xml, ([a, , ar, zh]) => [a!, ar!, zh!])),
    )
    expect(less.languages).toEqual(['ar', 'zh'])
    expect(less.units.map((unit) => unit.texts)).toEqual([{ ar: 'واحد', zh: '一' }, { zh: '二' }, { ar: 'ثلاثة', zh: '三' }]) // prettier-ignore
    const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
    const more = await readWordTable(
      await edited(file, (xml) =>
        inRows(xml, (cells, k) => [...cells, cell(k === 0 ? 'Remarque' : `n${k}`)]),
      ),
    )
    expect(more.languages).toEqual(['fr', 'ar', 'zh'])
    expect(more.units.map(({ properties }) => properties['note'])).toEqual(['n1', 'n2', 'n3'])
    const german = await readWordTable(
      await edited(file, (xml) => inRows(xml, (cells, k) => [...cells, cell(k === 0 ? 'de' : `d${k}`)])),
    )
    expect(german.languages).toEqual(['fr', 'ar', 'zh', 'de'])
  })

  it('takes rows that were added, taken away or turned round', async () => {
    const file = await writeWordTable(THREE, 'columns')
    const change = async (act: (rows: string[]) => string[]) =>
      readWordTable(await edited(file, (xml) => xml.replace(rowsOf(xml).join(''), act(rowsOf(xml)).join(''))))
    const added = await change(([head, one, ...rest]) => [head!, one!, one!.replace('>op1<', '><').replace('>un<', '>neuf<'), ...rest]) // prettier-ignore
    expect(added.units.map((unit) => [unit.properties['address'], unit.texts['fr']])).toEqual([
      ['op1', 'un'],
      [undefined, 'neuf'],
      ['op2', 'deux'],
      ['op3', 'trois'],
    ])
    const less = await change(([head, , two, three]) => [head!, three!, two!])
    expect(less.units.map((unit) => unit.properties['address'])).toEqual(['op3', 'op2'])
  })

  it('takes a head in another language, tells one that says nothing from its texts, and refuses what stays open', async () => {
    const text =
      'L’Assemblée générale prie le Secrétaire général de lui présenter un rapport à sa prochaine session, et décide de rester saisie de la question. Elle se félicite de la coopération des États.'
    const file = await writeWordTable(tableOf(['fr', 'ar'], [[text, 'واحد']]), 'columns')
    const renamed = (name: string) => edited(file, (xml) => xml.replace('>FR<', `>${name}<`))
    expect(await texts(await renamed('Французский'))).toEqual([{ fr: text, ar: 'واحد' }])
    const told = await readWordTable(await renamed('Colonne'))
    expect(told.units[0]!.texts).toEqual({ fr: text, ar: 'واحد' })
    expect(told.notices).toEqual([{ code: 'language-guessed', detail: 'fr', count: 1 }])
    expect(await failure(await renamed('AR'))).toBe('damaged: table: “AR” ×2')
    const short = await edited(await writeWordTable(THREE, 'columns'), (xml) =>
      xml.replace('>FR<', '>Colonne<'),
    )
    expect(await failure(short)).toBe('damaged: table: “Colonne”')
  })

  it('refuses cells that were merged, shifted or whose head is gone, with their row', async () => {
    const file = await writeWordTable(THREE, 'columns')
    const cut = await edited(file, (xml) => inRows(xml, (cells, k) => (k === 2 ? cells.slice(0, 3) : cells)))
    expect(await failure(cut)).toBe('damaged: table: row 3')
    const merged = await edited(
      file,
      (xml) =>
      inRows(xml, (cells, k) => cells.map((cell, x) => (k === 3 && x === 2 ? cell.replace('</w:tcPr>', '<w:vMerge/></w:tcPr>') : cell))), // prettier-ignore
    )
    expect(await failure(merged)).toBe('damaged: table: row 4')
    const headless = await edited(file, (xml) => xml.replace(rowsOf(xml)[0]!, ''))
    expect(await failure(headless)).toBe('damaged: table: Par.')
    const stacked = await writeWordTable(THREE, 'stacked')
    const named = await edited(stacked, (xml) => xml.replace('>ZH<', '>Texte<'))
    expect(await failure(named)).toBe('damaged: table: row 4')
    const twice = await edited(stacked, (xml) => xml.replace(rowsOf(xml)[2]!, rowsOf(xml)[2]!.repeat(2)))
    expect(await failure(twice)).toBe('damaged: table: row 4, “AR” ×2')
    const dropped = await edited(stacked, (xml) => xml.replace(rowsOf(xml)[4]!, ''))
    expect(await failure(dropped)).toBe('damaged: table: row 5, “AR” ×2')
  })

  it('tells what a person has written beside the table, and comments of others', async () => {
    const bytes = await edited(
      await writeWordTable(THREE, 'columns'),
      (xml) => `${xml.slice(0, xml.indexOf('<w:tbl>'))}<w:p><w:r><w:t>À revoir</w:t></w:r></w:p>${xml.slice(xml.indexOf('<w:tbl>'))}`, // prettier-ignore
    )
    const commented = await edited(
      bytes,
      (xml) => xml.replace('</w:comments>', '<w:comment w:id="9" w:author="Claire"><w:p/></w:comment></w:comments>'), // prettier-ignore
      'word/comments.xml',
    )
    expect((await readWordTable(commented)).notices).toEqual([
      { code: 'comments', detail: '', count: 1 },
      { code: 'beside-table', detail: '', count: 1 },
    ])
  })

  it.each([0.2, 0.5, 0.9, 0.99])('refuses a file cut at %d of its length', async (share) => {
    const bytes = await writeWordTable(THREE, 'columns')
    expect(await failure(bytes.slice(0, Math.floor(bytes.length * share)))).toMatch(/^damaged/u)
  })

  it('is read as a document where the mark is gone, as any other Word file', async () => {
    const bytes = await edited(await writeWordTable(THREE, 'columns'), () => '<broken', 'docProps/custom.xml')
    const read = await readFile(bytes, 't.docx')
    expect(read.kind).toBe('document')
  })
})

describe('footnotes of a Word table', () => {
  const note = (text: string) => ({ label: '1', text, italics: [] })
  const called = (text: string, words: string) => [
    paragraphOf(text, { marks: [{ at: 2, mark: '1', note: 'fn1', words: note(words) }] }),
  ]
  const table = (noteRow: boolean): ExportTable => {
    const base = tableOf(['fr', 'en'], [['', '']])
    const [row] = base.rows
    const first = { ...row!, cells: [called('un', 'Voir A/1.'), called('one', 'See A/1.')] }
    const second = {
      ...row!,
      id: 'r2',
      kind: 'footnote' as const,
      address: 'fn1',
      cells: [[paragraphOf('Voir A/1.', { label: '1' })], [paragraphOf('See A/1.', { label: '1' })]],
    }
    return { ...base, columns: [columnOf('fr'), columnOf('en')], rows: noteRow ? [first, second] : [first] }
  }

  it.each(LAYOUTS)('are marks, and notes in the row of theirs or in one that is made, %s', async (layout) => {
    for (const noteRow of [true, false]) {
      const read = await importFile(await writeWordTable(table(noteRow), layout), { name: 't.docx' })
      for (const { version, report } of read.versions) {
        const [text, own] = version.paragraphs
        expect(text!.marks).toEqual([{ at: 2, mark: '1', note: 'fn1' }])
        expect(own).toMatchObject({ address: 'fn1', kind: 'footnote', label: '1' })
        expect(own!.text).toBe(version.language === 'fr' ? 'Voir A/1.' : 'See A/1.')
        expect(report.notices).toEqual([])
      }
      expect(read.alignment!.rows).toHaveLength(2)
    }
  })

  it('that a person has changed give way to their row, and it is told', async () => {
    const bytes = await edited(
      await writeWordTable(table(true), 'columns'),
      (xml) => xml.replace('Voir A/1.', 'Voir A/2.'),
      'word/footnotes.xml',
    )
    const read = await readWordTable(bytes)
    expect(read.units[1]!.texts['fr']).toBe('1 Voir A/1.')
    expect(read.notices).toEqual([{ code: 'beside-table', detail: '', count: 1 }])
  })

  it('that a person has added are rows of their own', async () => {
    const file = await writeWordTable(THREE, 'columns')
    const noted = await edited(file, (xml) => xml.replace('>deux</w:t></w:r>', '>deux</w:t></w:r><w:r><w:footnoteReference w:id="5"/></w:r>')) // prettier-ignore
    const bytes = await edited(
      noted,
      (xml) => xml.replace('</w:footnotes>', '<w:footnote w:id="5"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Une note.</w:t></w:r></w:p></w:footnote></w:footnotes>'), // prettier-ignore
      'word/footnotes.xml',
    )
    const { units } = await readWordTable(bytes)
    expect(units[1]!.texts['fr']).toBe('deux¹')
    expect(units[3]).toMatchObject({ texts: { fr: '1 Une note.' }, properties: { address: 'fn1' } })
  })
})

describe('what a person types where a mark of ours stands', () => {
  const marked = tableOf(['fr', 'ar'], [['Prie le Secrétaire général', 'نص']])
  const cells = [[paragraphOf('Prie le Secrétaire général', { marks: [{ at: 18, mark: '12', note: null }] })], [paragraphOf('نص')]] // prettier-ignore
  const table = { ...marked, rows: marked.rows.map((row) => ({ ...row, cells })) }
  const run = (content: string, properties = '<w:rStyle w:val="Mark"/><w:vertAlign w:val="superscript"/>') =>
    `<w:r><w:rPr>${properties}</w:rPr>${content}</w:r>`
  const text = (words: string) => `<w:t xml:space="preserve">${words}</w:t>`

  it.each([
    ['nothing', run(text('12')), ['Prie le Secrétaire⟦12⟧ général']],
    ['words in the run', run(text('12 et le Président')), ['Prie le Secrétaire12 et le Président général']],
    ['words in a run behind it', run(text('12')) + run(text(' et le Président'), '<w:rStyle w:val="Mark"/><w:vertAlign w:val="baseline"/>'), ['Prie le Secrétaire⟦12⟧ et le Président général']],
    ['a line', run(`${text('12')}<w:br/>${text('nouvelle ligne')}`), ['Prie le Secrétaire⟦12⟧', 'nouvelle ligne général']],
    ['a paragraph', `${run(text('12'))}</w:p><w:p>${run(text('Nouveau paragraphe'))}`, ['Prie le Secrétaire⟦12⟧', 'Nouveau paragraphe général']],
    ['a figure in pieces', run(text('1')) + run(text('2')), ['Prie le Secrétaire⟦12⟧ général']],
    ['a tracked figure', run(text('1')) + `<w:del>${run('<w:delText>2</w:delText>')}</w:del><w:ins>${run(text('3'))}</w:ins>`, ['Prie le Secrétaire⟦13⟧ général']],
    ['a space', run(text('12 ')), ['Prie le Secrétaire⟦12⟧ général']],
    ['another mark', run(text('12')) + run(text('*')), ['Prie le Secrétaire⟦12⟧⟦*⟧ général']],
    ['bold of another language', run(text('12')) + run(text(' gras'), '<w:b/><w:lang w:val="fr-FR" w:eastAsia="zh-CN"/>'), ['Prie le Secrétaire⟦12⟧ gras général']],
    ['a tab before italics', run(text('12')) + run('<w:tab/>', '') + run(text('oui'), '<w:i/>'), ['Prie le Secrétaire⟦12⟧\t⟪oui⟫ général']],
  ])('%s', async (_what, typed, expected) => {
    const own = /<w:r><w:rPr><w:rStyle w:val="Mark"\/>(?:(?!<\/w:r>)[^])*<\/w:r>/u
    const bytes = await edited(await writeWordTable(table, 'columns'), (xml) => xml.replace(own, () => `${typed}<!-- -->`))
    const { units } = await readWordTable(bytes)
    expect(units[0]!.paragraphs!['fr']!.map(drawn)).toEqual(expected)
  }) // prettier-ignore
})
