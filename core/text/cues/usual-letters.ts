/**
 * Blocks of characters that texts in the six languages are made of, first and last code unit: Latin to Latin Extended-B, Cyrillic, Arabic, punctuation, signs like letters, Chinese with its
 * punctuation, wide forms. All in the basic plane.
 */
const BLOCKS = [
  [0x0000, 0x024f],
  [0x0400, 0x052f],
  [0x0600, 0x06ff],
  [0x2000, 0x206f],
  [0x2100, 0x214f],
  [0x3000, 0x303f],
  [0x4e00, 0x9fff],
  [0xff00, 0xffef],
] as const

const escape = (code: number) => `\\u${code.toString(16).padStart(4, '0')}`
const range = (first: number, last: number) => `${escape(first)}-${escape(last)}`

const UNUSUAL = new RegExp(`[^${BLOCKS.map(([first, last]) => range(first, last)).join('')}]`, 'u')

/** True for a text of characters of those blocks alone. */
export const isUsual = (text: string): boolean => !UNUSUAL.test(text)

/**
 * The source of a regular expression (flag `u`) with its classes `\p{L}` and `\p{N}` cut down to those blocks, which means the same for a usual text. A class that knows all scripts has 700 ranges, most of
 * them of two code units: laying out a hundred of them takes longer than looking through a resolution.
 */
export function usualOnly(source: string): string {
  return source.replace(/\[[^\]]*\]|\\p\{[LN]\}/gu, (found) =>
    found.startsWith('[') ? found.replace(/\\p\{[LN]\}/gu, (name) => rangesOf(name)) : `[${rangesOf(found)}]`,
  )
}

// A module-level cache, pure in effect.
const known = new Map<string, string>()

/** The ranges of a class (`\p{L}`) within those blocks. */
function rangesOf(name: string): string {
  const made = known.get(name)
  if (made !== undefined) return made
  const inside = new RegExp(name, 'u')
  const ranges: string[] = []
  for (const [first, last] of BLOCKS) {
    let from = -1
    for (let code = first; code <= last + 1; code += 1) {
      const is = code <= last && inside.test(String.fromCharCode(code))
      if (is && from === -1) from = code
      if (is || from === -1) continue
      ranges.push(range(from, code - 1))
      from = -1
    }
  }
  known.set(name, ranges.join(''))
  return ranges.join('')
}
