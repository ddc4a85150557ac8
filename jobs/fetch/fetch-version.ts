import { InputError, type UnLanguage } from '../../core/model'
import { toSlug } from '../../core/text/symbol-slug'
import type { Store } from '../../store/database/open-store'
import { importDocument, type FileReading, type ImportedText } from '../import-document'
import { checkFetched } from './check-fetched'
import { documentAddress } from './document-address'
import { FetchError } from './fetch-error'
import { fetchDocument, type FetchOptions } from './fetch-document'

/** The official text of a symbol (see cleanSymbol) in a language: where to ask for it (see documentAddress), and what reads it. */
export interface FetchRequest extends FetchOptions {
  readonly symbol: string
  readonly language: UnLanguage
  readonly site: string
  readonly read: FileReading
}

/** What became of a text that was got: see ImportedText, and the slug of its resolution. */
export interface FetchedText extends ImportedText {
  readonly slug: string
}

/**
 * Gets an official text from its site and keeps it with its file, in one transaction, after a check that it is what was asked for. Rejects with FetchError (`unsafe-address` where the site's pattern gives no address), InputError
 * or StoreError, and nothing is changed then.
 */
export async function fetchVersion(
  store: Store,
  { symbol, language, site, read, ...options }: FetchRequest,
): Promise<FetchedText> {
  const address = documentAddress(site, symbol, language)
  if (address === null) throw new FetchError('unsafe-address', site)
  const { bytes, type, address: found } = await fetchDocument(address, options)
  const name = `${toSlug(symbol)}.${language}.${endingOf(type)}`
  const file = await read(bytes, { name, status: 'official' }, options.signal).catch((error: unknown) => {
    // The few words of a page that tells something else are in no sure language.
    const page = error instanceof InputError && error.code === 'language-unsure' && isMarkup(bytes)
    throw page ? new FetchError('not-document') : error
  })
  const wrong = checkFetched(file, symbol, language)
  if (wrong !== null) throw wrong
  options.signal?.throwIfAborted()
  const result = await importDocument(
    store,
    { bytes, name, symbol, language, status: 'official', source: found },
    () => Promise.resolve(file),
  )
  const text = result.kind === 'imported' ? result.texts[0] : undefined
  if (result.kind !== 'imported' || text === undefined) throw new Error('an official text is never refused')
  return { ...text, slug: result.slug }
}

function isMarkup(bytes: Uint8Array): boolean {
  return /^\s*</u.test(new TextDecoder().decode(bytes.subarray(0, 100)))
}

const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/msword': 'doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'text/html': 'html',
}

/** A file's name tells its type where its content does not. */
function endingOf(type: string | null): string {
  return ENDINGS[type?.split(';')[0]?.trim().toLowerCase() ?? ''] ?? 'txt'
}
