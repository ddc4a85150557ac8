import type { BlockMark, Repair, Span } from '../../model'
import type { LineGroup } from './group-lines'
import type { Line } from './line'
import { countOf, type Vocabulary } from './vocabulary'

/** The text of a paragraph made of its lines. */
export interface Joined {
  readonly text: string
  readonly italics: readonly Span[]
  readonly marks: readonly BlockMark[]
  readonly bold: boolean
  readonly repairs: readonly Repair[]
}

const HYPHEN_END = /([\p{L}\p{M}]+(?:[-\u2010\u2011][\p{L}\p{M}]+)*)([-\u2010\u00AD])$/u
const WORD_START = /^[\p{L}\p{M}]+/u
const WIDE_END = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFF60]$/u
const WIDE_START = /^[\p{Script=Han}\u3000-\u303F\uFF00-\uFF60]/u
/** A symbol, address or range that is broken behind its stroke or dash. */
const BROKEN_SYMBOL =
  /(?:(?<![\p{L}\p{N}])[A-Z0-9][A-Za-z0-9.()-]*(?:\/[A-Za-z0-9.()-]*)*\/|https?:\/\/\S*[/.\-_]|\p{N}[\u2010\u2011-])$/u

interface Joint {
  /** Letters taken away at the end of what stands before: the hyphen. */
  readonly cut: number
  readonly glue: '' | ' '
}

/** Whether a word that a line's end cuts at a hyphen keeps it: as the document writes it elsewhere, else as its parts are words. */
function keepsHyphen(head: string, tail: string, vocabulary: Vocabulary): boolean {
  const whole = countOf(vocabulary, head + tail)
  const hyphened = countOf(vocabulary, `${head}-${tail}`)
  if (hyphened > 0 || whole > 0) return hyphened >= whole
  if (!vocabulary.hyphenates || head.includes('-') || /^\p{Lu}/u.test(tail)) return true
  const [last = head] = head.split(/[-\u2010\u2011]/u).slice(-1)
  return countOf(vocabulary, last) > 0 && countOf(vocabulary, tail) > 0
}

function jointOf(left: string, right: string, vocabulary: Vocabulary): Joint {
  if (left === '' || right === '') return { cut: 0, glue: '' }
  const cut = HYPHEN_END.exec(left)
  const tail = WORD_START.exec(right)?.[0]
  if (cut?.[1] !== undefined && tail !== undefined) {
    if (cut[2] === '\u00AD') return { cut: 1, glue: '' }
    return { cut: keepsHyphen(cut[1], tail, vocabulary) ? 0 : 1, glue: '' }
  }
  if (cut !== null) return { cut: 0, glue: /^\p{N}/u.test(right) ? '' : ' ' }
  if (BROKEN_SYMBOL.test(left) && /^[\p{L}\p{N}]/u.test(right) && !/^\p{Ll}{2,}\s/u.test(right))
    return { cut: 0, glue: '' }
  if (/[\p{L}\p{N})][\u2013\u2014]$/u.test(left) && /^[\p{L}\p{N}(]/u.test(right)) return { cut: 0, glue: '' }
  // Chinese sets figures and foreign words without spaces.
  if (
    WIDE_END.test(left)
      ? WIDE_START.test(right) || /^[\p{L}\p{N}]/u.test(right)
      : /[\p{L}\p{N}]$/u.test(left) && WIDE_START.test(right)
  )
    return { cut: 0, glue: '' }
  return { cut: 0, glue: ' ' }
}

interface Building {
  text: string
  readonly italics: Span[]
  readonly marks: BlockMark[]
  readonly thin: number[]
}

function append(built: Building, line: Line, { cut, glue }: Joint): void {
  if (cut > 0) built.text = built.text.slice(0, -cut)
  const at = built.text.length + glue.length
  built.text += glue + line.text
  const carried = built.italics.at(-1)
  line.italics.forEach(({ from, to }, i) => {
    if (i === 0 && from === 0 && carried !== undefined && carried.to >= at - glue.length)
      built.italics[built.italics.length - 1] = { from: carried.from, to: at + to }
    else built.italics.push({ from: at + from, to: at + to })
  })
  // A mark that begins a line stands behind the line before.
  for (const { at: place, mark } of line.marks)
    built.marks.push({ at: place === 0 ? at - glue.length : at + place, mark })
  for (const place of line.thin) built.thin.push(at + place)
}

/** Words on either side of a space, and where the space stands. */
const SPACED_WORDS = /(?<![\p{L}\p{M}\p{N}'’-])([\p{L}\p{M}]+) (?=([\p{L}\p{M}]+)(?![\p{L}\p{M}\p{N}]))/gu

/** Letters of a piece of a word that no word is, where the other piece may be one: `an d`, `d evelopment`. */
const LONGEST_STUMP = 2

/** Scripts without small and capital letters set words that are one letter long apart or not as they please. */
const CASELESS = /[\p{Script=Arabic}\p{Script=Han}]/u

/** Spaces that stand inside words: the document has the whole word, and not its parts; a thin space needs less. */
function findStraySpaces(text: string, thin: ReadonlySet<number>, vocabulary: Vocabulary): number[] {
  const stray: number[] = []
  for (const match of text.matchAll(SPACED_WORDS)) {
    const [, left = '', right = ''] = match
    const at = match.index + left.length
    if (CASELESS.test(left) && !thin.has(at)) continue
    const whole = countOf(vocabulary, left + right)
    if (whole === 0) continue
    // The parts were counted here as well, so that a part seen once is seen nowhere else.
    if (/^\p{Lu}/u.test(right) && !/^\p{Lu}+$/u.test(left)) continue
    // The parts were counted here as well, so that a part seen once is seen nowhere else.
    const heads = countOf(vocabulary, left)
    const tails = countOf(vocabulary, right)
    const [rare, letters] = heads <= tails ? [heads, left.length] : [tails, right.length]
    const unknown = Math.max(heads, tails) <= 1
    const stump = rare <= 1 && letters <= LONGEST_STUMP && whole > 1
    if (unknown || stump || (thin.has(at) && whole >= rare)) stray.push(at)
  }
  // A thin space before a mark that closes, or behind one that opens, is none.
  for (const at of thin)
    if (
      /^ [,.;)\]’]/u.test(text.slice(at)) ||
      /[([«“‘/-]$/u.test(text.slice(0, at)) ||
      /^ -\p{L}/u.test(text.slice(at))
    )
      stray.push(at)
  return [...new Set(stray)].sort((a, b) => b - a)
}

function around(text: string, at: number): string {
  return `${/\S*$/u.exec(text.slice(0, at))?.[0] ?? ''}${/^\s?\S*/u.exec(text.slice(at))?.[0] ?? ''}`
}

/** A paragraph's lines as one text: words made whole at hyphens and stray spaces, by the words of the document. No letter is added or lost. */
export function joinLineGroup({ lines }: LineGroup, vocabulary: Vocabulary): Joined {
  const built: Building = { text: '', italics: [], marks: [], thin: [] }
  const repairs: Repair[] = []
  let previous: Line | undefined
  for (const line of lines) {
    const joint = jointOf(built.text, line.text, vocabulary)
    const head = /\S*$/u.exec(built.text)?.[0] ?? ''
    const tail = /^\S*/u.exec(line.text)?.[0] ?? ''
    if (joint.cut > 0)
      repairs.push({
        kind: 'hyphen',
        before: `${head}\n${tail}`,
        after: head.slice(0, -joint.cut) + tail,
        page: line.page,
      })
    if (previous !== undefined && previous.page !== line.page)
      repairs.push({
        kind: 'page-break',
        before: `${head}\n${tail}`,
        after: head.slice(0, head.length - joint.cut) + joint.glue + tail,
        page: line.page,
      })
    append(built, line, joint)
    previous = line
  }
  let { text } = built
  let { italics, marks } = built as { italics: readonly Span[]; marks: readonly BlockMark[] }
  for (const at of findStraySpaces(text, new Set(built.thin), vocabulary)) {
    const before = around(text, at)
    text = text.slice(0, at) + text.slice(at + 1)
    const shift = (place: number) => (place > at ? place - 1 : place)
    italics = italics.map(({ from, to }) => ({ from: shift(from), to: shift(to) }))
    marks = marks.map((mark) => ({ ...mark, at: shift(mark.at) }))
    repairs.push({ kind: 'space', before, after: before.replace(/\s/u, ''), page: lines[0]?.page ?? null })
  }
  return { text, italics, marks, bold: lines.every(({ bold }) => bold), repairs }
}
