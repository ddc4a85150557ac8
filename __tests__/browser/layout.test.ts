/** @jest-environment node */
import { rmSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { UN_LANGUAGES } from '../../core/model'
import { alteredCorpus, serveApp, type ServedApp } from './served-app'

let app: ServedApp
let corpus = ''

beforeAll(async () => {
  corpus = alteredCorpus()
  app = await serveApp(corpus)
})
afterAll(async () => {
  await app.stop()
  rmSync(corpus, { recursive: true, force: true })
})

async function open(address: string, width: number): Promise<Page> {
  const page = await app.browser.newPage()
  await page.setViewportSize({ width, height: 740 })
  await page.goto(`${app.url}${address}`, { waitUntil: 'networkidle' })
  return page
}

const ALL = 'fr,en,es,ru,ar,zh'

describe('on a phone', () => {
  test.each([
    ['/fr/r/A-RES-217(III)?v=fr,ar,zh', 16],
    ['/fr/r/A-RES-76-299?v=fr,ar,zh', 16],
    [`/ru/r/A-RES-76-299?v=${ALL}`, 16],
    ['/zh/r/A-RES-76-299?v=ar,fr', 22],
  ])('no text shows between the tabs and the section’s name on %s at %i px', async (address, size) => {
    const page = await open(address, 360)
    await page.evaluate((px) => {
      document.documentElement.style.fontSize = `${px}px`
      document.querySelector('#pp2')?.scrollIntoView({ block: 'center' })
    }, size)
    const [tabs, bands] = await page.evaluate(() => [
      document.querySelector('[data-tabs]')!.getBoundingClientRect().bottom,
      [...document.querySelectorAll('#reading th[scope=rowgroup]')].map(
        (band) => band.getBoundingClientRect().top,
      ),
    ])
    expect(Math.min(...bands.map((top) => Math.abs(top - tabs)))).toBeLessThan(0.1)
    await page.close()
  })

  test('what is linked to is not hidden under two lines of tabs', async () => {
    const page = await open(`/fr/r/A-RES-76-299?v=${ALL}#op7`, 360)
    const [row, band] = await page.evaluate(() => [
      document.querySelector('#op7')!.getBoundingClientRect().top,
      Math.max(
        ...[...document.querySelectorAll('#reading th[scope=rowgroup]')]
          .map((own) => own.getBoundingClientRect())
          .filter(({ top }) => top < 300)
          .map(({ bottom }) => bottom),
      ),
    ])
    expect(row).toBeGreaterThanOrEqual(band)
    await page.close()
  })

  test.each(UN_LANGUAGES.flatMap((locale) => [[locale, 'fr,ar,zh'] as const, [locale, ALL] as const]))(
    'every tab can be read whole in %s with %s',
    async (locale, versions) => {
      const page = await open(`/${locale}/r/A-RES-76-299?v=${versions}`, 360)
      const cut = await page.$$eval('[data-tabs] label > span', (names) =>
        names
          .filter((name) => {
            const { left, right } = name.getBoundingClientRect()
            return name.scrollWidth > name.clientWidth || left < 0 || right > window.innerWidth
          })
          .map((name) => name.textContent),
      )
      expect(cut).toEqual([])
      expect(await page.locator('[data-tabs] label > span').count()).toBe(versions.split(',').length + 1)
      await page.close()
    },
  )

  test.each(['fr', 'ar'])('every kind of finding can be reached and seen in %s', async (locale) => {
    const page = await open(`/${locale}/r/A-RES-76-299?v=fr,en,zh`, 360)
    const links = page.locator('#kinds a')
    await expect(links.first().isVisible()).resolves.toBe(false)
    await page.locator('[popovertarget=kinds]').click()
    await links.first().waitFor({ state: 'visible' })
    const count = await links.count()
    expect(count).toBeGreaterThanOrEqual(4)
    for (let k = 0; k < count; k += 1) {
      const box = (await links.nth(k).boundingBox())!
      expect([box.x >= 0, box.x + box.width <= 360, box.y + box.height <= 740]).toEqual([true, true, true])
    }
    await page.locator('#kinds a[data-kind=date]').click()
    await page.waitForURL(/codes=date/u)
    await page.keyboard.press('Escape')
    await expect(page.locator('[popovertarget=kinds]').getAttribute('data-chosen')).resolves.toBe('')
    await page.close()
  })

  test('the menu has what a finger can do, and no keyboard shortcuts', async () => {
    const page = await open('/fr/r/A-RES-76-299?v=fr,en', 360)
    await page.getByRole('button', { name: 'Autres actions' }).click()
    const menu = page.locator('#more')
    await expect(
      menu.innerText().then((text) => text.split('\n').map((line) => line.trim())),
    ).resolves.toEqual(['Constat suivant', 'Constat précédent', 'Imprimer'])
    await menu.getByRole('button', { name: 'Constat suivant' }).click()
    await page.locator('#apparatus li:visible').first().waitFor()
    await expect(menu.isVisible()).resolves.toBe(false)
    await page.close()
  })

  // Whether a shipped text has a doubtful row is the aligner's affair: its words are put into a row here.
  test.each([
    [360, 'in words that are seen'],
    [1440, 'in words for screen readers beside the bar'],
  ])('at %i px a doubtful row says how sure its alignment is %s', async (width) => {
    const page = await open('/fr/r/A-RES-76-299?v=fr,ar,zh', width)
    const words = 'Fiabilité de l’alignement\u00a0: 62\u202f%'
    const shown = await page.evaluate((text) => {
      const rules = [...document.styleSheets].flatMap((sheet) =>
        [...sheet.cssRules].map(({ cssText }) => cssText),
      )
      const name = /\.([\w-]+_confidence)\b/u.exec(rules.join('\n'))?.[1]
      if (name === undefined) throw new Error('no style for the words')
      const span = document.createElement('span')
      span.className = name
      span.textContent = text
      const gutter = document.querySelector('#op7 th')!
      gutter.append(span)
      return [span.getBoundingClientRect().width, gutter.scrollWidth - gutter.clientWidth]
    }, words)
    if (width === 360) expect(shown[0]).toBeGreaterThan(100)
    else expect(shown[0]).toBeLessThanOrEqual(1)
    expect(shown[1]).toBeLessThanOrEqual(0)
    await page.close()
  })
})

describe('on a wide screen', () => {
  test('the kinds of finding stand in the line of controls, without a button', async () => {
    const page = await open('/fr/r/A-RES-76-299?v=fr,en', 1440)
    await expect(page.locator('#kinds a').first().isVisible()).resolves.toBe(true)
    await expect(page.locator('[popovertarget=kinds]').isVisible()).resolves.toBe(false)
    await page.close()
  })

  test.each([
    ['fr', 'fr,ar', 700],
    ['fr', 'fr,ar,zh', 1440],
    ['ar', 'fr,ar,zh', 1440],
    ['fr', ALL, 1440],
    ['zh', ALL, 1024],
  ])(
    'the copy button leaves the paragraph’s address free in %s with %s at %i px',
    async (locale, versions, width) => {
      const page = await open(`/${locale}/r/A-RES-217(III)?v=${versions}`, width)
      const covered = await page.$$eval('#reading [data-row]', (rows) =>
        rows
          .filter((row) => {
            const gutter = row.querySelector('th')!.getBoundingClientRect()
            const copy = row.querySelector('[data-copy]')!.getBoundingClientRect()
            const range = document.createRange()
            range.selectNodeContents(row.querySelector('th a')!)
            return [...range.getClientRects()].some(
              (own) =>
                own.left < gutter.left ||
                own.right > gutter.right ||
                (own.left < copy.right &&
                  own.right > copy.left &&
                  own.top < copy.bottom &&
                  own.bottom > copy.top),
            )
          })
          .map((row) => row.getAttribute('data-row')),
      )
      expect(covered).toEqual([])
      await page.close()
    },
  )

  test.each(['fr', 'ar'])(
    'hyphens in Latin text are those of a serif, narrow and not on the line, in %s',
    async (locale) => {
      const page = await open(`/${locale}/r/A-RES-217(III)?v=fr,en,ar`, 1440)
      const session = await page.context().newCDPSession(page)
      await session.send('DOM.enable')
      await session.send('CSS.enable')
      const { root } = await session.send('DOM.getDocument', { depth: 0 })
      const marked = await page.$$eval('#reading [lang=en] p', (paragraphs) => {
        const found = paragraphs.filter(({ textContent }) => /[\u2010\u2011]/u.test(textContent))
        for (const paragraph of found) paragraph.setAttribute('data-hyphen', '')
        return found.length
      })
      expect(marked).toBeGreaterThan(0)
      const widths = await page.$$eval('[data-hyphen]', (paragraphs) =>
        paragraphs.flatMap((paragraph) => {
          const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
          const found: number[] = []
          while (walker.nextNode()) {
            for (const { index } of (walker.currentNode.textContent ?? '').matchAll(/[\u2010\u2011]/gu)) {
              const range = document.createRange()
              range.setStart(walker.currentNode, index)
              range.setEnd(walker.currentNode, index + 1)
              found.push(
                range.getBoundingClientRect().width / parseFloat(getComputedStyle(paragraph).fontSize),
              )
            }
          }
          return found
        }),
      )
      for (const width of widths) expect(width).toBeLessThan(0.42)
      const { nodeIds } = await session.send('DOM.querySelectorAll', {
        nodeId: root.nodeId,
        selector: '[data-hyphen]',
      })
      const families = new Set<string>()
      for (const nodeId of nodeIds) {
        const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
        for (const { familyName } of fonts) families.add(familyName)
      }
      expect([...families].filter((name) => /Naskh|Arabic|Sans/u.test(name))).toEqual([])
      expect([...families].some((name) => /Noto Serif/u.test(name))).toBe(true)
      await page.close()
    },
  )
})
