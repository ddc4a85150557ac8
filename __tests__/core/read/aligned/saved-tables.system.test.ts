import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { wholeFile } from '../../../../core/export/gather-chunks'
import { writeTable } from '../../../../core/export/write-table'
import { UN_LANGUAGES, type Check, type ExportTable } from '../../../../core/model'
import { alignVersions } from '../../../../core/pipeline'
import { readFile } from '../../../../core/read/read-document'
import { buildExportTable } from '../../../../i18n/build-export-table'
import { makeTranslator } from '../../../../i18n/translator'
import { drawn } from '../../../support/drawn'
import { pythonWith, testWith } from '../../../support/other-programs'
import { shippedResolution } from '../../../support/shipped-versions'
import { gappedRows, paragraphOf, tableOf } from '../../export/sample-table'

jest.setTimeout(120_000)

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'saved-tables-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The files saved anew by LibreOffice, as after work on them there. */
function saved(files: Readonly<Record<string, Uint8Array>>, ending: string): Record<string, Uint8Array> {
  for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(folder, name), bytes)
  const out = path.join(folder, 'saved')
  const names = Object.keys(files)
  const profile = `-env:UserInstallation=file://${folder}/profile`
  spawnSync('soffice', [profile, '--headless', '--convert-to', ending, '--outdir', out, ...names], {
    cwd: folder,
    timeout: 100_000,
  })
  return Object.fromEntries(names.map((name) => [name, new Uint8Array(readFileSync(path.join(out, name)))]))
}

async function readTable(bytes: Uint8Array, name: string) {
  const read = await readFile(bytes, name)
  if (read.kind !== 'aligned') throw new Error('read as a document')
  return read.aligned
}

/** A resolution in six languages, every pattern of gaps, lines of other scripts, and texts of all six that are stressed in part, whole and by custom, with marks. */
function tables(): Readonly<Record<string, ExportTable>> {
  const versions = UN_LANGUAGES.map((language) => shippedResolution(language))
  const alignment = alignVersions(versions, { terms: [], lexicon: [], names: [] })
  const check: Check = { ...alignment, findings: [], hits: {} }
  const resolution = buildExportTable(
    { check, symbol: 'A/RES/76/299', title: null, adopted: null, meeting: null },
    makeTranslator('ar'),
    { locale: 'ar', languages: ['fr', 'ar', 'zh', 'en', 'ru', 'es'] },
  )
  const stressed = ['وإذ تشير إلى قرارها 73/338', '回顾其第73/338号 决议', 'Recalling its resolution', 'Rappelant sa résolution 73/338', 'ссылаясь на резолюцию', 'Recordando'] // prettier-ignore
  const rows = tableOf(UN_LANGUAGES, [stressed, stressed, stressed]).rows.map((row, k) => ({
    ...row,
    kind: (['preambular', 'enacting', 'title'] as const)[k]!,
    cells: stressed.map((text) => [
      paragraphOf(text, {
        italics: k === 1 ? [] : [{ from: 3 * (k % 2), to: k === 0 ? text.length : 8 }],
        marks: k === 0 ? [] : [{ at: 9, mark: '*', note: null }, { at: text.length, mark: '2', note: null }],
      }),
      ...(k === 0 ? [] : [paragraphOf(text, { italics: k === 2 ? [{ from: 0, to: 4 }] : [] })]),
    ]), // prettier-ignore
  }))
  return {
    resolution: { ...resolution, rows: [...resolution.rows] },
    gaps: tableOf(['zh', 'fr', 'fr-2', 'ar'], gappedRows(['zh', 'fr', 'fr-2', 'ar'])),
    lines: tableOf(['fr', 'ar'], [['=1+1\nbas', 'نص\nآخر'], ['😀 𠀀', '73/338 (2021)']]), // prettier-ignore
    looks: { ...tableOf(UN_LANGUAGES, []), rows },
  }
}

testWith('soffice')('a Word table that LibreOffice has saved gives the same texts as before', async () => {
  const files: Record<string, Uint8Array> = {}
  for (const [name, table] of Object.entries(tables()))
    for (const layout of ['columns', 'stacked'] as const)
      files[`${name}-${layout}.docx`] = wholeFile(await writeTable(table, 'docx', { layout })).bytes
  const after = saved(files, 'docx')
  for (const [name, bytes] of Object.entries(files)) {
    const [before, now] = [await readTable(bytes, name), await readTable(after[name]!, name)]
    expect({ name, ...now }).toEqual({ name, ...before })
  }
})

testWith('soffice')('so does an Excel sheet, italics and marks included', async () => {
  const files: Record<string, Uint8Array> = {}
  for (const [name, table] of Object.entries(tables())) {
    const columns = table.columns.map((own) => ({ ...own, heading: own.heading.replace(/-(\d)$/u, ' ($1)') }))
    files[`${name}.xlsx`] = wholeFile(await writeTable({ ...table, columns }, 'xlsx')).bytes
  }
  const after = saved(files, 'xlsx')
  for (const [name, bytes] of Object.entries(files)) {
    const [before, now] = [await readTable(bytes, name), await readTable(after[name]!, name)]
    expect({ name, ...now }).toEqual({ name, ...before })
  }
  const { units } = await readTable(after['looks.xlsx']!, 'looks.xlsx')
  const shown = (['ar', 'zh', 'fr'] as const).map((key) =>
    [units[0]!, units[2]!].map(({ paragraphs }) => drawn(paragraphs![key]![0]!)),
  )
  expect(shown).toEqual([
    ['⟪وإذ تشير إلى قرارها 73/338⟫', '⟪وإذ تشير⟫ ⟦*⟧إلى قرارها 73/338²'],
    ['⟪回顾其第73/338号 决议⟫', '⟪回顾其第73/3⟫3⟦*⟧8号 决议²'],
    ['⟪Rappelant sa résolution 73/338⟫', '⟪Rappelan⟫t⟦*⟧ sa résolution 73/338²'],
  ])
})

testWith('openpyxl')(
  'an Excel sheet that openpyxl has saved is read, with comments, tables and links',
  async () => {
    const { resolution } = tables()
    const bytes = wholeFile(await writeTable(resolution!, 'xlsx')).bytes
    writeFileSync(path.join(folder, 'a.xlsx'), bytes)
    const script = `import openpyxl
from openpyxl.comments import Comment
from openpyxl.worksheet.table import Table
book = openpyxl.load_workbook("a.xlsx")
book.worksheets[0]["A2"].comment = Comment("Voir.", "X")
book.worksheets[0]["A3"].hyperlink = "https://example.org/"
book.save("b.xlsx")
own = openpyxl.Workbook()
for row in (["Français", "Arabe"], ["un", "واحد"]): own.active.append(row)
own.active.add_table(Table(displayName="T", ref="A1:B2"))
own.save("c.xlsx")`
    expect(spawnSync(pythonWith('openpyxl')!, ['-c', script], { cwd: folder, encoding: 'utf8' }).stderr).toBe('') // prettier-ignore
    const read = (name: string) => readTable(new Uint8Array(readFileSync(path.join(folder, name))), name)
    const [before, after] = [await readTable(bytes, 'a.xlsx'), await read('b.xlsx')]
    expect(after.units.map(({ texts }) => texts)).toEqual(before.units.map(({ texts }) => texts))
    expect(after.heads).toEqual(before.heads)
    expect((await read('c.xlsx')).units.map(({ texts }) => texts)).toEqual([{ fr: 'un', ar: 'واحد' }])
  },
)
