/** @jest-environment node */
import { serveApp, type ServedApp } from './served-app'

let app: ServedApp

beforeAll(async () => {
  app = await serveApp()
})
afterAll(async () => {
  await app.stop()
})

test('selected words light what answers them in the other columns, as long as they are selected', async () => {
  const page = await app.browser.newPage()
  await page.goto(`${app.url}/fr/r/A-RES-76-299?v=fr,en,ar`, { waitUntil: 'networkidle' })
  await page.evaluate(() => {
    const paragraph = document.querySelector('[data-language=fr] [data-address=pp4]')!
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent!.indexOf('développement durable')
      if (at >= 0) document.getSelection()!.setBaseAndExtent(node, at, node, at + 21)
    }
  })
  const note = page.locator('[role=status]', { hasText: 'sustainable development' })
  await note.waitFor({ timeout: 60_000 })
  const lit = () =>
    page.evaluate(() => [...(CSS.highlights.get('equivalent') ?? [])].map((range) => String(range)))
  expect(await lit()).toEqual(['sustainable development', 'التنمية المستدامة'])
  expect(await note.innerText()).toMatch(/0,\d\d · 8\/8/u)
  await page.evaluate(() => document.getSelection()!.removeAllRanges())
  await note.waitFor({ state: 'hidden' })
  expect(await lit()).toEqual([])
  await page.close()
})
