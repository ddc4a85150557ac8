import createMiddleware from 'next-intl/middleware'
import { NextRequest, NextResponse } from 'next/server'
import { chooseLocale, isLocale } from './i18n/choose-locale'
import { routing } from './i18n/routing'

const toLocale = createMiddleware(routing)

/**
 * Runs before every page. `/` goes to the reader's locale; an address under no locale of ours shows the page-not-found of the reader's locale,
 * with its status, at the address that was asked for. Every page carries a content security policy with a nonce of its own.
 */
export default function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  const first = request.nextUrl.pathname.split('/')[1] ?? ''
  const response =
    first === '' || isLocale(first)
      ? toLocale(new NextRequest(request, { headers }))
      : notFound(request, headers)
  response.headers.set('content-security-policy', policy)
  return response
}

/** Pages only: the program's own files carry no policy. */
export const config = { matcher: ['/((?!_next/|icon.svg|favicon.ico).*)'] }

function notFound(request: NextRequest, headers: Headers): NextResponse {
  const locale = chooseLocale(request.headers.get('accept-language') ?? '')
  headers.set('x-next-intl-locale', locale)
  return NextResponse.rewrite(new URL(`/${locale}/-/-`, request.url), { request: { headers } })
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
