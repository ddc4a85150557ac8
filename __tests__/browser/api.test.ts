/** @jest-environment node */
import { concordanceClient } from '../../docs/client/concordance-client'
import { serveApp, type ServedApp } from './served-app'

let app: ServedApp
beforeAll(async () => {
  process.env.CONCORDANCE_TOKEN = 'browser-test'
  app = await serveApp()
}, 60_000)
afterAll(async () => {
  delete process.env.CONCORDANCE_TOKEN
  await app.stop()
})

it('the served interface answers the example client: reading, a large file, a decision', async () => {
  const { ask, all } = concordanceClient({ url: app.url, token: 'browser-test' })
  const slugs: string[] = []
  for await (const { slug } of all('/documents', { query: { limit: 1 } })) slugs.push(slug)
  expect(slugs).toContain('A-RES-76-299')
  // Larger than what the framework would hold of a body for a page; what is in a comment is no text.
  const text = '<p>The General Assembly,</p><p>1. Calls upon all States to keep their rivers clean;</p>'
  const file = `<html lang="en"><body>${text}<!-- ${'x'.repeat(11_000_000)} --></body></html>`
  const sent = await fetch(`${app.url}/api/v1/documents?symbol=A/RES/77/901&language=en&name=a.html`, {
    method: 'POST',
    headers: { authorization: 'Bearer browser-test', 'content-type': 'text/html' },
    body: file,
  })
  expect(sent.status).toBe(201)
  const kept = await ask('get', '/documents/{document}', { path: { document: 'A-RES-77-901' } })
  expect(kept.value.versions[0]!.file!.size).toBe(file.length)
  const path = { scope: 'finding', key: '00000000000000aa' }
  const headers = { 'if-match': '"0"' }
  const made = await ask('put', '/decisions/{scope}/{key}', { path, body: { verdict: 'error' }, headers })
  expect(made.tag).toBe('"1"')
  const bare = await fetch(`${app.url}/api/v1/decisions/finding/${path.key}`, { method: 'DELETE' })
  expect(bare.status).toBe(401)
  const head = await fetch(`${app.url}/api/v1/documents`, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect((await fetch(`${app.url}/api/v2/documents`)).status).toBe(404)
  // What a client says of where it is does not count.
  const forged = await fetch(`${app.url}/api/v1`, { headers: { 'x-concordance-client': '192.0.2.1' } })
  expect(forged.headers.get('ratelimit-policy')).toContain('loopback')
}, 60_000)

it.each(['en', 'ar', 'zh'])(
  'the page in %s shows every operation, and its links lead somewhere',
  async (locale) => {
    const page = await app.browser.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(`${app.url}/${locale}/api`)
    const { paths } = (await (await fetch(`${app.url}/api/v1/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { operationId: string }>>
    }
    const ids = Object.values(paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    )
    for (const id of ids) expect(await page.locator(`#${id}`).count()).toBe(1)
    const lost = await page
      .locator('main a[href^="#"]')
      .evaluateAll((links) =>
        links
          .map((link) => (link as HTMLAnchorElement).hash.slice(1))
          .filter((id) => document.getElementById(decodeURIComponent(id)) === null),
      )
    expect(lost).toEqual([])
    await page.setViewportSize({ width: 360, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    expect(errors).toEqual([])
    await page.close()
  },
  60_000,
)
