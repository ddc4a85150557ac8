/** @jest-environment node */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { settleInSheet } from '../support/settle-in-sheet'
import { serveApp, type ServedApp } from './served-app'

let app: ServedApp
const SLUG = 'A-RES-217(III)'
const ADDRESS = `/fr/r/${SLUG}?v=fr,en,ar`
const HEADS = ['Décision', 'Remarque'] as const

beforeAll(async () => {
  app = await serveApp()
})
afterAll(async () => {
  await app.stop()
})

async function open(address = ADDRESS): Promise<Page> {
  const page = await app.browser.newPage()
  await page.goto(`${app.url}${address}`, { waitUntil: 'networkidle' })
  return page
}
const openCount = async (page: Page) =>
  Number(/\d+$/u.exec(await page.getByRole('link', { name: /^À régler/u }).innerText())?.[0])
const exported = async (query: string) =>
  (await fetch(`${app.url}/fr/r/${SLUG}/export?${query}`)).arrayBuffer()

async function expectNothingForAxe(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

test('a workbook comes back: shown line by line, applied, and the finding is settled on the page', async () => {
  const edited = await settleInSheet(await exported('format=xlsx&v=fr,en,ar'), HEADS, {
    2: ['Accepté'],
    3: ['Ignoré'],
  })
  const page = await open()
  const before = await openCount(page)
  await page.getByRole('button', { name: 'Exporter' }).click()
  await page.getByRole('link', { name: 'Reprendre les décisions d’une feuille Excel' }).click()
  await page.getByRole('heading', { level: 1, name: 'Décisions d’une feuille Excel' }).waitFor()
  await page
    .getByLabel('Choisir un classeur…')
    .setInputFiles({ name: 'revue.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(edited) })
  await page.getByRole('heading', { name: /^Ce que ferait.*revue\.xlsx/u }).waitFor()
  await page.getByText('ignoré sans remarque qui dise pourquoi').waitFor()
  await expectNothingForAxe(page)
  await page.getByRole('button', { name: 'Appliquer 1 décision' }).click()
  await page.getByRole('heading', { name: /^Ce qu’a fait/u }).waitFor()
  await page.getByText('Enregistrées : 1. Refusées : 1.').waitFor()
  await page.getByRole('link', { name: /^Retour à/u }).click()
  await page.locator('#reading').waitFor()
  const after = await open()
  expect(await openCount(after)).toBe(before - 1)
  expect(await after.getByRole('link', { name: /^Constat \d+, réglé/u }).count()).toBeGreaterThan(0)
  await after.close()
  await page.close()
})

test('what is no workbook is told in a line', async () => {
  const page = await open(`/ar/r/${SLUG}/decisions/import`)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('no') })
  await page.getByRole('alert').filter({ hasText: 'XLSX' }).waitFor()
  await page.close()
})

test('a download with options by keyboard alone, and what it does not hold is told beside it', async () => {
  const page = await open()
  await page.getByRole('button', { name: 'Exporter' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Avec des options').focus()
  await page.keyboard.press('Enter')
  const format = page.getByRole('combobox', { name: 'Type de fichier' })
  await format.focus()
  await format.selectOption('tmx')
  // Only what concerns the format is there.
  expect(await page.getByRole('checkbox', { name: 'Versions l’une sous l’autre' }).count()).toBe(0)
  await page.getByRole('checkbox', { name: 'Un seul fichier pour toutes les versions' }).focus()
  await page.keyboard.press('Space')
  await expectNothingForAxe(page)
  await page.getByRole('button', { name: 'Télécharger' }).focus()
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(download.suggestedFilename()).toBe(`${SLUG}.fr-en-ar.tmx`)
  expect(new URL(download.url()).search).toContain('multilingual=1')
  const told = page.getByRole('group', { name: 'Exporter' }).getByRole('status')
  await told.filter({ hasText: 'ne contient pas tout le tableau' }).waitFor()
  // The list of formats comes back where the form gives way.
  await page.getByText('Avec des options').click()
  const [plain] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^Tableau Word/u }).click(),
  ])
  expect(plain.suggestedFilename()).toBe(`${SLUG}.fr-en-ar.docx`)
  await page.waitForFunction(() => document.querySelector('#export [role=status]')?.textContent === '')
  await page.close()
})

test('without script the form downloads too', async () => {
  const html = await (await fetch(`${app.url}${ADDRESS}`)).text()
  const [form = ''] = /<form [^>]*action="[^"]*\/export"[\s\S]*?<\/form>/u.exec(html) ?? []
  expect(form).toContain('name="v" value="fr,en,ar"')
  const csv = await exported('v=fr,en&format=csv&bom=0')
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv)).toMatch(/^Français,/u)
})
