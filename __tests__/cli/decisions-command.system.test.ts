import ExcelJS, { type Worksheet } from 'exceljs'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { closeStore, openStore, type Store } from '../../store/database/open-store'
import { currentDecisions, decide } from '../../store/decisions'
import { runCli } from '../support/run-cli'

/** Three paragraphs of which two differ between French and the others: a year in one, a figure in the other. */
const TEXTS = {
  fr: ['L’Assemblée générale,', 'Rappelant sa résolution 73/338 du 12 septembre 2018,', '1. Prie le Secrétaire général de présenter 24 rapports en 2021 ;', '2. Décide de rester saisie de la question.'],
  en: ['The General Assembly,', 'Recalling its resolution 73/338 of 12 September 2019,', '1. Requests the Secretary-General to submit 25 reports in 2021;', '2. Decides to remain seized of the matter.'],
  ar: ['إن الجمعية العامة،', 'إذ تشير إلى قرارها 73/338 المؤرخ 12 أيلول/سبتمبر 2018،', '1 - تطلب إلى الأمين العام أن يقدم 24 تقريرا في عام 2021؛', '2 - تقرر أن تبقي المسألة قيد نظرها.'],
} as const // prettier-ignore

let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'decisions-command-'))
  for (const [language, lines] of Object.entries(TEXTS)) {
    writeFileSync(path.join(folder, `${language}.txt`), lines.join('\n\n'))
    const args = ['import', `${language}.txt`, '--lang', language, '--symbol', 'A/RES/80/1']
    const { code } = await runCli(folder, [...args, '--database', path.join(folder, 'all.db')])
    expect(code).toBe(0)
  }
}, 30_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const locale = process.env.LC_ALL
afterEach(() => {
  if (locale === undefined) delete process.env.LC_ALL
  else process.env.LC_ALL = locale
})

/** A store of its own, with the three texts. */
function imported(name: string): string {
  copyFileSync(path.join(folder, 'all.db'), path.join(folder, name))
  return path.join(folder, name)
}

async function exported(database: string, name: string): Promise<ExcelJS.Workbook> {
  const args = ['export', 'A/RES/80/1', '--langs', 'fr,ar,en', '--database', database, '-o', name]
  expect(await runCli(folder, args)).toEqual({ code: 0, out: '', err: '' })
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path.join(folder, name))
  return book
}

const decisions = (database: string, name: string, ...args: readonly string[]) =>
  runCli(folder, ['decisions', name, '--database', database, ...args])

function columnOf(sheet: Worksheet, head: string): number {
  const heads = (sheet.getRow(1).values as unknown[]).map(String)
  expect(heads).toContain(head)
  return heads.indexOf(head)
}

async function settledIn<T>(database: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(database)
  try {
    return await work(store)
  } finally {
    await closeStore(store)
  }
}

/** The heads of decisions and notes, and two verdicts, for readers of two languages. */
const LOCALES = [
  ['fr_FR.UTF-8', 'Décision', 'Remarque', 'Accepté', 'Ignoré'],
  ['ar_EG.UTF-8', 'القرار المتخذ', 'تعليق', 'مقبولة', 'متجاهلة'],
] as const

test.each(LOCALES)(
  '%s: decisions and notes come back, first as a preview, then written once',
  async (own, decision, note, accepted, ignored) => {
    process.env.LC_ALL = own
    const database = imported(`${own}.db`)
    const book = await exported(database, 'a.xlsx')
    const [texts, found] = book.worksheets as [Worksheet, Worksheet]
    expect(found.rowCount).toBe(3)
    found.getCell(2, columnOf(found, decision)).value = accepted
    found.getCell(3, columnOf(found, decision)).value = ignored
    found.getCell(3, columnOf(found, note)).value = 'متفق عليه 已商定'
    texts.getCell(2, 1).value = 'edited'
    await book.xlsx.writeFile(path.join(folder, 'b.xlsx'))

    const preview = await decisions(database, 'b.xlsx')
    expect([preview.code, preview.err]).toEqual([0, ''])
    expect(preview.out).toContain('2 set, 0 changed, 0 withdrawn, 0 refused; nothing was written')
    expect(preview.out).toContain('the text in fr was edited; it is not taken')
    expect(await settledIn(database, currentDecisions)).toEqual([])

    const applied = await decisions(database, 'b.xlsx', '--apply', '--by', 'Nadia', '--format', 'json')
    expect(applied.code).toBe(0)
    expect(JSON.parse(applied.out)).toMatchObject({
      applied: true,
      planned: [{ kind: 'set' }, { kind: 'set' }],
    })
    const kept = await settledIn(database, currentDecisions)
    expect(kept.map(({ scope, verdict, reason, by }) => [scope, verdict, reason, by]).sort()).toEqual([
      ['finding', 'accepted', null, 'Nadia'],
      ['finding', 'ignored', 'متفق عليه 已商定', 'Nadia'],
    ])
    expect((await decisions(database, 'b.xlsx', '--apply')).out).toContain(
      '0 set, 0 changed, 0 withdrawn, 0 refused',
    )

    const again = await exported(database, 'c.xlsx')
    const sheet = again.worksheets[1]!
    expect(sheet.getCell(2, columnOf(sheet, decision)).text).toBe(accepted)
    sheet.getCell(2, columnOf(sheet, decision)).value = null
    await again.xlsx.writeFile(path.join(folder, 'd.xlsx'))
    expect((await decisions(database, 'd.xlsx', '--apply')).out).toContain('1 withdrawn')
    expect((await settledIn(database, currentDecisions)).map(({ verdict }) => verdict)).toEqual(['ignored'])
  },
  30_000,
)

test('what somebody else has settled since is refused with what it is, exit 1, and the other lines are written', async () => {
  process.env.LC_ALL = 'fr_FR.UTF-8'
  const database = imported('conflict.db')
  const book = await exported(database, 'e.xlsx')
  const found = book.worksheets[1]!
  const at = columnOf(found, 'Décision')
  for (const line of [2, 3]) found.getCell(line, at).value = 'Accepté'
  await book.xlsx.writeFile(path.join(folder, 'f.xlsx'))
  const key = /f:([0-9a-f]+)@/u.exec(found.getCell(2, found.columnCount).text)![1]!
  await settledIn(database, (store) =>
    decide(store, { scope: 'finding', key, verdict: 'error', reason: null, by: 'Igor', revision: 0, resolution: null }),
  ) // prettier-ignore
  const { code, out } = await decisions(database, 'f.xlsx', '--apply')
  expect(code).toBe(1)
  expect(out).toMatch(/line 2: refused: .*somebody else has settled.*error Igor/u)
  expect(out).toContain('1 set, 0 changed, 0 withdrawn, 1 refused; written')
  expect((await settledIn(database, currentDecisions)).map(({ verdict }) => verdict).sort()).toEqual([
    'accepted',
    'error',
  ])
}, 30_000)

test('what is no such file, or of no such resolution, is told in a line, exit 2', async () => {
  const database = imported('none.db')
  const blank = new ExcelJS.Workbook()
  blank.addWorksheet('a').addRow(['x'])
  await blank.xlsx.writeFile(path.join(folder, 'blank.xlsx'))
  await exported(database, 'g.xlsx')
  for (const [args, reason] of [
    [['fr.txt'], 'is no XLSX workbook'],
    [['blank.xlsx'], 'has no column of findings'],
    [['g.xlsx', '--symbol', 'A/RES/1/1'], 'A/RES/1/1 is not in the store'],
    [['g.xlsx', '--apply', '--dry-run'], 'usage'],
  ] as const) {
    const { code, out, err } = await runCli(folder, ['decisions', ...args, '--database', database])
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^concordance: .*\n$/u)
    expect(err).toContain(reason)
  }
}, 30_000)

test('a workbook of a text that the program brings is read back where there is no store yet', async () => {
  const data = process.env.CONCORDANCE_DATA
  process.env.CONCORDANCE_DATA = path.join(folder, 'fresh')
  try {
    const made = await runCli(folder, ['export', 'A/RES/76/299', '--langs', 'fr,ar', '-o', 'fresh.xlsx'])
    expect(made).toMatchObject({ code: 0, err: '' })
    const { code, out } = await runCli(folder, ['decisions', 'fresh.xlsx'])
    expect([code, out]).toEqual([0, expect.stringContaining('0 set, 0 changed, 0 withdrawn, 0 refused')])
  } finally {
    if (data === undefined) delete process.env.CONCORDANCE_DATA
    else process.env.CONCORDANCE_DATA = data
  }
}, 60_000)
