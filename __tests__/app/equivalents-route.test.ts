import { GET } from '../../app/[locale]/r/[slug]/equivalents/route'
import { StoreError } from '../../store/database/store-error'
import { sampleCheck, SAMPLE_ENTRY } from '../components/sample-check'

jest.mock('../../app/open-store', () => ({
  openReading: async (slug: string, languages: readonly ('fr' | 'en' | 'ar' | 'zh')[]) => {
    if (slug === 'A-RES-0-0') throw new StoreError('away', 'db.example')
    if (slug !== SAMPLE_ENTRY.slug) return null
    const check = sampleCheck(languages)
    const reading = { alignment: { id: languages.join() }, decisions: [] }
    return { entry: SAMPLE_ENTRY, check, failures: [], reading }
  },
}))
jest.mock('../../app/shipped-knowledge', () => ({
  shippedKnowledge: async () => ({ terms: [], lexicon: [], names: [] }),
}))

const get = (query: string, slug = 'A-RES-76-299', locale = 'fr') =>
  GET(new Request(`http://localhost:3000/${locale}/r/${slug}/equivalents?${query}`), {
    params: Promise.resolve({ locale, slug }),
  })

describe('GET …/equivalents', () => {
  it('names what answers a range of the pivot', async () => {
    const response = await get('v=fr,en&address=pp2&from=24&to=30')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      counterparts: [expect.objectContaining({ language: 'en', address: 'pp2' })],
    })
  })

  it.each([
    ['no versions', 'address=pp2&from=0&to=5', /^v must/u],
    ['an unknown language', 'v=fr,xx&address=pp2&from=0&to=5', /^v must/u],
    ['no address', 'v=fr,en&from=0&to=5', /^address must/u],
    ['an unknown address', 'v=fr,en&address=pp99&from=0&to=5', /^address must/u],
    ['an offset that is none', 'v=fr,en&address=pp2&from=-1&to=5', /^from and to/u],
    ['no end', 'v=fr,en&address=pp2&from=0', /^from and to/u],
    ['an empty range', 'v=fr,en&address=pp2&from=5&to=5', /^from and to/u],
    ['a range behind the end', 'v=fr,en&address=pp2&from=0&to=999', /^to must/u],
  ])('answers 400 with the reason to %s', async (_, query, reason) => {
    const response = await get(query)
    expect(response.status).toBe(400)
    expect(await response.text()).toMatch(reason)
  })

  it.each([
    ['an unknown resolution', 'A-RES-1-1', 'fr'],
    ['an unknown locale', 'A-RES-76-299', 'de'],
  ])('answers 404 to %s', async (_, slug, locale) => {
    expect((await get('v=fr,en&address=pp2&from=0&to=5', slug, locale)).status).toBe(404)
  })

  it('answers 503 with Retry-After, in the reader’s language, where the store cannot be used', async () => {
    const response = await get('v=fr,en&address=pp2&from=0&to=5', 'A-RES-0-0')
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await response.text()).toMatch(/^le serveur de base de données est injoignable.*db\.example/u)
  })
})
