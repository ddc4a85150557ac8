/** @jest-environment node */
import type { Page } from 'playwright-core'
import { serveApp, type ServedApp } from './served-app'

let app: ServedApp
const ADDRESS = '/fr/r/A-RES-217(III)?v=fr,en,ar'

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

/** Opens the note of a finding by its number in the margin. */
async function openNote(page: Page, number: number) {
  await page.locator(`span a[data-f="${number}"]`).first().click()
  return page.locator(`#f${number}[data-open]`)
}

const openCount = async (page: Page) =>
  Number(/\d+$/u.exec(await page.getByRole('link', { name: /^À régler/u }).innerText())?.[0])

test('a finding that is accepted stays so, until it is taken back', async () => {
  const page = await open()
  const before = await openCount(page)
  const note = await openNote(page, 1)
  await note.getByRole('button', { name: 'Accepter' }).click()
  await note.getByRole('button', { name: 'Annuler la décision' }).waitFor()
  expect(await openCount(page)).toBe(before - 1)
  await page.reload({ waitUntil: 'networkidle' })
  expect(await openCount(page)).toBe(before - 1)
  expect(await page.getByRole('link', { name: /^Constat 1, réglé/u }).count()).toBeGreaterThan(0)
  const again = await openNote(page, 1)
  await again.getByRole('button', { name: 'Annuler la décision' }).click()
  await again.getByRole('button', { name: 'Accepter' }).waitFor()
  expect(await openCount(page)).toBe(before)
  // After it was taken back it can be settled again.
  await again.getByRole('button', { name: 'Erreur' }).click()
  await again.getByRole('button', { name: 'Annuler la décision' }).click()
  await again.getByRole('button', { name: 'Accepter' }).waitFor()
  await page.close()
})

test('a finding is ignored for a reason by keyboard alone, and left out by the filter, without script too', async () => {
  const page = await open()
  const note = await openNote(page, 2)
  await note.getByRole('button', { name: 'Ignorer…' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('sans objet')
  await page.keyboard.press('Enter')
  await note.getByText(/Ignoré.*sans objet/u).waitFor()
  await page.close()
  const html = await (await fetch(`${app.url}${ADDRESS}&open=1`)).text()
  expect(html).toMatch(/id="reading"[^>]*data-only-open/u)
  const filtered = await open(`${ADDRESS}&open=1`)
  expect(await filtered.locator('span a[data-f="2"]').first().isVisible()).toBe(false)
  expect(await filtered.locator('span a[data-f="1"]').first().isVisible()).toBe(true)
  await filtered.close()
})

test('a row is confirmed and unconfirmed, and another selection of versions knows of it', async () => {
  const page = await open()
  await page.getByRole('button', { name: 'Valider la ligne pp1', exact: true }).click()
  await page.getByRole('button', { name: /La ligne pp1 est validée/u }).waitFor()
  const other = await open('/fr/r/A-RES-217(III)?v=fr,en')
  expect(await other.getByRole('button', { name: /La ligne pp1 est validée/u }).count()).toBe(1)
  await other.close()
  await page.reload({ waitUntil: 'networkidle' })
  await page.getByRole('button', { name: /La ligne pp1 est validée/u }).click()
  await page.getByRole('button', { name: 'Valider la ligne pp1', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Valider la ligne pp1', exact: true }).click()
  await page.getByRole('button', { name: /La ligne pp1 est validée/u }).waitFor()
  await page.close()
})

test('of two pages on one row and one finding the second learns of the first, and loses nothing', async () => {
  const [first, second] = [await open(), await open()]
  await first.getByRole('button', { name: 'Valider la ligne pp2', exact: true }).click()
  await first.getByRole('button', { name: /La ligne pp2 est validée/u }).waitFor()
  await second.getByRole('button', { name: 'Valider la ligne pp2', exact: true }).click()
  await second.getByRole('alert').filter({ hasText: 'Quelqu’un d’autre' }).waitFor()
  await second.getByRole('button', { name: /La ligne pp2 est validée/u }).waitFor()
  await second.getByRole('button', { name: 'Fermer le message' }).click()

  const theirs = await openNote(first, 3)
  await theirs.getByRole('button', { name: 'Accepter' }).click()
  await theirs.getByRole('button', { name: 'Annuler la décision' }).waitFor()
  const own = await openNote(second, 3)
  await own.getByRole('button', { name: 'Ignorer…' }).click()
  await own.getByRole('textbox').fill('mon motif')
  await own.getByRole('textbox').press('Enter')
  await own
    .getByRole('alert')
    .filter({ hasText: /Quelqu’un d’autre.*Accepté/u })
    .waitFor()
  await own.getByRole('button', { name: 'Annuler la décision' }).click()
  await own.getByRole('textbox').waitFor()
  expect(await own.getByRole('textbox').inputValue()).toBe('mon motif')
  await first.close()
  await second.close()
})

test('what comes from another site, or is no request, changes nothing', async () => {
  const ask = (headers: Record<string, string>, body: unknown) =>
    fetch(`${app.url}/fr/r/A-RES-217(III)/decisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }).then(({ status }) => status)
  const good = { action: 'undo', scope: 'finding', key: '0123456789abcdef', revision: 0 }
  expect(await ask({ origin: 'http://example.org' }, good)).toBe(403)
  expect(await ask({ 'sec-fetch-site': 'cross-site', origin: app.url }, good)).toBe(403)
  expect(await ask({}, good)).toBe(403)
  expect(await ask({ origin: app.url }, { ...good, key: 'x' })).toBe(400)
  expect(await ask({ origin: app.url }, good)).toBe(409)
})
