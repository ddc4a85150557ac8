import type { UnLanguage } from '../../core/model'

/**
 * Where the Organization's Official Document System has the file of a symbol in a language. Its pages, `https://docs.un.org/{language}/{symbol}`, show the same file inside a page of HTML; this address leads to the
 * file itself.
 */
export const DOCUMENT_SITE = 'https://documents.un.org/api/symbol/access?s={symbol}&l={language}&t=pdf'

/** The pattern of addresses that CONCORDANCE_SITE gives, else DOCUMENT_SITE. */
export function documentSite(env: Readonly<Record<string, string | undefined>>): string {
  const given = env.CONCORDANCE_SITE
  return given === undefined || given === '' ? DOCUMENT_SITE : given
}

/** The address of a document by a pattern with `{symbol}` and `{language}`, or null where the pattern gives none over http or https. The slashes of the symbol stay, all else is encoded, so that a symbol never changes the site that is asked. */
export function documentAddress(pattern: string, symbol: string, language: UnLanguage): string | null {
  if (!pattern.includes('{symbol}') || !pattern.includes('{language}')) return null
  const encoded = symbol
    .split('/')
    // A path is made shorter by what has only points between its slashes, however they are encoded.
    .map((part) => (/^\.+$/u.test(part) ? '' : encodeURIComponent(part)))
    .join('/')
  const address = pattern.replaceAll('{symbol}', () => encoded).replaceAll('{language}', language)
  if (!URL.canParse(address)) return null
  const { protocol, href } = new URL(address)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}
