import { createServer } from 'node:net'
import { documentAddress, documentSite, DOCUMENT_SITE } from '../../../jobs/fetch/document-address'
import { fetchDocument, type FetchOptions } from '../../../jobs/fetch/fetch-document'
import { nextAddress } from '../../../jobs/fetch/next-address'
import { retryAfter } from '../../../jobs/fetch/retry-after'
import { send, startSite, type Answer, type DocumentSite } from '../../support/document-site'

let site: DocumentSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.stop())

/** Gets `/doc` from the site; gives what came, or the code and detail of what it failed with, and the waits that there would have been. */
async function get(answer: Answer | null, { limits, ...more }: FetchOptions = {}) {
  if (answer !== null) site.on('/doc', answer)
  const waits: number[] = []
  const pause = async (ms: number) => void waits.push(ms)
  const options = { pause, limits: { time: 5000, ...limits }, ...more }
  const got = await fetchDocument(`${site.url}/doc`, options).then(
    ({ bytes, address }) => ({ text: Buffer.from(bytes).toString(), address }),
    (error: unknown) => ({ failed: String(error).replace(/^FetchError: /u, '') }),
  )
  return { ...got, waits, tries: site.asked.filter((one) => one === '/doc').length }
}

const lead =
  (to: string): Answer =>
  (response) =>
    void response.writeHead(302, { location: to }).end('moved')
const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(code, headers).end('no')
/** Fails so often with one answer and then gives the other. */
const after =
  (times: number, first: Answer, then: Answer): Answer =>
  (response, k, request) =>
    (k <= times ? first : then)(response, k, request)
const cut: Answer = (response) => {
  response.writeHead(200, { 'content-length': '100' }).write('only a part')
  setTimeout(() => response.destroy(), 20)
}
const cutChunked: Answer = (response) => {
  response.writeHead(200).write('only a part')
  setTimeout(() => response.destroy(), 20)
}
const TEXT = send('the text')

test('a document comes with all its bytes, from where it is in the end', async () => {
  expect(await get(TEXT)).toMatchObject({ text: 'the text', tries: 1, waits: [] })
  site.on('/deep/file', send('elsewhere'))
  site.on('/step', lead('deep/file'))
  expect(await get(lead('/step'))).toMatchObject({ text: 'elsewhere', address: `${site.url}/deep/file` })
})

test.each<[string, Answer | null, string, number]>([
  ['nothing there', null, 'missing', 1],
  ['gone', status(410), 'missing', 1],
  ['forbidden', status(403), 'refused: 403', 1],
  ['a fault that stays', status(502), 'refused: 502', 4],
  ['a redirection to itself', lead('/doc'), 'redirects', 6],
  ['a redirection to a file', lead('file:///etc/passwd'), 'unsafe-address: file:///etc/passwd', 1],
  ['a redirection to no address', lead('http://'), 'unsafe-address: http://', 1],
  ['a body that breaks off each time', cut, 'cut-short', 4],
  ['a body of untold length that breaks off', cutChunked, 'cut-short', 4],
  ['a request to wait for an hour', status(429, { 'retry-after': '3600' }), 'busy: 3600 s', 1],
])('%s is told: %#', async (_, answer, failed, tries) => {
  const got = await get(answer)
  expect(got).toMatchObject({ failed: expect.stringMatching(new RegExp(`^${failed}`, 'u')), tries })
})

test.each<[string, Answer, number[]]>([
  ['twice 503', after(2, status(503), TEXT), [500, 2000]],
  ['429 with seconds', after(1, status(429, { 'retry-after': '7' }), TEXT), [7000]],
  ['a body that breaks off once', after(1, cut, TEXT), [500]],
  ['a connection that ends', after(1, (response) => void response.destroy(), TEXT), [500]],
])('%s is tried again, after the right pause', async (_, answer, waits) => {
  expect(await get(answer)).toMatchObject({ text: 'the text', waits, tries: waits.length + 1 })
})

test('what takes longer than it may is ended, before and within its body', async () => {
  const limits = { time: 150, attempts: 1 }
  expect(await get(() => undefined, { limits })).toMatchObject({ failed: 'slow: 0.15 s' })
  const slow: Answer = (response) => void response.writeHead(200).write('begun')
  expect(await get(slow, { limits })).toMatchObject({ failed: 'slow: 0.15 s' })
})

test('what is larger than it may be is refused, by what is told of it and by what comes', async () => {
  const limits = { bytes: 2_000_000 }
  const told: Answer = (response) =>
    void response.writeHead(200, { 'content-length': '3000000' }).flushHeaders()
  expect(await get(told, { limits })).toMatchObject({ failed: 'too-large: 2 MB', tries: 1 })
  const untold: Answer = (response) => {
    response.writeHead(200)
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      if (!response.destroyed) response.once('drain', more)
    }
    more()
  }
  expect(await get(untold, { limits })).toMatchObject({ failed: 'too-large: 2 MB' })
  expect(await get(send(new Uint8Array(2_000_000)), { limits })).toHaveProperty('text')
})

test('where nobody is, that is told with the host, at once', async () => {
  const nobody = createServer()
  await new Promise<void>((resolve) => nobody.listen(0, '127.0.0.1', resolve))
  const { port } = nobody.address() as { port: number }
  await new Promise((resolve) => nobody.close(resolve))
  const pause = jest.fn()
  await expect(fetchDocument(`http://127.0.0.1:${port}/x`, { pause })).rejects.toMatchObject({
    code: 'offline',
    detail: `127.0.0.1:${port}`,
  })
  expect(pause).not.toHaveBeenCalled()
})

test('who goes away ends the transfer and every wait', async () => {
  const gone = new AbortController()
  const got = get(() => gone.abort(new Error('gone')), { signal: gone.signal })
  expect(await got).toMatchObject({ failed: 'Error: gone', tries: 1 })
})

test.each([
  ['https://a.org/{language}/{symbol}', 'A/RES/76/299', 'https://a.org/fr/A/RES/76/299'],
  [
    'https://a.org/x?s={symbol}&l={language}',
    'S/RES/1440 (2002)',
    'https://a.org/x?s=S/RES/1440%20(2002)&l=fr',
  ],
  ['https://a.org/x?s={symbol}&l={language}', 'A&l=en#', 'https://a.org/x?s=A%26l%3Den%23&l=fr'],
  ['https://a.org/d/{language}/{symbol}', '../../../b', 'https://a.org/d/fr////b'],
  ['https://a.org/{language}/{symbol}', '$&/1', 'https://a.org/fr/%24%26/1'],
  ['https://a.org/{symbol}', 'A/1', null],
  ['ftp://a.org/{language}/{symbol}', 'A/1', null],
  ['{symbol}{language}', 'javascript:x', null],
])('%s with %s is %s', (pattern, symbol, address) => {
  expect(documentAddress(pattern, symbol, 'fr')).toBe(address)
})

test('the site is the one that the environment gives, else the Organization’s', () => {
  expect(documentSite({})).toBe(DOCUMENT_SITE)
  expect(documentSite({ CONCORDANCE_SITE: '' })).toBe(DOCUMENT_SITE)
  expect(documentSite({ CONCORDANCE_SITE: 'http://x/{language}/{symbol}' })).toMatch(/^http:\/\/x/u)
  expect(documentAddress(DOCUMENT_SITE, 'A/RES/76/299', 'fr')).toContain('s=A/RES/76/299&l=fr')
})

test.each([
  ['5', 5000],
  [' 0 ', 0],
  ['Thu, 01 Jan 1970 00:01:00 GMT', 50_000],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ['soon', null],
  [null, null],
])('Retry-After %p is %p ms', (header, ms) => {
  expect(retryAfter(header, 10_000)).toBe(ms)
})

test.each([
  ['https://a.org/x/y', '../z', 'https://a.org/z'],
  ['http://a.org/x', 'https://b.org/', 'https://b.org/'],
  ['https://a.org/x', '//b.org/y', 'https://b.org/y'],
  ['https://a.org/x', 'http://a.org/x', null],
  ['https://a.org/x', 'data:text/plain,x', null],
])('from %s, %s leads to %s', (from, to, address) => {
  if (address === null) expect(() => nextAddress(from, to)).toThrow(/^unsafe-address/u)
  else expect(nextAddress(from, to)).toBe(address)
})
