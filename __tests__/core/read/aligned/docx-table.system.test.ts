import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { wholeFile } from '../../../../core/export/gather-chunks'
import { writeTable } from '../../../../core/export/write-table'
import { UN_LANGUAGES, type Check } from '../../../../core/model'
import { alignVersions } from '../../../../core/pipeline'
import { readFile } from '../../../../core/read/read-document'
import { buildExportTable } from '../../../../i18n/build-export-table'
import { makeTranslator } from '../../../../i18n/translator'
import { testWith } from '../../../support/other-programs'
import { shippedResolution } from '../../../support/shipped-versions'
import { gappedRows, tableOf } from '../../export/sample-table'

jest.setTimeout(120_000)

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'saved-tables-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The files saved anew by LibreOffice, as after work on them there. */
function saved(files: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(folder, name), bytes)
  const out = path.join(folder, 'saved')
  const names = Object.keys(files)
  const profile = `-env:UserInstallation=file://${folder}/profile`
  spawnSync('soffice', [profile, '--headless', '--convert-to', 'docx', '--outdir', out, ...names], {
    cwd: folder,
    timeout: 100_000,
  })
  return Object.fromEntries(names.map((name) => [name, new Uint8Array(readFileSync(path.join(out, name)))]))
}

async function readTable(bytes: Uint8Array) {
  const read = await readFile(bytes, 'table.docx')
  if (read.kind !== 'aligned') throw new Error('read as a document')
  return read.aligned
}

testWith('soffice')('a Word table that LibreOffice has saved gives the same texts as before', async () => {
  const versions = UN_LANGUAGES.map((language) => shippedResolution(language))
  const alignment = alignVersions(versions, { terms: [], lexicon: [], names: [] })
  const check: Check = { ...alignment, findings: [], hits: {} }
  const resolution = buildExportTable(
    { check, symbol: 'A/RES/76/299', title: null, adopted: null, meeting: null },
    makeTranslator('ar'),
    { locale: 'ar', languages: ['fr', 'ar', 'zh', 'en', 'ru', 'es'] },
  )
  const gaps = tableOf(['zh', 'fr', 'fr-2', 'ar'], gappedRows(['zh', 'fr', 'fr-2', 'ar']))
  const lines = tableOf(['fr', 'ar'], [['=1+1\nbas', 'نص\r\nآخر'], ['😀 𠀀', '73/338 (2021)']]) // prettier-ignore
  const files: Record<string, Uint8Array> = {}
  for (const [name, table] of Object.entries({ resolution, gaps, lines }))
    for (const layout of ['columns', 'stacked'] as const)
      files[`${name}-${layout}.docx`] = wholeFile(await writeTable(table, 'docx', { layout })).bytes
  const after = saved(files)
  for (const [name, bytes] of Object.entries(files)) {
    const [before, now] = [await readTable(bytes), await readTable(after[name]!)]
    expect({ name, ...now }).toEqual({ name, ...before })
  }
})
