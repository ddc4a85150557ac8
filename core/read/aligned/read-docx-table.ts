import {
  InputError,
  type AlignedDocument,
  type AlignedParagraph,
  type Language,
  type Notice,
} from '../../model'
import { elementAt, elementsOf, type XmlElement } from '../../text/parse-xml'
import { raiseMarks } from '../../text/footnote-mark'
import { stressedSpans } from '../../text/slants'
import { ENACTING_STYLE, readTableMark, type TableMark } from '../../text/table-mark'
import { presentNotices } from '../count-notices'
import { flatten } from '../docx/flatten'
import type { WordPackage } from '../docx/open-word-package'
import { openStory } from '../docx/open-story'
import { readWordNotes } from '../docx/read-word-notes'
import { readWordTable, type WordCell, type WordLine } from '../docx/read-word-table'
import { StoryReader } from '../docx/story-reader'
import type { Changes, WordContext } from '../docx/word-context'
import { valueOf } from '../docx/word-names'
import { addProperty } from './add-property'
import { makeAligned, type RawText, type RawUnit } from './make-aligned'
import { placeNotes, type CalledNote } from './place-notes'
import { readColumnRows, readStackedRows, type WordRow, type WordRows } from './word-rows'

/** Styles of the paragraphs that stand above our tables. */
const ABOVE = /^(?:Symbol|Title|Subtitle|StatusNote|TableEnd)$/u

/** Styles of the texts of our cells: a paragraph of theirs is never the word for a gap. */
const TEXTS = /^Cell(?:Heading|Title|Note|Enacting)?$/u

/** A line as a paragraph: in a language without italics, bold stands for them. */
function paragraphOf({ text, marks, italics, bolds = [] }: WordLine, language: Language): AlignedParagraph {
  return { text, marks, italics: stressedSpans(language, italics, bolds) }
}

/** A version's text in a row: a line a paragraph, without the word for a gap. */
function textOf(
  { lines, style }: WordCell,
  language: Language,
  { gap }: TableMark,
): Pick<RawText, 'text' | 'paragraphs'> {
  const [first] = lines
  const isGap = first?.text === gap.trim() && first.marks.length === 0 && !TEXTS.test(style ?? '')
  const own = lines.slice(isGap ? 1 : 0)
  return {
    text: own.map(raiseMarks).join('\n'),
    paragraphs: own.map((line) => {
      const paragraph = paragraphOf(line, language)
      return style === ENACTING_STYLE ? { ...paragraph, italics: [] } : paragraph
    }),
  }
}

function unitOf(row: WordRow, mark: TableMark, symbol: string): RawUnit {
  const properties: Record<string, string> = {}
  const texts: RawText[] = []
  for (const { cell, part } of row) {
    if ('language' in part) texts.push({ tag: part.language, ...textOf(cell, part.language, mark) })
    else addProperty(properties, part.property, cell.lines.map(raiseMarks).join('\n'))
  }
  addProperty(properties, 'symbol', symbol)
  const { id = null, ...rest } = properties
  return { id, texts, properties: rest }
}

/** Paragraphs around the tables: the symbol among them, and how many are none of those that our files have there. */
function readAround(body: XmlElement, context: WordContext): { symbol: string; others: number } {
  let symbol = ''
  let others = 0
  for (const paragraph of flatten(body, 'w:p')) {
    const style = valueOf(elementAt(paragraph, 'w:pPr'), 'w:pStyle') ?? ''
    const alone = { name: 'w:body', attributes: {}, children: [paragraph] }
    const text = new StoryReader(context, 'body')
      .read(alone)
      .map((block) => block.text)
      .join(' ')
    if (style === 'Symbol' && symbol === '') symbol = text
    else if (text !== '' && !ABOVE.test(style)) others += 1
  }
  return { symbol, others }
}

/** The languages in whose texts each note is called, by the note's kind and number. */
function callersOf(rows: readonly WordRow[]): ReadonlyMap<string, Language> {
  const callers = new Map<string, Language>()
  for (const row of rows)
    for (const { cell, part } of row)
      if ('language' in part)
        for (const { kind, id } of cell.references) callers.set(`${kind} ${id}`, part.language)
  return callers
}

/**
 * Reads a Word table that was written by our own export as versions side by side, in either layout, also after a person has worked on it; null for any other file. Its versions are those that the heads name;
 * its cells paragraph by paragraph with italics and footnote marks. A note at the foot that has no row of its own gets one. Throws InputError `damaged` (detail: the head or row) where it is not clear which text is in which version.
 */
export function readDocxTable(file: WordPackage, changes: Changes): AlignedDocument | null {
  const mark = readTableMark(file.properties)
  if (mark === null) return null
  const { body, context } = openStory(file, changes)
  const around = readAround(body, context)
  const own: WordContext = { ...context, exact: true }
  const read = mark.layout === 'stacked' ? readStackedRows : readColumnRows
  const tables = flatten(body, 'w:tbl').map((table) => read(readWordTable(table, own), mark))
  const found = tables.filter((table): table is WordRows => table !== null)
  if (found.length === 0) throw new InputError('damaged', `table: ${mark.address}`)
  const rows = found.flatMap((table) => table.rows)
  const callers = callersOf(rows)
  const called = readWordNotes(file, own).flatMap(({ reference, block }): CalledNote[] => {
    const tag = callers.get(`${reference.kind} ${reference.id}`)
    return tag === undefined || block.text === ''
      ? []
      : [{ ...paragraphOf(block, tag), tag, mark: reference.mark }]
  })
  const { units, differing } = placeNotes(
    rows.map((row) => unitOf(row, mark, around.symbol)),
    called,
  )
  const languages = [...new Set(found.flatMap((table) => table.languages))]
  const { tally } = context
  const notices: Notice[] = [
    ...presentNotices([
      { code: 'tracked-changes', detail: changes, count: tally.changes },
      { code: 'comments', detail: '', count: othersComments(file) },
      { code: 'pictures', detail: '', count: tally.pictures },
      { code: 'text-boxes', detail: '', count: tally.boxes },
      { code: 'beside-table', detail: '', count: around.others + tables.length - found.length + differing },
    ]),
    ...found
      .flatMap((table) => table.guessed)
      .map((language): Notice => ({ code: 'language-guessed', detail: language, count: 1 })),
  ]
  const heads = new Map(
    mark.columns.flatMap(({ language, status }) => (status === undefined ? [] : [[language, { status }]])),
  )
  const aligned = makeAligned('docx', units, { source: languages[0] ?? null, notices })
  // Every column is a version, also one that has no text.
  return { ...aligned, languages, ...(heads.size > 0 && { heads: Object.fromEntries(heads) }) }
}

/** Comments that people have added to ours. */
function othersComments({ comments }: WordPackage): number {
  return elementsOf(comments ?? undefined, 'w:comment').filter(
    ({ attributes }) => attributes['w:author'] !== 'Concordance',
  ).length
}
