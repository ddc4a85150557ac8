import type { Term, TermStatus } from '../../model'

/** What begins a wording that is asked for letter by letter, and one that is out of use. */
const EXACT = '='
const DEPRECATED = '~'

/** What begins a wording that means other things as well. */
const WEAK = '?'

/** Between the wordings of a cell; `|` is what we write, the others are what term bases export. */
const SEPARATORS = '|;；\r\n'

const ORDER: readonly TermStatus[] = ['preferred', 'admitted', 'deprecated', 'forbidden']

/**
 * The wordings of a cell of a term sheet: `|`, `;` or a line end stand between them, the first in use is preferred and the others are admitted; `~` before one says deprecated,
 * `?` that it means other things as well, `=` that very form. A backslash takes the next of these signs as it is. `status`, where the row has one, is that of all.
 */
export function readTermCell(cell: string, status?: TermStatus): readonly Term[] {
  let preferred = false
  return splitCell(cell).flatMap((part): readonly Term[] => {
    const deprecated = part.startsWith(DEPRECATED)
    const rest = (deprecated ? part.slice(1) : part).trim()
    const weak = rest.startsWith(WEAK)
    const form = (weak ? rest.slice(1) : rest).trim()
    const exact = form.startsWith(EXACT)
    const wording = unescape((exact ? form.slice(1) : form).trim())
    if (wording === '') return []
    const own: TermStatus = deprecated ? 'deprecated' : preferred ? 'admitted' : 'preferred'
    preferred ||= !deprecated
    return [{ wording, status: status ?? own, match: exact ? 'exact' : 'inflected', ...(weak && { weak }) }]
  })
}

/**
 * Terms as a cell that `readTermCell` reads: the preferred first. A cell does not carry parts of speech, notes, gaps and beginnings; forbidden wordings become deprecated
 * ones, and where nothing is preferred, the first admitted one becomes it.
 */
export function writeTermCell(terms: readonly Term[]): string {
  return [...terms]
    .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status))
    .map(({ wording, status, match, weak }) => {
      const first = ORDER.indexOf(status) >= 2 ? DEPRECATED : ''
      return `${first}${weak ? WEAK : ''}${match === 'exact' ? EXACT : ''}${escape(wording)}`
    })
    .join(' | ')
}

function escape(wording: string): string {
  return wording.replace(/[\\|;；\r\n]|^[=~?]/gu, (sign) => `\\${sign}`)
}

function unescape(part: string): string {
  return part.replace(/\\([\\|;；\r\n=~?])/gu, '$1')
}

function splitCell(cell: string): readonly string[] {
  const parts: string[] = []
  let part = ''
  for (let at = 0; at < cell.length; at += 1) {
    const sign = cell.charAt(at)
    if (sign === '\\') {
      part += cell.slice(at, at + 2)
      at += 1
    } else if (SEPARATORS.includes(sign)) {
      parts.push(part)
      part = ''
    } else part += sign
  }
  return [...parts, part].map((one) => one.trim()).filter((one) => one !== '')
}
