import { hasLocale } from 'next-intl'
import type { UnLanguage } from '../core/model'
import { routing } from '../i18n/routing'

/** The longest request that is read, in UTF-16 code units. */
const LONGEST = 20_000

/** A request to change something, as far as every such request is alike: its locale, the resolution's slug (empty where the address has none), and its body as the schema makes it. */
export interface ChangeRequest<T> {
  readonly locale: UnLanguage
  readonly slug: string
  readonly asked: T
}

/** Any schema of `core/schema.ts`. */
interface Schema<T> {
  readonly safeParse: (value: unknown) => { readonly success: boolean; readonly data?: T }
}

/**
 * Reads a request to change something, or gives the refusal: 404 for an unknown locale, 403 where it comes from another site, 415 where it is no JSON, 413 where it is too long, 400 where the schema does not fit.
 */
export async function readRequest<T>(
  request: Request,
  params: Promise<{ locale: string; slug?: string }>,
  schema: Schema<T>,
): Promise<ChangeRequest<T> | Response> {
  const { locale, slug = '' } = await params
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 })
  if (!isSameOrigin(request)) return new Response(null, { status: 403 })
  if (!/^application\/json\b/iu.test(request.headers.get('content-type') ?? ''))
    return new Response(null, { status: 415 })
  const text = await request.text()
  if (text.length > LONGEST) return new Response(null, { status: 413 })
  const parsed = schema.safeParse(parse(text))
  if (!parsed.success || parsed.data === undefined) return new Response(null, { status: 400 })
  return { locale, slug: decodeURIComponent(slug), asked: parsed.data }
}

/** Browsers say where a request comes from: `Sec-Fetch-Site`, and `Origin`, whose host must be the one that was asked. A request that says neither does not come from a page. */
export function isSameOrigin({ headers, url }: Request): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = headers.get('origin')
  if (origin === null) return site === 'same-origin'
  if (!URL.canParse(origin)) return false
  return (
    new URL(origin).host === (headers.get('x-forwarded-host') ?? headers.get('host') ?? new URL(url).host)
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
