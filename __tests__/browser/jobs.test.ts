/** @jest-environment node */
import { serveApp, type ServedApp } from './served-app'

let app: ServedApp
beforeAll(async () => {
  app = await serveApp()
})
afterAll(async () => {
  await app.stop()
})

test('the whole corpus is aligned anew from the page, which follows it to its end while the server goes on answering', async () => {
  const page = await app.browser.newPage()
  await page.goto(`${app.url}/fr`, { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: 'Travaux en arrière-plan' }).click()
  await page.getByText('Aucun travail n’a encore été lancé.').waitFor()
  await page.getByRole('button', { name: 'Réaligner et recontrôler tout le corpus' }).click()
  const job = page.getByRole('article', { name: 'Alignement et contrôle de tout le corpus' })
  await job.getByText('en cours').waitFor()
  // The program's own pages are answered by the very process that works.
  expect((await fetch(`${app.url}/fr/terms`)).status).toBe(200)
  await job.getByText('terminé').waitFor({ timeout: 60_000 })
  expect(await job.getByRole('button').count()).toBe(0)
  expect(await job.locator('time').count()).toBe(2)

  // The same job can be added again, and stopped from another page.
  await page.getByRole('button', { name: 'Réaligner et recontrôler tout le corpus' }).click()
  const other = await app.browser.newPage()
  await other.goto(`${app.url}/ar/jobs`, { waitUntil: 'networkidle' })
  expect(await other.locator('html').getAttribute('dir')).toBe('rtl')
  await other
    .getByRole('button', { name: /^إلغاء: / })
    .first()
    .click()
  await page.getByText('annulé').first().waitFor({ timeout: 60_000 })
  await page.close()
  await other.close()
}, 120_000)
