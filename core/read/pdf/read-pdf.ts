import { InputError } from '../../model'
import type { Block, Language, Notice, PlainDocument, Removed, Repair } from '../../model'
import { arrangePage, splitPage, type Counts, type SplitPage } from './arrange-page'
import { findHabits, groupLines, groupNotes, type Habits, type LineGroup } from './group-lines'
import { joinLineGroup, type Joined } from './join-line-group'
import type { Line } from './line'
import { openPdf, type OpenedPdf } from './open-pdf'
import type { Rule } from './page'
import { splitNotes } from './split-notes'
import { findEdges, takeEdges, type PageEdges } from './take-edges'
import { takeRepeatedHead } from './take-repeated-heads'
import { collectWords, type Vocabulary } from './vocabulary'

/** Pages that are read ahead, so that what repeats at their edges is known. */
const AHEAD = 4

interface ReadPages {
  readonly pages: readonly { readonly lines: readonly Line[]; readonly rules: readonly Rule[] }[]
  readonly removed: readonly Removed[]
  readonly repairs: readonly Repair[]
  readonly language: Language | null
}

/** All pages as lines, without their furniture; letters are let go page by page. */
async function readPages(pdf: OpenedPdf): Promise<ReadPages> {
  const pages: { lines: readonly Line[]; rules: readonly Rule[] }[] = []
  const removed: Removed[] = []
  const repairs: Repair[] = []
  const edges: PageEdges[] = []
  const waiting: SplitPage[] = []
  let counts: Counts = { flows: 0, tables: 0, tags: 0, gutter: null }
  let language: Language | null = null
  let before: readonly Line[] = []
  const settle = (page: SplitPage) => {
    const taken = takeEdges(
      page,
      edges.slice(Math.max(0, page.number - AHEAD * 2), page.number + AHEAD).concat(edges.slice(0, 1)),
      pdf.pageCount,
    )
    const { arranged, counts: after } = arrangePage(page, taken.rows, counts)
    counts = after
    const { lines, head } = takeRepeatedHead(arranged.lines, before)
    pages.push({ lines, rules: page.rules })
    if (head !== null) removed.push({ kind: 'running-head', text: head })
    before = arranged.lines
    removed.push(...taken.removed)
    repairs.push(...arranged.repairs)
    language ??= taken.language
  }
  for await (const page of pdf.pages()) {
    const split = splitPage(page)
    edges.push(findEdges(split))
    waiting.push(split)
    if (waiting.length > AHEAD) settle(waiting.shift() ?? split)
  }
  for (const page of waiting) settle(page)
  return { pages, removed, repairs, language }
}

/** Whether a paragraph is set as a heading: all bold, without a mark at its end, and short; or shorter, in italics from end to end, with a capital first, as the lowest headings of reports are. */
function isHeading({ bold, text, italics }: Joined): boolean {
  if (!/\p{L}/u.test(text) || /[.;:,،؛。；：，]["»”)\]]*$/u.test(text)) return false
  const [span] = italics
  const slanted = span !== undefined && span.from === 0 && span.to === text.length && /^\p{Lu}/u.test(text)
  return bold ? text.length <= 300 : slanted && text.length <= 120
}

function levelOf({ bold }: Joined, large: boolean): number {
  if (!bold) return 4
  return large ? 2 : 3
}

function toBlock(group: LineGroup, joined: Joined, first: boolean, habits: Habits): Block {
  const [line] = group.lines
  const cell = line?.cell ?? null
  const heading = cell === null && isHeading(joined)
  const block: Block = {
    text: joined.text,
    shape: cell !== null ? 'cell' : heading ? 'heading' : 'paragraph',
    before: first ? 'none' : group.newPage ? 'page' : 'paragraph',
    level: heading ? levelOf(joined, (line?.size ?? 0) > habits.size * 1.25) : 0,
    ordinal: null,
    italics: joined.italics,
    marks: joined.marks,
  }
  return cell === null ? block : { ...block, cell }
}

function joinAll(
  groups: readonly LineGroup[],
  vocabulary: Vocabulary,
): { readonly joined: readonly Joined[]; readonly repairs: readonly Repair[] } {
  const joined = groups.map((group) => joinLineGroup(group, vocabulary))
  return { joined, repairs: joined.flatMap(({ repairs }) => repairs) }
}

/** Where a PDF ends as one must; what is behind the last piece may be white space or a few bytes of a transfer. */
function endsWhole(bytes: Uint8Array): boolean {
  const tail = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 1024)))
  return tail.includes('%%EOF')
}

/** Pictures are streams of their own, whose description is never packed. */
function hasPictures(bytes: Uint8Array): boolean {
  return /\/Subtype\s*\/Image\b/u.test(new TextDecoder('latin1').decode(bytes))
}

/**
 * Reads a PDF: its lines from the places of its letters, its paragraphs from the places, ends and beginnings of lines, notes from the foot of its pages. What it mended is in `repairs`, what is furniture
 * of the pages in `removed`. Rejects with InputError `encrypted`, `damaged`, and `scan` where its pages are pictures without text.
 */
export async function readPdf(bytes: Uint8Array): Promise<PlainDocument> {
  const pdf = await openPdf(bytes)
  const { pages, removed, repairs, language } = await readPages(pdf).finally(() => pdf.close())
  const lines = pages.flatMap((page) => page.lines)
  if (lines.length === 0 && removed.length === 0)
    throw new InputError(!endsWhole(bytes) ? 'damaged' : hasPictures(bytes) ? 'scan' : 'no-text')
  const habits = findHabits(lines)
  const split = pages.map((page) => splitNotes(page.lines, page.rules, habits.size))
  const vocabulary = collectWords(lines)
  const groups = groupLines(
    split
      .flatMap(({ body }) => body.filter(({ turned }) => !turned))
      .concat(split.flatMap(({ body }) => body.filter(({ turned }) => turned))),
    habits,
  )
  const body = joinAll(groups, vocabulary)
  const noteGroups = groupNotes(split.flatMap(({ notes }) => notes))
  const notes = joinAll(noteGroups, vocabulary)
  const notices: Notice[] = endsWhole(bytes) ? [] : [{ code: 'cut-short', detail: '', count: 1 }]
  return {
    format: 'pdf',
    blocks: body.joined.map((joined, i) =>
      toBlock(groups[i] ?? { lines: [], newPage: false }, joined, i === 0, habits),
    ),
    removed,
    language,
    notes: notes.joined.map((joined, i) =>
      toBlock(noteGroups[i] ?? { lines: [], newPage: false }, { ...joined, bold: false }, i === 0, habits),
    ),
    repairs: [...repairs, ...body.repairs, ...notes.repairs].sort((a, b) => (a.page ?? 0) - (b.page ?? 0)),
    notices,
  }
}
