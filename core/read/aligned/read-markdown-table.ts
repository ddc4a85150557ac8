import type { AlignedDocument, AlignedHead, AlignedParagraph, Language } from '../../model'
import { gatherParts, ownKey, type PartsUnit } from './gather-parts'
import { isStatus } from '../../text/is-status'
import { PartsBuilder } from './parts-builder'

/** The comment in which a file of ours names the versions of its columns, their status and the symbol. */
const SIGN = /^\uFEFF?<!-- Concordance: ([^\n>]{1,2000}?)(?:; ([^\s>]{1,2000}))? -->\r?(?:\n|$)/u

const RULE = /^\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/u

/** A sign that is written out, a tag that we write, or a stretch without either. */
const TOKEN = /\\([!-/:-@[-`{-~])|<(\/?)(br|sup|em|span)\b[^<>]*>|[^\\<]+|[\\<]/gu

/** Whether a text begins with the comment that our tables begin with. */
export function hasMarkdownSign(text: string): boolean {
  return SIGN.test(text)
}

function readHeads(columns: string): ReadonlyMap<Language, AlignedHead> | null {
  const heads = new Map<Language, AlignedHead>()
  for (const column of columns.split(', ')) {
    const [key = '', status = ''] = column.split('=')
    const own = ownKey(key)
    if (own === null || heads.has(own)) return null
    heads.set(own, isStatus(status) ? { status } : {})
  }
  return heads
}

function decode(symbol: string): string {
  try {
    return decodeURIComponent(symbol)
  } catch {
    return symbol
  }
}

/** The cells of a line of a table, without the white space around them; the last is not closed where the line is cut. */
function cellsOf(line: string): { readonly cells: readonly string[]; readonly closed: boolean } {
  const cells: string[] = []
  const sign = /[|\\]/gu
  let from = 1
  sign.lastIndex = from
  for (let found = sign.exec(line); found !== null; found = sign.exec(line)) {
    // What follows a backslash divides nothing.
    if (found[0] === '\\') sign.lastIndex += 1
    else {
      cells.push(line.slice(from, found.index))
      from = sign.lastIndex
    }
  }
  const rest = line.slice(from)
  const closed = rest.trim() === ''
  return {
    cells: [...cells, ...(closed ? [] : [rest])].map((cell) => cell.replace(/^[ \t]+|[ \t]+$/gu, '')),
    closed,
  }
}

function readCell(cell: string): readonly AlignedParagraph[] {
  // What is absent stands between lines that no text has, since theirs are written out.
  if (cell.startsWith('_')) return []
  const builder = new PartsBuilder(undefined)
  let italic = false
  let raised: string | null = null
  for (const [whole, sign, close, tag] of cell.matchAll(TOKEN)) {
    if (tag === 'br') builder.end()
    else if (tag === 'em') italic = close === ''
    else if (tag === 'sup') {
      if (raised !== null) builder.mark(raised)
      raised = close === '' ? '' : null
    } else if (tag === undefined) {
      if (raised === null) builder.write(sign ?? whole, italic)
      else raised += sign ?? whole
    }
  }
  if (raised !== null) builder.mark(raised)
  builder.end()
  return builder.paragraphs()
}

function readAddress(cell: string): string {
  return cell
    .replace(/<sup>.*$/u, '')
    .replace(/\\([!-/:-@[-`{-~])/gu, '$1')
    .trim()
}

/**
 * Reads the table of a Markdown file that was written here: a unit a line, a paragraph between line breaks, italics and footnote marks apart; labels stand in front of the texts. Null where the file has no
 * such table. A line that is cut is read as far as it goes, with a notice.
 */
export function readMarkdownTable(text: string): AlignedDocument | null {
  const [, columns = '', symbol] = SIGN.exec(text) ?? []
  const heads = readHeads(columns)
  const lines = text.split(/\r?\n/u)
  const rule = lines.findIndex((line) => RULE.test(line))
  if (heads === null || rule < 1) return null
  if (cellsOf(lines[rule - 1] ?? '').cells.length !== heads.size + 1) return null
  const languages = [...heads.keys()]
  const units: PartsUnit[] = []
  let whole = true
  for (const line of lines.slice(rule + 1)) {
    if (!line.startsWith('|')) break
    const { cells, closed } = cellsOf(line)
    whole &&= closed
    const [address = '', ...own] = cells
    units.push({
      id: null,
      properties: {
        address: readAddress(address),
        ...(symbol !== undefined && { symbol: decode(symbol) }),
      },
      paragraphs: new Map(languages.map((language, k) => [language, readCell(own[k] ?? '')])),
    })
  }
  return gatherParts('markdown', units, {
    languages,
    heads,
    notices: whole ? [] : [{ code: 'cut-short', detail: '', count: 1 }],
  })
}
