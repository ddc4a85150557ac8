import { TOKEN, URL_HERE, withOwnStore } from './with-own-store'
import { sendHere } from './send-here'

withOwnStore()

const ADD = { kind: 'align-resolution', input: { slug: 'A-RES-76-299', languages: ['fr', 'en'] } }

function change(headers: Record<string, string>) {
  return sendHere(`${URL_HERE}/api/v1/jobs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(ADD),
  })
}

function read(headers: Record<string, string> = {}) {
  return sendHere(`${URL_HERE}/api/v1/documents?limit=1`, { headers })
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const origin = { origin: URL_HERE }

describe.each([
  ['with a token', TOKEN],
  ['without one', ''],
])('a server %s', (_, token) => {
  const has = token !== ''
  beforeEach(() => {
    process.env.CONCORDANCE_TOKEN = token
  })

  it.each([
    ['the token', bearer(TOKEN), has ? 202 : 401],
    [
      'the token, from a page of another site',
      { ...bearer(TOKEN), origin: 'http://example.org' },
      has ? 202 : 401,
    ],
    ['another token', bearer(`${TOKEN}x`), 401],
    ['another token, from a page of the same origin', { ...bearer('x'), ...origin }, 401],
    ['no token, from a page of the same origin', origin, 202],
    ['no token, as a browser says it', { 'sec-fetch-site': 'same-origin' }, 202],
    ['no token, from a page of another site', { origin: 'http://example.org' }, 403],
    ['no token, from another port', { origin: 'http://localhost:3001' }, 403],
    ['no token, from a page that hides where it is', { origin: 'null' }, 403],
    ['no token, as a browser says of another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a password', { authorization: 'Basic eDp5' }, 401],
    ['an empty token', { authorization: 'Bearer ' }, 401],
    ['nothing', {}, 401],
  ])('answers a change with %s: %j → %i', async (_, headers, status) => {
    const response = await change(headers as Record<string, string>)
    expect(response.status).toBe(status)
    expect(response.headers.has('www-authenticate')).toBe(status === 401)
  })

  it.each([
    ['nothing', {}, 200],
    ['the token', bearer(TOKEN), has ? 200 : 401],
    ['another token', bearer('x'), 401],
    ['another origin', { origin: 'http://example.org' }, 200],
  ])('answers reading with %s: %j → %i', async (_, headers, status) => {
    const response = await read(headers as Record<string, string>)
    expect(response.status).toBe(status)
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })
})

it('says what is left in every answer, and refuses who asks for more', async () => {
  process.env.CONCORDANCE_TOKEN = TOKEN
  const near = await read()
  expect(near.headers.get('ratelimit-policy')).toBe('"loopback";q=6000;w=60')
  const far = { 'x-concordance-client': '192.0.2.7' }
  const index = () => sendHere(`${URL_HERE}/api/v1`, { headers: far })
  const first = await index()
  expect(first.headers.get('ratelimit-policy')).toBe('"client";q=600;w=60')
  expect(first.headers.get('ratelimit')).toBe('"client";r=599;t=1')
  let last = first
  for (let k = 0; k < 5000 && last.status === 200; k += 1) last = await index()
  expect([last.status, await last.json()]).toMatchObject([429, { code: 'too-many-requests' }])
  expect(last.headers.get('retry-after')).toBe('1')
  expect(last.headers.get('ratelimit')).toMatch(/^"client";r=0;t=1$/u)
  expect((await read({ 'x-concordance-client': '192.0.2.8' })).status).toBe(200)
  expect((await read({ 'x-concordance-client': '::1' })).status).toBe(200)
})

it('what is answered runs nothing in a browser', async () => {
  const response = await read()
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; sandbox")
})
