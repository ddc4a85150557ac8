import createMiddleware from 'next-intl/middleware'
import { NextRequest, NextResponse } from 'next/server'
import { readVersions } from './components/ReadingView/view-query'
import type { UnLanguage } from './core/model'
import { chooseLocale, isLocale } from './i18n/choose-locale'
import { routing } from './i18n/routing'
import { listEntries } from './app/open-store'
import { remember } from './jobs/remember'
import { StoreError } from './store/database/store-error'

const toLocale = createMiddleware(routing)

/** Pages only: the program's own files carry no policy, and the HTTP interface one of its own. */
export const config = { matcher: ['/((?!_next/|api/|icon.svg|favicon.ico).*)'] }

/**
 * Runs before every page. `/` goes to the reader's locale; an address where there is nothing (unknown locale, page, resolution, version) shows
 * the page-not-found in the reader's language, with its status, without changing the address. Every page carries a content security policy with
 * a nonce of its own.
 */
export default async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  const response = (await isPage(request.nextUrl))
    ? toLocale(new NextRequest(request, { headers }))
    : notFound(request, headers)
  response.headers.set('content-security-policy', policy)
  return response
}

/** What can be asked of a resolution besides its page. */
const ACTIONS: readonly string[] = ['export', 'equivalents', 'decisions', 'rows']

/** True for the addresses that the app has something for; asked before rendering, because a page that is begun cannot change its status. */
async function isPage({ pathname, searchParams }: URL): Promise<boolean> {
  const [locale = '', section, slug, action, ...rest] = pathname.split('/').slice(1)
  if (locale === '' && section === undefined) return true
  if (!isLocale(locale)) return false
  if (section === undefined || (section === '' && slug === undefined)) return true
  if ((section === 'terms' || section === 'checks' || section === 'api') && slug === undefined) return true
  if (section === 'jobs') return slug === undefined || (slug === 'list' && action === undefined)
  if (section !== 'r' || slug === undefined || rest.length > 0) return false
  if (action !== undefined && !ACTIONS.includes(action)) return false
  const versions = readVersions(searchParams.getAll('v'), locale, [])
  return versions !== null && (await hasResolution(slug))
}

/** Where the store cannot be used the page itself says so. */
async function hasResolution(encoded: string): Promise<boolean> {
  const slug = decode(encoded)
  if (slug === null) return false
  try {
    await knownResolution(slug)
    return true
  } catch (error) {
    if (error instanceof UnknownResolution) return false
    if (error instanceof StoreError) return true
    throw error
  }
}

/** There is no resolution of this slug. */
class UnknownResolution extends Error {}

/** Rejects where there is none, which is forgotten; the store never loses a resolution, so that the rest is asked once. */
const knownResolution = remember(
  async (slug: string) => {
    if ((await listEntries(slug)).length === 0) throw new UnknownResolution(slug)
  },
  (slug) => slug,
  10_000,
)

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** Leads to an address that no page has, so that the framework renders the page-not-found. */
function notFound(request: NextRequest, headers: Headers): NextResponse {
  headers.set('x-next-intl-locale', readerLocale(request))
  // A copy of the request's own address: another spelling of the host would send the request out and back in.
  const nowhere = request.nextUrl.clone()
  nowhere.pathname = '/-/-/-/-'
  nowhere.search = ''
  return NextResponse.rewrite(nowhere, { request: { headers } })
}

/** The locale in the address, else the one that the browser asks for. */
function readerLocale({ nextUrl, headers }: NextRequest): UnLanguage {
  const first = nextUrl.pathname.split('/')[1] ?? ''
  return isLocale(first) ? first : chooseLocale(headers.get('accept-language') ?? '')
}

/** Styles may be inline, since widths and columns are set on elements; scripts only with the nonce. */
function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
