import ExcelJS from 'exceljs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { POST as applyRoute } from '../../app/[locale]/r/[slug]/decisions/import/apply/route'
import { POST as readRoute } from '../../app/[locale]/r/[slug]/decisions/import/read/route'
import { GET as exportRoute } from '../../app/[locale]/r/[slug]/export/route'
import { appGuard } from '../../app/app-guard'
import { appStore } from '../../app/open-store'
import type { PlanAnswer } from '../../components/ReviewDesk/plan-answer'
import { closeStore } from '../../store/database/open-store'
import { currentDecisions, decide } from '../../store/decisions'
import { keyOnLine, settleInSheet } from '../support/settle-in-sheet'

const SLUG = 'A-RES-217(III)'
const HEADS = ['Décision', 'Remarque'] as const
const folder = mkdtempSync(path.join(tmpdir(), 'review-routes-'))
const before = { ...process.env }

beforeAll(async () => {
  delete process.env.DATABASE_URL
  Object.assign(process.env, { CONCORDANCE_DATA: folder, CONCORDANCE_MAX_UPLOAD: '1MB' })
  await appStore()
}, 60_000)
afterAll(async () => {
  await (await appGuard()).stop()
  await closeStore(await appStore())
  process.env = before
  rmSync(folder, { recursive: true, force: true })
})

async function exported(slug = SLUG, v = 'fr,en,ar'): Promise<ArrayBuffer> {
  const address = `http://localhost:3000/fr/r/${encodeURIComponent(slug)}/export?format=xlsx&v=${v}`
  const response = await exportRoute(new Request(address), {
    params: Promise.resolve({ locale: 'fr', slug }),
  })
  return response.arrayBuffer()
}

const SAME = { origin: 'http://localhost:3000', 'content-type': 'application/octet-stream' }

async function ask(
  post: typeof readRoute,
  body: BodyInit,
  { slug = SLUG, locale = 'fr', headers = SAME as Record<string, string> } = {},
) {
  const address = `http://localhost:3000/${locale}/r/x/decisions/import/x`
  const response = await post(new Request(address, { method: 'POST', headers, body }), {
    params: Promise.resolve({ locale, slug: encodeURIComponent(slug) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? null : (JSON.parse(text) as Record<string, unknown>) }
}

async function plan(post: typeof readRoute, body: BodyInit, locale = 'fr'): Promise<PlanAnswer> {
  const answer = await ask(post, body, { locale })
  expect(answer.status).toBe(200)
  return answer.body as unknown as PlanAnswer
}

const verdicts = async () => (await currentDecisions(await appStore())).map(({ verdict }) => verdict).sort()

test('a workbook is shown line by line, then applied, in the reader’s language, and what somebody has settled in between is told', async () => {
  const file = await exported()
  const edited = await settleInSheet(
    file,
    HEADS,
    { 2: ['Accepté'], 3: ['Ignoré', 'sans objet'], 4: ['Ignoré'], 5: ['peut-être'] },
    'un autre texte',
  )
  const shown = await plan(readRoute, edited)
  expect(shown).toMatchObject({ applied: false, changed: [], withdrawn: [] })
  expect(shown.set.map(({ before: was, after }) => [was, after])).toEqual([
    [null, 'Accepté'],
    [null, 'Ignoré · \u2068sans objet\u2069'],
  ])
  expect(shown.set[0]!.place).toMatch(/, ligne 2$/u)
  expect(shown.set[0]!.finding).toMatch(/dans la version française/u)
  expect(shown.set[0]!.address).toMatch(/^(?:pp|art|op|title|h)\d*/u)
  expect(shown.refused.map(({ what }) => what)).toEqual([
    'ignoré sans remarque qui dise pourquoi',
    'n’est pas une décision\u00a0; en choisir une dans la liste de la cellule (\u2068peut-être\u2069)',
  ])
  expect(shown.edited.map(({ what }) => what)).toEqual([
    'texte modifié (Français)\u00a0; il n’est pas repris',
  ])
  expect(await verdicts()).toEqual([])

  const arabic = await plan(readRoute, edited, 'ar')
  expect(arabic.set[0]!.after).toBe('مقبولة')
  expect(arabic.refused[0]!.what).toBe('تجاهل بلا تعليق يبين السبب')

  // Between the preview and applying it, somebody else settles the first one.
  const key = await keyOnLine(file, 2)
  const theirs = { verdict: 'error', reason: null, by: 'Igor', revision: 0, resolution: SLUG } as const
  await decide(await appStore(), { scope: 'finding', key, ...theirs })
  const done = await plan(applyRoute, edited)
  expect(done.applied).toBe(true)
  expect(done.set.map(({ after }) => after)).toEqual(['Ignoré · \u2068sans objet\u2069'])
  expect(done.refused[0]!.what).toBe(
    'quelqu’un d’autre l’a réglé ou rouvert depuis l’écriture du fichier (\u2068Erreur confirmée · Igor\u2069)',
  )
  expect(await verdicts()).toEqual(['error', 'ignored'])

  // Applied once more it does nothing; a new export has what holds, and withdraws what is emptied.
  expect((await plan(applyRoute, edited)).set).toEqual([])
  const emptied = await settleInSheet(await exported(), HEADS, { 2: ['Accepté'], 3: [null, ''] })
  const changed = await plan(applyRoute, emptied)
  expect(changed.changed.map(({ before: was, after }) => [was, after])).toEqual([
    ['Erreur confirmée', 'Accepté'],
  ])
  expect(changed.withdrawn.map(({ before: was, after }) => [was, after])).toEqual([
    ['Ignoré · \u2068sans objet\u2069', null],
  ])
  expect(await verdicts()).toEqual(['accepted'])
}, 60_000)

test('what is no such workbook is refused in a line, and nothing is written', async () => {
  const kept = await verdicts()
  const blank = new ExcelJS.Workbook()
  blank.addWorksheet('a').addRow(['x'])
  const other = await exported('A-RES-76-299', 'fr,en')
  for (const [body, code, message] of [
    ['no workbook at all', 'no-workbook', /n’est pas un classeur XLSX/u],
    [new Uint8Array(await blank.xlsx.writeBuffer()), 'no-sheet', /pas de colonne de constats/u],
    [new Uint8Array((await exported()).slice(0, 9000)), 'no-workbook', /n’est pas un classeur XLSX/u],
    [other, 'other-resolution', /le fichier est de \u2068A\/RES\/76\/299\u2069/u],
  ] as const)
    expect(await ask(applyRoute, body)).toMatchObject({
      status: 422,
      body: { code, message: expect.stringMatching(message) as string },
    })
  expect(await verdicts()).toEqual(kept)
}, 60_000)

test.each<[string, BodyInit, Parameters<typeof ask>[2], number]>([
  ['another origin', 'x', { headers: { ...SAME, origin: 'http://example.org' } }, 403],
  ['another type', 'x', { headers: { ...SAME, 'content-type': 'text/plain' } }, 415],
  ['more than may be', new Uint8Array(1_000_001), {}, 413],
  ['an unknown locale', 'x', { locale: 'de' }, 404],
  ['an unknown resolution', 'x', { slug: 'A-RES-1-1' }, 404],
])('refuses %s', async (_, body, options, status) => {
  for (const post of [readRoute, applyRoute]) expect((await ask(post, body, options)).status).toBe(status)
})
