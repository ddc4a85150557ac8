import type { POST } from '../../app/[locale]/r/[slug]/decisions/route'

/** The shipped resolution that the tests of the routes ask about. */
export const SLUG = 'A-RES-76-299'

/** What a route handler answered: `again` is its Retry-After. */
export interface Answer {
  readonly status: number
  readonly again: string | null
  readonly body: Record<string, unknown> | null
}

/** Asks a route handler as a page in English does. */
export async function postJson(post: typeof POST, body: object, slug = SLUG): Promise<Answer> {
  const request = new Request(`http://localhost:3000/en/r/${slug}/x`, {
    method: 'POST',
    headers: { origin: 'http://localhost:3000', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const response = await post(request, { params: Promise.resolve({ locale: 'en', slug }) })
  const text = await response.text()
  return {
    status: response.status,
    again: response.headers.get('retry-after'),
    body: text === '' ? null : (JSON.parse(text) as Record<string, unknown>),
  }
}

/** What a page sends to settle a finding whose key is this number. */
export function settling(number: number, revision: number, reason = 'seen') {
  const key = number.toString(16).padStart(16, '0')
  return { action: 'settle', scope: 'finding', key, revision, verdict: 'ignored', reason }
}
