import { NextRequest } from 'next/server'
import { makeTranslator } from '../../i18n/translator'
import proxy from '../../proxy'
import { StoreError } from '../../store/database/store-error'

jest.mock('../../app/open-store', () => ({
  hasResolution: async (slug?: string) => {
    if (slug === 'A-RES-0-0') throw new StoreError('locked', '<b>"&')
    if (slug === 'A-RES-0-1') throw new StoreError('damaged')
    return slug === undefined || ['A-RES-76-299', 'A-RES-217(III)'].includes(slug)
  },
}))

const ask = (path: string, language = 'ru,en;q=0.5') =>
  proxy(new NextRequest(`http://localhost:3000${path}`, { headers: { 'accept-language': language } }))

/** `page`, `-> address`, `404 locale`, or the status of another answer with its Retry-After. */
async function outcome(path: string, language?: string): Promise<string> {
  const response = await ask(path, language)
  const location = response.headers.get('location')
  if (location !== null) return `-> ${new URL(location).pathname}`
  if (response.status !== 200) return `${response.status} ${response.headers.get('retry-after')}`
  if (!response.headers.get('x-middleware-rewrite')?.endsWith('/-/-/-/-')) return 'page'
  return `404 ${response.headers.get('x-middleware-request-x-next-intl-locale')}`
}

describe('proxy', () => {
  it.each([
    ['/', '-> /ru'],
    ['/fr', 'page'],
    ['/fr/r/A-RES-76-299', 'page'],
    ['/fr/r/A-RES-217(III)?v=fr,zh', 'page'],
    ['/fr/r/A-RES-217%28III%29', 'page'],
    ['/fr/r/A-RES-76-299/export?v=fr,en&format=csv', 'page'],
    ['/fr/r/A-RES-76-299/equivalents?v=fr,en&address=pp1&from=0&to=9', 'page'],
    ['/fr/r/A-RES-76-299/decisions', 'page'],
    ['/fr/r/A-RES-76-299/rows', 'page'],
    ['/fr/r/A-RES-76-299/decisions/import', 'page'],
    ['/fr/r/A-RES-1-1/decisions/import', '404 fr'],
    ['/fr/r/A-RES-0-0/decisions/import', '503 5'],
    ['/fr/r/A-RES-76-299/decisions/other', '404 fr'],
    ['/fr/r/A-RES-76-299/decisions/import/more', '404 fr'],
    ['/fr/r/A-RES-76-299/rows/import', '404 fr'],
    ['/fr/jobs', 'page'],
    ['/fr/jobs/list', 'page'],
    ['/fr/jobs/other', '404 fr'],
    ['/fr/jobs/list/more', '404 fr'],
    ['/fr/r/A-RES-0-0', '503 5'],
    ['/fr/r/A-RES-0-1?v=fr,en', '503 60'],
    ['/fr/r/A-RES-0-0/rows', 'page'],
    ['/fr/r/A-RES-1-1', '404 fr'],
    ['/fr/r/A-RES-76-299?v=fr,xx', '404 fr'],
    ['/fr/r/A-RES-76-299/other', '404 fr'],
    ['/fr/r/A-RES-76-299/export/more', '404 fr'],
    ['/fr/r/%E0%A4%A', '404 fr'],
    ['/fr/r', '404 fr'],
    ['/fr/elsewhere', '404 fr'],
    ['/de', '404 ru'],
    ['/de/r/A-RES-76-299', '404 ru'],
    ['/FR', '404 ru'],
  ])('%s is %s', async (path, expected) => {
    expect(await outcome(path)).toBe(expected)
  })

  it('speaks English to those who ask for none of our languages', async () => {
    expect(await outcome('/de', 'de')).toBe('404 en')
    expect(await outcome('/', 'de')).toBe('-> /en')
  })

  it.each(['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const)(
    'says in %s why there is no page where the store cannot be used',
    async (locale) => {
      const response = await ask(`/${locale}/r/A-RES-0-0`)
      const t = makeTranslator(locale)
      const page = await response.text()
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(page).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">`)
      expect(page).toContain(t('store.title'))
      expect(page).toContain(t('store.error.locked'))
      // What the error is about comes from outside.
      expect(page).toContain('&lt;b&gt;&quot;&amp;')
      expect(page).not.toContain('<b>')
    },
  )

  it('gives every answer a policy with a nonce of its own', async () => {
    const policies = await Promise.all(
      ['/fr', '/fr', '/fr/r/A-RES-0-0'].map(
        async (path) => (await ask(path)).headers.get('content-security-policy') ?? '',
      ),
    )
    const nonces = policies.map((policy) => /script-src 'self' 'nonce-([^']+)'/u.exec(policy)?.[1])
    expect(new Set(nonces).size).toBe(3)
    expect(nonces).not.toContain(undefined)
  })
})
