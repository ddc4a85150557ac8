import { GET } from '../../app/[locale]/r/[slug]/equivalents/route'
import { sampleCheck, SAMPLE_ENTRY } from '../components/sample-check'

jest.mock('../../jobs/corpus', () => ({
  loadKnowledge: async () => ({ terms: [], lexicon: [], names: [] }),
  openResolution: async (_root: string, slug: string, languages: readonly ('fr' | 'en' | 'ar' | 'zh')[]) =>
    slug === SAMPLE_ENTRY.slug ? { entry: SAMPLE_ENTRY, check: sampleCheck(languages), failures: [] } : null,
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
})
