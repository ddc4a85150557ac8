/** @jest-environment node */
import AxeBuilder from '@axe-core/playwright'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { send, startSite, type DocumentSite } from '../support/document-site'
import { serveApp, type ServedApp } from './served-app'

let app: ServedApp
let site: DocumentSite

beforeAll(async () => {
  site = await startSite()
  app = await serveApp(undefined, {
    CONCORDANCE_SITE: `${site.url}/{language}/{symbol}`,
    CONCORDANCE_MAX_UPLOAD: '12MB',
  })
})
afterAll(async () => {
  await app.stop()
  await site.stop()
})

const text = (language: string) => readFileSync(`corpus/A-RES-76-299/${language}.txt`, 'utf8')
/** The shipped text under a symbol of its own. */
const renamed = (language: string, number: string) => text(language).replaceAll('76/299', number)
const asFile = (name: string, words: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(words) })

async function open(path = '/fr/import'): Promise<Page> {
  const page = await app.browser.newPage()
  await page.goto(`${app.url}${path}`, { waitUntil: 'networkidle' })
  return page
}
const card = (page: Page, name: string) => page.getByRole('article', { name, exact: true })
const choose = (page: Page, ...files: ReturnType<typeof asFile>[]) =>
  page.getByLabel('Choisir des fichiers…').setInputFiles(files)
/** Drops files on the field as a hand does. */
async function drop(page: Page, ...files: ReturnType<typeof asFile>[]) {
  const given = files.map(({ name, buffer }) => [name, buffer.toString('utf8')])
  const transfer = await page.evaluateHandle((all) => {
    const data = new DataTransfer()
    for (const [name = '', words = ''] of all) data.items.add(new File([words], name, { type: 'text/plain' }))
    return data
  }, given)
  await page
    .locator('section', { hasText: 'Déposer des fichiers ici' })
    .first()
    .dispatchEvent('drop', { dataTransfer: transfer })
}

test('two files are dropped, looked at, saved and read, and what was planted in one is found', async () => {
  const page = await open()
  await drop(
    page,
    asFile('fr.txt', renamed('fr', '76/901')),
    asFile('en.txt', renamed('en', '76/901').replace('12 September 2019', '13 September 2019')),
  )
  for (const name of ['fr.txt', 'en.txt'])
    await card(page, name).getByText('prêt', { exact: true }).waitFor({ timeout: 60_000 })
  const french = card(page, 'fr.txt')
  expect(await french.getByLabel('Cote').inputValue()).toBe('A/RES/76/901')
  expect(await french.getByLabel('Langue').inputValue()).toBe('fr')
  expect(await french.getByLabel('Titre').inputValue()).toContain('Zone de paix')
  await french.getByText('Paragraphes tels qu’ils ont été lus').click()
  expect(await french.getByText('op7', { exact: true }).isVisible()).toBe(true)
  await french.getByText(/passages? retirés?$/u).click()
  const axe = await new AxeBuilder({ page }).analyze()
  expect(axe.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  await page.getByRole('button', { name: 'Enregistrer 2 textes' }).click()
  await page.getByRole('link', { name: 'Lire \u2068A/RES/76/901\u2069' }).click()
  await page.waitForURL(/\/fr\/r\/A-RES-76-901\?v=fr,en$/u)
  await page.locator('span a[data-f]').first().waitFor()
  expect(await page.locator('[data-f]').filter({ hasText: '13 September 2019' }).count()).toBeGreaterThan(0)
  await page.close()
})

test('an official text does not give way unasked', async () => {
  const page = await open()
  await choose(page, asFile('ours.txt', text('fr').replace('Encourage', 'Invite')))
  const ours = card(page, 'ours.txt')
  await ours.getByLabel('Statut').selectOption('unofficial', { timeout: 60_000 })
  await ours.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await ours.getByRole('alert').filter({ hasText: 'Rien n’a été modifié' }).waitFor()
  expect(await ours.getByRole('button', { name: 'Enregistrer à sa place' }).isVisible()).toBe(true)
  await page.close()
})

test('texts are pasted and compared, which leaves nothing behind but an address', async () => {
  const page = await open()
  await page.getByText('Coller un texte').click()
  for (const words of [text('fr'), text('en').replace('12 September 2019', '13 September 2019')]) {
    await page.getByLabel('Le texte').fill(words)
    await page.getByRole('button', { name: 'Ajouter ce texte' }).click()
  }
  const compare = page.getByRole('button', { name: 'Comparer sans enregistrer' })
  await card(page, 'Texte collé 2').getByText('prêt', { exact: true }).waitFor({ timeout: 60_000 })
  await card(page, 'Texte collé 1').getByText('prêt', { exact: true }).waitFor({ timeout: 60_000 })
  await compare.click()
  await page.waitForURL(/\/fr\/compare\/(?:\d+-)?[0-9a-f-]{36}$/u, { timeout: 60_000 })
  await page.getByText('Rien de ceci n’est enregistré').waitFor()
  expect(await page.locator('[data-f]').filter({ hasText: '13 September 2019' }).count()).toBeGreaterThan(0)
  const address = page.url()
  expect((await fetch(`${address}?v=en`)).status).toBe(200)
  expect((await fetch(`${address}?v=ar`)).status).toBe(404)
  const csv = await fetch(`${address}/export?format=csv&v=fr,en`)
  expect(csv.headers.get('content-disposition')).toContain('comparison.fr-en.csv')
  expect(await csv.text()).toContain('13 September 2019')
  expect((await fetch(`${app.url}/fr/compare/00000000-0000-4000-8000-000000000000`)).status).toBe(404)
  await page.close()
})

test('official texts are fetched; a language that the site lacks is told, and the rest come', async () => {
  for (const language of ['fr', 'en']) site.on(`/${language}/A/RES/76/902`, send(renamed(language, '76/902')))
  site.on('/es/A/RES/76/902', send(renamed('en', '76/902')))
  const page = await open()
  await page.getByRole('textbox', { name: 'Cote' }).fill('A/RES/76/902')
  for (const name of ['arabe', 'chinois', 'russe'])
    await page.getByRole('checkbox', { name: new RegExp(`^${name}$`, 'iu') }).uncheck()
  await page.getByRole('button', { name: 'Obtenir', exact: true }).click()
  await page.getByText(/anglais : ajouté/iu).waitFor({ timeout: 60_000 })
  await page.getByText(/français : ajouté/iu).waitFor({ timeout: 60_000 })
  await page.getByText(/espagnol : .*dans une autre langue/iu).waitFor({ timeout: 60_000 })
  await page.getByRole('link', { name: /^Lire .*76\/902/u }).click()
  await page.waitForURL(/\/fr\/r\/A-RES-76-902\?v=fr,en$/u)
  await page.close()
})

test('a file over the limit is refused by the page and by the server, one of many megabytes below it is read whole', async () => {
  const page = await open()
  await choose(page, asFile('huge.txt', 'x'.repeat(12_100_000)))
  await card(page, 'huge.txt').getByRole('alert').filter({ hasText: '12 Mo' }).waitFor()
  await page.close()
  const ask = (body: BodyInit, more: object = {}) =>
    fetch(`${app.url}/fr/import/read?name=a.txt&language=fr`, {
      method: 'POST',
      headers: { origin: app.url, 'content-type': 'application/octet-stream' },
      body,
      ...more,
    })
  const told = await ask('x'.repeat(12_100_000))
  expect([told.status, await told.json()]).toEqual([
    413,
    { code: 'too-large', message: expect.stringContaining('12 Mo') },
  ])
  // The length is not told before.
  const chunk = new Uint8Array(1_000_000).fill(120)
  let left = 13
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => (left-- > 0 ? controller.enqueue(chunk) : controller.close()),
  })
  expect((await ask(stream, { duplex: 'half' })).status).toBe(413)
  const large = await ask(`${text('fr')}\n\n${`${'Fin de la citation. '.repeat(100)}\n\n`.repeat(5500)}`)
  expect(large.status).toBe(200)
  expect(await large.json()).toMatchObject({ texts: [{ symbol: 'A/RES/76/299' }] })
})

test('on a phone nothing is cut, in Arabic and in the dark', async () => {
  const page = await app.browser.newPage()
  await page.setViewportSize({ width: 360, height: 740 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(`${app.url}/ar/import`, { waitUntil: 'networkidle' })
  await page.getByLabel('اختر ملفات…').setInputFiles([asFile('ar.txt', text('ar'))])
  await page.getByRole('button', { name: 'حفظ', exact: true }).waitFor({ timeout: 60_000 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  const axe = await new AxeBuilder({ page }).analyze()
  expect(axe.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  await page.close()
})
