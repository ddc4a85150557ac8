const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/**
 * A text without the characters that XML 1.0 (section 2.2, `Char`) forbids even as references: most control characters, halves of surrogate pairs,
 * U+FFFE and U+FFFF. Nothing else is touched, U+007F to U+009F included.
 */
export function xmlText(text: string): string {
  return text.replace(ILLEGAL, '')
}
