import { DOC_TABLES, tablePlace, type DocFile } from './read-pieces'
import { eachProperty } from './read-runs'

/** What characters look like, as far as reading goes; null where a level says nothing. */
export interface DocLook {
  readonly italic: boolean | null
  readonly italicComplex: boolean | null
  readonly hidden: boolean | null
  readonly raised: boolean | null
}

/** What a paragraph is; `list` counts from 1, 0 is none; `outline` 0–8, 9 is text. */
export interface DocParagraph {
  readonly list: number | null
  readonly depth: number | null
  readonly outline: number | null
  readonly newPage: boolean | null
  readonly inTable: boolean
  readonly endsRow: boolean
  readonly nesting: number
}

/** A style with all that it inherits. */
export interface DocStyle {
  readonly look: DocLook
  readonly paragraph: DocParagraph
}

/** A look that says nothing. */
export const NO_DOC_LOOK: DocLook = { italic: null, italicComplex: null, hidden: null, raised: null }
/** A paragraph of which nothing is said. */
export const NO_DOC_PARAGRAPH: DocParagraph = {
  list: null,
  depth: null,
  outline: null,
  newPage: null,
  inTable: false,
  endsRow: false,
  nesting: 0,
}
const NO_STYLE: DocStyle = { look: NO_DOC_LOOK, paragraph: NO_DOC_PARAGRAPH }

/** Built-in headings have these numbers ([MS-DOC] 2.9.260, sti). */
const FIRST_HEADING = 1
const LAST_HEADING = 9
const NO_BASE = 0x0fff
const DEEPEST = 50

/** Properties of characters ([MS-DOC] 2.6.1) over those of their styles. Values from 0x80 on refer to the style: as it, or the opposite. */
export function readDocLook(view: DataView, from: number, to: number, below: DocLook): DocLook {
  const look = { ...below }
  eachProperty(view, from, to, (code, operand) => {
    const value = view.getUint8(operand)
    const on = (style: boolean | null): boolean =>
      value === 0x80 ? style === true : value === 0x81 ? style !== true : value === 1
    if (code === 0x0836) look.italic = on(below.italic)
    else if (code === 0x085d) look.italicComplex = on(below.italicComplex)
    else if (code === 0x083c) look.hidden = on(below.hidden)
    else if (code === 0x2a48) look.raised = value === 1
  })
  return look
}

/** Properties of paragraphs ([MS-DOC] 2.6.2) over those of their styles. */
export function readDocParagraph(
  view: DataView,
  from: number,
  to: number,
  below: DocParagraph,
): DocParagraph {
  const paragraph = { ...below }
  eachProperty(view, from, to, (code, operand) => {
    if (code === 0x260a) paragraph.depth = view.getUint8(operand)
    else if (code === 0x460b) paragraph.list = view.getInt16(operand, true)
    else if (code === 0x2640) paragraph.outline = view.getUint8(operand)
    else if (code === 0x2407) paragraph.newPage = view.getUint8(operand) === 1
    else if (code === 0x2416) paragraph.inTable = view.getUint8(operand) === 1
    else if (code === 0x2417 || code === 0x244c) paragraph.endsRow = view.getUint8(operand) === 1
    else if (code === 0x6649) paragraph.nesting = view.getInt32(operand, true)
  })
  return paragraph
}

interface Raw {
  readonly number: number
  readonly base: number
  readonly isParagraph: boolean
  /** Where each set of properties stands in the table stream. */
  readonly sets: readonly { readonly from: number; readonly to: number }[]
}

/** The styles by their index ([MS-DOC] 2.9.271, STSH); an index that has none says nothing. */
export function readDocStyles({ main, table }: DocFile): (index: number) => DocStyle {
  const { from, to } = tablePlace(main, DOC_TABLES.styles)
  const raws: (Raw | null)[] = []
  if (to - from > 20) {
    const size = table.getUint16(from, true)
    const base = table.getUint16(from + 4, true)
    let at = from + 2 + size
    while (at + 2 <= to && at + 2 <= table.byteLength) {
      const length = table.getUint16(at, true)
      raws.push(length === 0 ? null : readRaw(table, at + 2, at + 2 + length, base))
      at += 2 + length + (length % 2)
    }
  }
  const known = new Map<number, DocStyle>()
  const resolve = (index: number, depth: number): DocStyle => {
    const done = known.get(index)
    if (done !== undefined) return done
    const raw = raws[index]
    if (raw === null || raw === undefined || depth > DEEPEST) return NO_STYLE
    const below = raw.base === NO_BASE ? NO_STYLE : resolve(raw.base, depth + 1)
    const [first, second] = raw.sets
    const characters = raw.isParagraph ? second : first
    const heading = raw.number >= FIRST_HEADING && raw.number <= LAST_HEADING
    const base: DocParagraph = heading ? { ...below.paragraph, outline: raw.number - 1 } : below.paragraph
    const style = {
      look:
        characters === undefined
          ? below.look
          : readDocLook(table, characters.from, characters.to, below.look),
      // The first two bytes of a paragraph's set are the style itself.
      paragraph:
        raw.isParagraph && first !== undefined
          ? readDocParagraph(table, first.from + 2, first.to, base)
          : base,
    }
    known.set(index, style)
    return style
  }
  return (index) => resolve(index, 0)
}

function readRaw(table: DataView, from: number, to: number, base: number): Raw | null {
  if (to > table.byteLength || from + base + 2 > to) return null
  const second = table.getUint16(from + 2, true)
  const sets: { from: number; to: number }[] = []
  let at = from + base
  at += 2 + table.getUint16(at, true) * 2 + 2
  for (let left = table.getUint16(from + 4, true) & 0x0f; left > 0 && at + 2 <= to; left -= 1) {
    const length = table.getUint16(at, true)
    sets.push({ from: at + 2, to: Math.min(at + 2 + length, to) })
    at += 2 + length + (length % 2)
  }
  return {
    number: table.getUint16(from, true) & 0x0fff,
    base: second >> 4,
    isParagraph: (second & 0x0f) === 1,
    sets,
  }
}
