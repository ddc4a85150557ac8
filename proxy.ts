import createMiddleware from 'next-intl/middleware'
import { NextRequest, NextResponse } from 'next/server'
import { pickVersions, readVersions } from './components/ReadingView/view-query'
import type { UnLanguage } from './core/model'
import { chooseLocale, isLocale } from './i18n/choose-locale'
import { routing } from './i18n/routing'
import { heldComparisons } from './app/held-comparisons'
import { hasResolution } from './app/open-store'
import { orStoreError } from './app/or-store-error'
import { refusePage } from './app/refuse-page'
import { remember } from './jobs/remember'
import { StoreError } from './store/database/store-error'

const toLocale = createMiddleware(routing)

/**
 * Pages only: the program's own files carry no policy, the HTTP interface one of its own, and files that people bring go to their routes as they come, since whatever passes here is held in memory up to ten megabytes and cut there.
 */
export const config = {
  matcher: [
    '/((?!_next/|api/|icon.svg|favicon.ico|[a-z]{2}/import/read$|[a-z]{2}/import/save$|[a-z]{2}/compare/new$|[a-z]{2}/r/[^/]+/decisions/import/read$|[a-z]{2}/r/[^/]+/decisions/import/apply$).*)',
  ],
}

/**
 * Runs before every page. `/` goes to the reader's locale; an address where there is nothing (unknown locale, page, resolution, version) shows
 * the page-not-found in the reader's language, with its status, without changing the address; where the store cannot be used, 503 and why. Every page carries a content security policy with
 * a nonce of its own.
 */
export default async function proxy(request: NextRequest): Promise<Response> {
  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  const found = await lookUp(request.nextUrl)
  const response =
    found instanceof StoreError
      ? refusePage(found, readerLocale(request))
      : !found
        ? notFound(request, headers)
        : isAction(request.nextUrl)
          ? NextResponse.next()
          : toLocale(new NextRequest(request, { headers }))
  response.headers.set('content-security-policy', policy)
  return response
}

/** What can be asked of a resolution besides its page. */
const ACTIONS: readonly string[] = ['export', 'equivalents', 'decisions', 'rows']

/** What answers otherwise than by a page has no use for the reader's locale nor for a nonce. */
function isAction({ pathname }: URL): boolean {
  const [action = '', ...rest] = pathname.split('/').slice(4)
  return ACTIONS.includes(action) && rest.length === 0
}

/**
 * True for the addresses that the app has something for, or why the store that a page needs cannot be used; asked before rendering, because a page that is begun cannot change its status. What is asked of
 * a resolution besides its page answers for itself where the store cannot be used.
 */
async function lookUp({ pathname, searchParams }: URL): Promise<boolean | StoreError> {
  const [locale = '', section, slug, action, ...rest] = pathname.split('/').slice(1)
  if (locale === '' && section === undefined) return true
  if (!isLocale(locale)) return false
  if (section === undefined || (section === '' && slug === undefined))
    return orStoreError(hasResolution().then(() => true))
  if ((section === 'terms' || section === 'checks' || section === 'api') && slug === undefined) return true
  if (section === 'jobs') return slug === undefined || (slug === 'list' && action === undefined)
  if (section === 'import') return slug === undefined || (slug === 'fetch' && action === undefined)
  if (section === 'compare') return isComparison(slug, action, rest, searchParams)
  if (section !== 'r' || slug === undefined) return false
  const back = action === 'decisions' && rest.length === 1 && rest[0] === 'import'
  if (rest.length > 0 && !back) return false
  if (action !== undefined && !ACTIONS.includes(action)) return false
  const known = decode(slug)
  if (known === null || readVersions(searchParams.getAll('v'), locale, []) === null) return false
  if (action === undefined || back) return orStoreError(hasResolution(known))
  const found = await orStoreError(isKnown(known))
  return found instanceof StoreError ? true : found
}

function isComparison(
  id: string | undefined,
  action: string | undefined,
  rest: readonly string[],
  query: URLSearchParams,
): boolean {
  if (id === undefined || rest.length > 0 || (action !== undefined && action !== 'export')) return false
  const check = heldComparisons().find(id)
  const available = check?.versions.map(({ language }) => language) ?? []
  return check !== null && pickVersions(query.getAll('v'), available) !== null
}

/** Whether there is a resolution; the store never loses one, so that only those that it has are remembered. */
async function isKnown(slug: string): Promise<boolean> {
  try {
    await knownResolution(slug)
    return true
  } catch (error) {
    if (error instanceof UnknownResolution) return false
    throw error
  }
}

/** There is no resolution of this slug. */
class UnknownResolution extends Error {}

/** Rejects where there is none, which is forgotten. */
const knownResolution = remember(
  async (slug: string) => {
    if (!(await hasResolution(slug))) throw new UnknownResolution(slug)
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
