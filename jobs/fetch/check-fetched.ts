import type { UnLanguage } from '../../core/model'
import type { ImportedFile } from '../../core/pipeline'
import { cleanSymbol } from '../../core/text/clean-symbol'
import { FetchError } from './fetch-error'

/**
 * Whether a file that came is the document that was asked for, by its own content: one text, with that symbol, or with that number where it prints no symbol as those of the first sessions, in that language. Gives
 * what is wrong, or null. The file must have been read without being told its language.
 */
export function checkFetched(file: ImportedFile, symbol: string, language: UnLanguage): FetchError | null {
  const [only, ...more] = file.versions
  if (only === undefined || more.length > 0) return new FetchError('not-document')
  const { version, report } = only
  const says = version.symbol === null ? null : cleanSymbol(version.symbol)
  const same =
    says === null
      ? isNumberOf(version.heading.number, symbol)
      : bare(says) === bare(cleanSymbol(symbol) ?? symbol)
  // The site's pages name the symbol as well, among much that is no resolution.
  if (report.shape === 'unknown' && (report.format === 'html' || !same)) return new FetchError('not-document')
  if (!same) return new FetchError('wrong-symbol', says ?? version.heading.number ?? '')
  if (version.language !== language) return new FetchError('wrong-language', version.language)
  return null
}

/** `217 A (III)` is of `A/RES/217(III)`, whose parts have one symbol. */
function isNumberOf(number: string | null, symbol: string): boolean {
  if (number === null) return false
  const own = bare(symbol).replace(/^[AES]\/RES\//u, '')
  return [bare(number), bare(number).replace(/[A-Z]+(?=\()/u, '')].includes(own)
}

function bare(symbol: string): string {
  return symbol.replace(/\s/gu, '').toUpperCase()
}
