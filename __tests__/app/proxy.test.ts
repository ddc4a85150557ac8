import { NextRequest } from 'next/server'
import proxy from '../../proxy'
import { StoreError } from '../../store/database/store-error'

jest.mock('../../app/open-store', () => ({
  listEntries: async (slug: string) => {
    if (slug === 'A-RES-0-0') throw new StoreError('locked')
    return ['A-RES-76-299', 'A-RES-217(III)'].includes(slug) ? [{ slug }] : []
  },
}))

const ask = (path: string, language = 'ru,en;q=0.5') =>
  proxy(new NextRequest(`http://localhost:3000${path}`, { headers: { 'accept-language': language } }))

/** `page`, `-> address`, or `404 locale` for an answer. */
async function outcome(path: string, language?: string): Promise<string> {
  const response = await ask(path, language)
  const location = response.headers.get('location')
  if (location !== null) return `-> ${new URL(location).pathname}`
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
    ['/fr/r/A-RES-0-0', 'page'],
    ['/fr/jobs', 'page'],
    ['/fr/jobs/list', 'page'],
    ['/fr/jobs/other', '404 fr'],
    ['/fr/jobs/list/more', '404 fr'],
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

  it('gives every answer a policy with a nonce of its own', async () => {
    const policies = await Promise.all(
      ['/fr', '/fr', '/de'].map(
        async (path) => (await ask(path)).headers.get('content-security-policy') ?? '',
      ),
    )
    const nonces = policies.map((policy) => /script-src 'self' 'nonce-([^']+)'/u.exec(policy)?.[1])
    expect(new Set(nonces).size).toBe(3)
    expect(nonces).not.toContain(undefined)
  })
})
