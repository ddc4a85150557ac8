/** What a slug shows as it is: letters, figures, points, brackets and commas. */
const PLAIN = /^[\p{L}\p{N}.,()]$/u

/**
 * A symbol as it stands in addresses and folder names: `A/RES/76/299` is `A-RES-76-299`, `S/RES/1440 (2002)` is `S-RES-1440_(2002)`, `A/RES/S-8/1` is `A-RES-S~8-1`. A slash becomes `-`, a space `_`, a
 * hyphen `~`, anything else but letters, figures and `.,()`, and a point at the beginning, its code point as `!2a!`. Two symbols never have one slug: see fromSlug.
 */
export function toSlug(symbol: string): string {
  return [...symbol]
    .map((character, i) => {
      if (character === '/') return '-'
      if (character === ' ') return '_'
      if (character === '-') return '~'
      if (PLAIN.test(character) && !(i === 0 && character === '.')) return character
      return `!${character.codePointAt(0)!.toString(16)}!`
    })
    .join('')
}

/** The symbol that a slug stands for. Total: what toSlug never writes stands for itself. */
export function fromSlug(slug: string): string {
  return slug.replace(/![0-9a-f]{1,6}!|[-_~]/gu, (sign) => {
    if (sign === '-') return '/'
    if (sign === '_') return ' '
    if (sign === '~') return '-'
    const code = Number.parseInt(sign.slice(1, -1), 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : sign
  })
}
