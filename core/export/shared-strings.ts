import type { OpenEntry } from './zip-stream'

/** The table of a workbook's texts while it is written: gives each text its number. */
export interface SharedStrings {
  /** The number of a text, given as the content of its element `si`. */
  readonly add: (markup: string) => number
  readonly end: () => void
}

/** Texts whose markup is no longer than this are looked for among those that are there already: names of kinds, verdicts, severities. */
const SHORT = 70

/** The most of them that are remembered. */
const MOST = 5_000

/**
 * Goes on with the table of shared strings of a shell (ISO/IEC 29500-1, 18.4.9) in an open file. Texts in the cells themselves would need no table, but the commonest library of JavaScript reads such texts without their
 * outer spaces and with the escapes as they are.
 */
export function continueStrings(shell: string, file: OpenEntry): SharedStrings {
  const end = shell.lastIndexOf('</sst>')
  const begun = end < 0 ? shell.replace(/<sst ([^>]*)\/>/u, '<sst $1>') : shell.slice(0, end)
  let count = begun.match(/<si>/gu)?.length ?? 0
  file.push(begun.replace(/ (?:unique)?[cC]ount="\d+"/gu, ''))
  const known = new Map<string, number>()
  return {
    add: (markup) => {
      const short = markup.length <= SHORT
      const own = short ? known.get(markup) : undefined
      if (own !== undefined) return own
      file.push(`<si>${markup}</si>`)
      const number = count
      count += 1
      if (short && known.size < MOST) known.set(markup, number)
      return number
    },
    end: () => {
      file.push('</sst>')
      file.end()
    },
  }
}
