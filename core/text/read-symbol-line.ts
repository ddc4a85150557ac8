const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2066-\u2069\u061C\uFEFF]/gu

/**
 * The document symbol that a line consists of (`A/RES/76/299`, `S/RES/1440 (2002)`, `A/76/L.74/Add.1`), or null where the line says
 * anything else. Marks of direction, spaces at slashes and an asterisk of reissue are dropped.
 */
export function readSymbolLine(text: string): string | null {
  if (text.length > 80) return null
  const plain = text
    .replace(INVISIBLE, '')
    .trim()
    .replace(/\s*\/\s*/gu, '/')
    .replace(/\*+$/u, '')
    .replace(/(?<=\d)\s*\((?=\d{4}\)$)/u, ' (')
    .trim()
  const symbol =
    /^[A-Z]{1,6}(?:\/[A-Z0-9][A-Z0-9.[\]-]*(?:\((?:[IVXLS]+|[IVXLS]+-[IVX]+)\)[A-Z]?)?){1,6}(?: \(\d{4}\))?$/iu
  return symbol.test(plain) && /\d/u.test(plain) && /^[A-Z]+\//u.test(plain) ? plain : null
}
