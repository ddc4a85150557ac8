import { readSymbolLine } from './read-symbol-line'

/** Longer symbols are none. */
const LONGEST = 100

/** A symbol as people type it, in the one spelling that is kept: spaces and signs of direction as in a document's own line. Null for what can be none: nothing, control characters, more than 100 characters. */
export function cleanSymbol(typed: string): string | null {
  const symbol = readSymbolLine(typed) ?? typed.trim().replace(/\s+/gu, ' ')
  if (symbol === '' || symbol.length > LONGEST || /[\p{Cc}\p{Cf}]/u.test(symbol)) return null
  return symbol
}
