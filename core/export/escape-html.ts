import type { LossTally } from '../text/tally-losses'

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  // A reader of HTML takes a bare carriage return for a line feed.
  '\r': '&#13;',
}

/** Text for HTML, in an element or between double quotes. What HTML cannot hold (U+0000 and halves of surrogate pairs) becomes U+FFFD and is counted. */
export function escapeHtml(text: string, tally: LossTally): string {
  return text.replace(/[<>&"\r\0\uD800-\uDFFF]/gu, (character) => {
    const known = ESCAPES[character]
    if (known !== undefined) return known
    tally.add(character === '\0' ? 'control-characters' : 'lone-surrogates')
    return '\uFFFD'
  })
}
