/** @jest-environment node */
import { AxeBuilder } from '@axe-core/playwright'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { alteredCorpus, serveApp, type ServedApp } from './served-app'

let app: ServedApp
let folder = ''
let corpus = ''

beforeAll(async () => {
  corpus = alteredCorpus()
  folder = mkdtempSync(path.join(tmpdir(), 'concordance-browser-'))
  app = await serveApp(corpus)
})
afterAll(async () => {
  await app.stop()
  rmSync(folder, { recursive: true, force: true })
  rmSync(corpus, { recursive: true, force: true })
})

async function open(address: string): Promise<Page> {
  const page = await app.browser.newPage()
  await page.goto(`${app.url}${address}`, { waitUntil: 'networkidle' })
  return page
}

/** What LibreOffice makes of a file, as text: it opens, and what it shows. */
function asText(file: string): string {
  const pdf = file.replace(/\.\w+$/u, '.pdf')
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/office`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      file,
    ],
    {
      stdio: 'ignore',
    },
  )
  return execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
}

describe('a reader', () => {
  test('walks from the list to 76/299 in three languages, to a finding, and takes the table away', async () => {
    const page = await open('/fr')
    await page.getByRole('link', { name: /Zone de paix, de confiance et de coopération/u }).click()
    await page.waitForURL(/\/fr\/r\/A-RES-76-299/u)
    await page.goto(`${app.url}/fr/r/A-RES-76-299?v=fr,ar,zh`, { waitUntil: 'networkidle' })
    await expect(page.getByRole('columnheader').allInnerTexts()).resolves.toEqual(
      expect.arrayContaining([
        expect.stringContaining('Français'),
        expect.stringMatching(/Arabe[\s\S]*non officielle/u),
        expect.stringMatching(/Chinois[\s\S]*non officielle/u),
      ]),
    )
    const row = page.locator('#op7')
    await expect(row.locator('[lang=ar]').first().getAttribute('dir')).resolves.toBe('rtl')
    const mark = page.locator('a[data-f]').first()
    await mark.click()
    const note = page.locator(`#f${await mark.getAttribute('data-f').then((value) => value!.split(' ')[0]!)}`)
    await note.waitFor({ state: 'visible' })
    await expect(note.innerText()).resolves.toMatch(/\p{L}{3,}/u)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Exporter' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /Word/u }).click(),
    ])
    const file = path.join(folder, download.suggestedFilename())
    await download.saveAs(file)
    expect(path.basename(file)).toMatch(/^A-RES-76-299.*fr.*ar.*zh.*\.docx$/u)
    const text = asText(file)
    expect(text).toContain('76/299')
    expect(text).toMatch(/Considérant/u)
    expect(text).toMatch(/中亚/u)
    expect(text).toMatch(/non officielle/u)
    await page.close()
  })

  test('takes an XLSX away that LibreOffice opens, from an Arabic page', async () => {
    const response = await fetch(`${app.url}/ar/r/A-RES-76-299/export?v=fr,ar&format=xlsx`)
    expect(response.status).toBe(200)
    const file = path.join(folder, 'table.xlsx')
    await import('node:fs/promises').then(async ({ writeFile }) =>
      writeFile(file, Buffer.from(await response.arrayBuffer())),
    )
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
    expect(asText(file)).toMatch(/Considérant/u)
  })

  test('steps through findings with n and p', async () => {
    const page = await open('/en/r/A-RES-217(III)?v=fr,ar')
    const first = page.locator('#apparatus li:visible').first()
    // Keys do nothing before the page's script has come, which nothing on it tells.
    for (let tries = 0; tries < 60 && !(await first.isVisible()); tries += 1) {
      await page.keyboard.press('n')
      await page.waitForTimeout(500)
    }
    const one = await first.getAttribute('id')
    await page.keyboard.press('n')
    await page.waitForFunction(
      (id) =>
        [...document.querySelectorAll('#apparatus li')].some(
          (li) => li.id !== id && (li as HTMLElement).offsetParent !== null,
        ),
      one,
    )
    await page.keyboard.press('p')
    await expect(page.locator('#apparatus li:visible').first().getAttribute('id')).resolves.toBe(one)
    await page.close()
  })

  test('lights a concept in every column', async () => {
    const page = await open('/en/r/A-RES-76-299?v=fr,en,zh')
    const term = page.locator('#op9 [data-concept]').first()
    const concept = (await term.getAttribute('data-concept'))!.split(' ')[0]!
    await term.hover()
    const lit = await page.locator(`#op9 [data-concept~="${concept}"][data-lit]`).count()
    expect(lit).toBeGreaterThanOrEqual(3)
    await page.close()
  })

  test('reads at 360 px without scrolling sideways', async () => {
    const page = await open('/ar/r/A-RES-76-299?v=fr,ar')
    await page.setViewportSize({ width: 360, height: 720 })
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
    await page.close()
  })

  test('follows a link to a paragraph and to a footnote and back', async () => {
    const page = await open('/en/r/A-RES-76-299?v=fr,en#op7')
    await expect(page.locator('#op7').isVisible()).resolves.toBe(true)
    await page.locator('#pp8 sup a').first().click()
    expect(page.url()).toMatch(/#fn1$/u)
    await page.locator('#fn1 a[href^="#ref-"]').first().click()
    expect(page.url()).toMatch(/#ref-\w+-fn1$/u)
    await page.close()
  })
})

describe('what is not there', () => {
  test('a document holds each text once, and its script gets the texts that it asks for', async () => {
    const address = `${app.url}/fr/r/A-RES-76-299?v=fr,ar`
    const count = async (headers: Readonly<Record<string, string>>) => {
      const page = await (await fetch(address, { headers })).text()
      return ['zone de paix, de confiance et de coopération', 'منطقة السلام'].map(
        (words) => page.split('data-row="pp1"')[1]!.split(words).length,
      )
    }
    const [french, arabic] = await count({ accept: 'text/html,application/xhtml+xml' })
    const [twiceFrench, twiceArabic] = await count({ accept: '*/*' })
    expect(french).toBeLessThan(twiceFrench!)
    expect(arabic).toBeLessThan(twiceArabic!)
    const page = await open('/fr/r/A-RES-76-299?v=fr,ar')
    const first = await page.locator('[data-row="op1"]').innerText()
    // Another choice of versions, and back: the page goes on without being loaded anew.
    await page.evaluate(() => Object.assign(window, { same: true }))
    await page
      .locator('a[href^="/fr/r/"][href*="es"]')
      .first()
      .evaluate((link: HTMLElement) => link.click())
    await page.getByRole('columnheader', { name: 'Espagnol' }).waitFor()
    await page.goBack()
    await page.getByRole('columnheader', { name: 'Espagnol' }).waitFor({ state: 'detached' })
    expect(await page.locator('[data-row="op1"]').innerText()).toBe(first)
    expect(await page.evaluate(() => 'same' in window)).toBe(true)
    await page.close()
  })

  test.each([
    ['/fr/r/A-RES-1-1', 'fr'],
    ['/ar/r/A-RES-76-299?v=fr,de', 'ar'],
    ['/zh/nowhere', 'zh'],
  ])('%s is a real 404 in the language of the page', async (address, language) => {
    const response = await fetch(`${app.url}${address}`)
    expect(response.status).toBe(404)
    expect(await response.text()).toMatch(new RegExp(`<html[^>]* lang="${language}"`, 'u'))
  })

  test('an unknown locale is a 404 in a language that the reader asked for', async () => {
    const response = await fetch(`${app.url}/xx/r/A-RES-76-299`, {
      headers: { 'accept-language': 'es-MX,es;q=0.9' },
    })
    expect(response.status).toBe(404)
    expect(await response.text()).toMatch(/<html[^>]* lang="es"/u)
  })
})

describe('weight and accessibility', () => {
  test('the reading view loads at most 190 KB of gzipped JavaScript', async () => {
    const page = await app.browser.newPage()
    const scripts = new Map<string, number>()
    page.on('response', (response) => {
      if (!/\.js(\?|$)/u.test(response.url())) return
      void response.body().then((body) => scripts.set(response.url(), gzipSync(body).length))
    })
    await page.goto(`${app.url}/fr/r/A-RES-76-299?v=fr,en`, { waitUntil: 'networkidle' })
    await page.waitForTimeout(300)
    const total = [...scripts.values()].reduce((sum, size) => sum + size, 0)
    expect(scripts.size).toBeGreaterThan(0)
    expect(total).toBeLessThanOrEqual(190 * 1024)
    await page.close()
  })

  const pages = ['fr', 'ar', 'zh'].flatMap((locale) => [`/${locale}`, `/${locale}/r/A-RES-76-299?v=fr,ar,zh`])
  test.each(
    pages.flatMap((address) => (['light', 'dark'] as const).map((scheme) => [address, scheme] as const)),
  )('axe finds nothing on %s in %s', async (address, scheme) => {
    const page = await app.browser.newPage()
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto(`${app.url}${address}`, { waitUntil: 'networkidle' })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 3)}`),
    ).toEqual([])
    await page.close()
  })
})
