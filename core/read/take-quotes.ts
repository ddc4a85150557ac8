/** A line's marks of quotation, as programs for e-mail set them before each line of an answer. */
const QUOTED = /^[ \t]?(?:>[ \t]?)+/u

/** Share of the lines that must be quoted, and how many at least: a lone sign is a sign. */
const SHARE = 0.5
const LEAST = 3

/** A text without the `>` before its lines, where most of them have it. */
export function takeQuotes(text: string): string {
  if (!/^[ \t]?>/mu.test(text)) return text
  const lines = text.split(/(\r\n|[\n\r])/u)
  const filled = lines.filter((line) => line.trim() !== '')
  const quoted = filled.filter((line) => QUOTED.test(line))
  if (quoted.length < LEAST || quoted.length < filled.length * SHARE) return text
  return lines.map((line) => line.replace(QUOTED, '')).join('')
}
