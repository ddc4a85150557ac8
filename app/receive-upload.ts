import { hasLocale } from 'next-intl'
import type { UnLanguage } from '../core/model'
import { routing } from '../i18n/routing'
import { makeTranslator } from '../i18n/translator'
import { readLimited } from '../jobs/read-limited'
import { uploadLimit } from '../jobs/upload-limit.mjs'
import { isSameOrigin } from './read-request'
import { refuse } from './refuse'

/** A file that came: the locale of the page, the bytes, and what the address says of them. */
export interface Upload {
  readonly locale: UnLanguage
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly query: URLSearchParams
}

/** The most bytes that are taken; what the setting cannot mean is told at the start (cli/serve.mjs). */
export function mostBytes(): number {
  return uploadLimit(process.env) ?? uploadLimit({})!
}

/**
 * Receives a body as bytes, or gives the refusal: 404 for an unknown locale, 403 where it comes from another site, 415 where it is not of the type, 413 where it is larger than may be, by what the request says of it before
 * anything is read, and by what comes while it is read. A body that breaks off is 400.
 */
export async function receiveUpload(
  request: Request,
  params: Promise<{ locale: string }>,
  type: RegExp,
): Promise<Upload | Response> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 })
  if (!isSameOrigin(request)) return new Response(null, { status: 403 })
  if (!type.test(request.headers.get('content-type') ?? '')) return new Response(null, { status: 415 })
  const most = mostBytes()
  const tooLarge = () => {
    const limit = Math.floor(most / 100_000) / 10
    return refuse(413, 'too-large', makeTranslator(locale)('import.tooLarge', { limit }))
  }
  if (Number(request.headers.get('content-length') ?? 0) > most) return tooLarge()
  const bytes = await readLimited(request.body, most).catch(() => undefined)
  if (bytes === undefined) return new Response(null, { status: 400 })
  return bytes === null ? tooLarge() : { locale, bytes, query: new URL(request.url).searchParams }
}
