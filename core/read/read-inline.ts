import type { Block, Removed } from '../model'
import { InlineBuilder } from './inline-builder'
import { readSuperscript } from './read-superscript'

/** What one line of a paragraph holds once its markup is read. */
export type InlineLine = Pick<Block, 'text' | 'italics' | 'marks'>

/** The lines of a paragraph without their markup, and the link targets that were taken out. */
export interface Inline {
  readonly lines: readonly InlineLine[]
  readonly removed: readonly Removed[]
}

const LINK =
  /!?\[((?:\\.|[^[\]\n\\]){0,500})\]\(\s*([^()\s]{0,500}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?)(?:\s+"[^"\n]{0,200}")?\s*\)/gu

/** `<https://…>`, with the space before it. */
const AUTOLINK = /[ \t]?<((?:https?|ftp|mailto):[^\s<>]{1,500})>/giu

/** Code between backticks; beside a Latin or Cyrillic letter they are apostrophes. */
const CODE =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}`\\])(`{1,2})(?!`)((?:(?!\1)[^\n]){1,200})\1(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}`])/gu

/** Emphasis further apart than this is two stray asterisks. */
const LONGEST_EMPHASIS = 600

const NOTE_MARK = /\[\^([^\]\s]{1,8})\](:?)\s*/uy

type Delimiters = ReadonlyMap<number, { readonly length: number; readonly italic: 'open' | 'close' | null }>

function isSpace(character: string): boolean {
  return character === '' || /\s/u.test(character)
}

/** Han characters are written without spaces, so that an underscore beside one is not inside a word. */
function isWord(character: string): boolean {
  return /(?!\p{Script=Han})[\p{L}\p{N}]/u.test(character)
}

/** The asterisks and underscores that are emphasis, by offset: each opens before and closes after something that is not a space. */
function findDelimiters(text: string): Delimiters {
  const found = new Map<number, { length: number; italic: 'open' | 'close' | null }>()
  const open = new Map<string, number>()
  const run = /\\.|\*{1,3}|_{1,3}/gsu
  for (const match of text.matchAll(run)) {
    const signs = match[0]
    if (signs.startsWith('\\')) continue
    const before = text.charAt(match.index - 1)
    const after = text.charAt(match.index + signs.length)
    const underscore = signs.startsWith('_')
    if (/\d/u.test(before) && /\d/u.test(after)) continue
    const opener = open.get(signs)
    const closes = !isSpace(before) && !(underscore && isWord(after))
    if (
      closes &&
      opener !== undefined &&
      match.index - opener <= LONGEST_EMPHASIS &&
      match.index > opener + signs.length
    ) {
      const italic = signs.length !== 2
      found.set(opener, { length: signs.length, italic: italic ? 'open' : null })
      found.set(match.index, { length: signs.length, italic: italic ? 'close' : null })
      open.delete(signs)
    } else if (!isSpace(after) && !(underscore && isWord(before))) {
      open.set(signs, match.index)
    }
  }
  return found
}

/**
 * Reads the markup inside a paragraph given as its lines: Markdown emphasis, code and links, backslashes, `^{…}`, and footnote marks written as
 * ¹, `^1`, `<sup>1</sup>` or `[^1]`. Emphasis may run over several lines. Signs that are no markup stay where they are.
 */
export function readInline(rows: readonly string[]): Inline {
  const removed: Removed[] = []
  const text = rows
    .join('\n')
    // Signs inside code are no markup: a backslash keeps them as they are.
    .replace(CODE, (_whole, _ticks, code: string) => code.replace(/[\\*_[\]<>^]/gu, '\\$&'))
    .replace(AUTOLINK, (_whole, target: string) => {
      removed.push({ kind: 'link-target', text: target })
      return ''
    })
    .replace(LINK, (_whole, label: string, target: string) => {
      if (target !== '') removed.push({ kind: 'link-target', text: target })
      return label.startsWith('^') ? `[${label}]` : label
    })
  const delimiters = findDelimiters(text)
  const builder = new InlineBuilder()
  const lines: InlineLine[] = []
  const plain = /[^\\*_[^<\n⁰¹²³⁴-⁹]+/uy
  let at = 0
  while (at < text.length) {
    plain.lastIndex = at
    const run = plain.exec(text)
    if (run !== null) {
      builder.write(run[0])
      at += run[0].length
      continue
    }
    at += readSign(text, at, delimiters, builder, lines)
  }
  lines.push(builder.take())
  return { lines, removed }
}

/** Reads what begins with a sign at `at` into the builder; gives how many characters it took. */
function readSign(
  text: string,
  at: number,
  delimiters: Delimiters,
  builder: InlineBuilder,
  lines: InlineLine[],
): number {
  const character = text.charAt(at)
  if (character === '\n') {
    lines.push(builder.take())
    return 1
  }
  const delimiter = delimiters.get(at)
  if (delimiter !== undefined) {
    if (delimiter.italic === 'open') builder.open()
    if (delimiter.italic === 'close') builder.close()
    return delimiter.length
  }
  if (character === '\\' && /[!-/:-@[-`{-~]/u.test(text.charAt(at + 1))) {
    builder.write(text.charAt(at + 1))
    return 2
  }
  if (character === '[') {
    NOTE_MARK.lastIndex = at
    const note = NOTE_MARK.exec(text)
    if (note?.[1] !== undefined) {
      const isNote = note[2] === ':'
      builder.mark(note[1])
      return isNote ? note[0].length : note[1].length + 3
    }
  }
  const superscript = readSuperscript(text, at)
  if (superscript !== null) {
    if (superscript.mark !== null) builder.mark(superscript.mark)
    builder.write(superscript.text)
    return superscript.length
  }
  builder.write(character)
  return character.length
}
