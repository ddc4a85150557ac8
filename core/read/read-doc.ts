import { InputError } from '../model'
import type { Block, PlainDocument } from '../model'
import { countBidiControls, presentNotices } from './count-notices'
import { DocStoryReader, type DocContext } from './doc/doc-story-reader'
import { openOle, type OleFile } from './doc/open-ole'
import { readDocLists } from './doc/read-doc-lists'
import { readDocStyles } from './doc/read-doc-styles'
import { DOC_TABLES, readPieces, tablePlace, type DocFile } from './doc/read-pieces'
import { readRuns } from './doc/read-runs'
import { ListCounter } from './list-counter'
import { joinNote } from './join-note'
import { freeMasthead, splitPageParts } from './split-page-parts'
import { writeNumeral } from './write-numeral'

/** Streams by which the other types of compound file are known, with the name that a person knows the type by. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['Workbook', 'XLS'],
  ['Book', 'XLS'],
  ['PowerPoint Document', 'PPT'],
  ['VisioDocument', 'VSD'],
  ['__properties_version1.0', 'MSG'],
  ['Quill', 'PUB'],
]

/**
 * Reads an old Word file (97 to 2003): paragraphs with their labels as shown, cells of tables, notes with their marks in place, heads and feet apart. Of tracked changes the state that `changes` names is
 * read. Boxes of text stand at the end. Throws InputError: `encrypted` (a newer Word file with a password has this form too), `damaged`, and `binary` with the type's name for one of another type.
 */
export function readDoc(bytes: Uint8Array, changes: 'accepted' | 'original' = 'accepted'): PlainDocument {
  const ole = openOle(bytes)
  refuseOthers(ole)
  try {
    return readWord(readPieces(ole.stream), changes)
  } catch (error) {
    // A table that leads beyond its stream.
    if (error instanceof RangeError) throw new InputError('damaged', 'DOC')
    throw error
  }
}

function refuseOthers({ names }: OleFile): void {
  if (names.includes('EncryptedPackage') || names.includes('EncryptionInfo'))
    throw new InputError('encrypted')
  if (names.includes('WordDocument')) return
  const other = OTHERS.find(([stream]) => names.includes(stream))
  throw new InputError('binary', other?.[1] ?? 'OLE')
}

/** The places of a table that begins with characters' places: `count` of them. */
function readPlaces({ main, table }: DocFile, index: number, extra: number): number[] {
  const { from, to } = tablePlace(main, index)
  const count = to - from < 4 ? 0 : Math.floor((to - from - 4) / (4 + extra)) + 1
  return Array.from({ length: count }, (_, i) => table.getUint32(from + i * 4, true))
}

interface NoteTable {
  readonly kind: 'footnote' | 'endnote'
  readonly marks: readonly number[]
  /** Of each mark, whether it is counted and not typed. */
  readonly counted: readonly boolean[]
  readonly texts: readonly number[]
  /** Where the notes begin in the text. */
  readonly start: number
}

function readNoteTable(file: DocFile, kind: NoteTable['kind'], start: number): NoteTable {
  const [marksIndex, textsIndex] =
    kind === 'footnote'
      ? [DOC_TABLES.footnoteMarks, DOC_TABLES.footnoteTexts]
      : [DOC_TABLES.endnoteMarks, DOC_TABLES.endnoteTexts]
  const marks = readPlaces(file, marksIndex, 2)
  const { from } = tablePlace(file.main, marksIndex)
  return {
    kind,
    marks: marks.slice(0, -1),
    counted: marks
      .slice(0, -1)
      .map((_, i) => file.table.getUint16(from + marks.length * 4 + i * 2, true) !== 0),
    texts: readPlaces(file, textsIndex, 0),
    start,
  }
}

interface Noted {
  readonly note: NoteTable
  readonly index: number
  readonly mark: string
}

/** Gives the marks in the order in which they are asked for, each once, and keeps them. */
function numberMarks(notes: readonly NoteTable[], noted: Noted[]): DocContext['markAt'] {
  const places = new Map(notes.flatMap((note) => note.marks.map((place, index) => [place, { note, index }])))
  const counts = { footnote: 0, endnote: 0 }
  return (place, typed) => {
    const found = places.get(place)
    if (found === undefined) return null
    places.delete(place)
    const { note, index } = found
    let mark = typed.trim()
    if (note.counted[index] === true) {
      counts[note.kind] += 1
      mark = writeNumeral(counts[note.kind], note.kind === 'footnote' ? 'decimal' : 'lowerRoman')
    }
    noted.push({ note, index, mark })
    return mark
  }
}

/** The heads and feet: those of the first page of the first section, and all others. */
function readHeads(file: DocFile, context: DocContext, start: number): [Block[], Block[]] {
  const places = readPlaces(file, DOC_TABLES.heads, 0)
  const first: Block[] = []
  const others: Block[] = []
  // Six stories of separators, then six a section: heads of even and odd pages, feet of both, head and foot of the first.
  for (let story = 6; story + 1 < places.length; story += 1) {
    const [from = 0, to = 0] = places.slice(story, story + 2)
    if (to <= from) continue
    const blocks = new DocStoryReader(context, 'head').read(start + from, start + to)
    for (const block of blocks) (story === 10 ? first : others).push(block)
  }
  return [first, others]
}

function readWord(file: DocFile, state: DocContext['state']): PlainDocument {
  const { parts } = file
  const numbering = readDocLists(file)
  const atNotes = parts.body
  const atHeads = atNotes + parts.footnotes
  const atEndnotes = atHeads + parts.heads + parts.comments
  const atBoxes = atEndnotes + parts.endnotes
  const noted: Noted[] = []
  const context: DocContext = {
    file,
    styles: readDocStyles(file),
    lists: new ListCounter(numbering),
    characters: readRuns(file, DOC_TABLES.characters, 'character'),
    paragraphs: readRuns(file, DOC_TABLES.paragraphs, 'paragraph'),
    state,
    markAt: numberMarks(
      [readNoteTable(file, 'footnote', atNotes), readNoteTable(file, 'endnote', atEndnotes)],
      noted,
    ),
    removed: [],
    tally: { changes: 0, pictures: 0, tables: 0 },
  }
  const body = freeMasthead(new DocStoryReader(context, 'body').read(0, parts.body))
  const boxes = new DocStoryReader(context, 'body').read(atBoxes, atBoxes + parts.boxes)
  const notes = (['footnote', 'endnote'] as const).flatMap((kind) =>
    noted.flatMap(({ note, index, mark }) => {
      const from = note.start + (note.texts[index] ?? 0)
      const to = note.start + (note.texts[index + 1] ?? 0)
      if (note.kind !== kind || to <= from) return []
      return [
        joinNote(new DocStoryReader(context, 'note').read(from, to), mark, note.counted[index] !== true),
      ]
    }),
  )
  const apart: DocContext = {
    ...context,
    lists: new ListCounter(numbering),
    markAt: () => null,
    removed: [],
    tally: { changes: 0, pictures: 0, tables: 0 },
  }
  const heads = splitPageParts(...readHeads(file, apart, atHeads))
  const blocks = [...heads.masthead, ...body, ...boxes].map((block, i) =>
    i > 0 && block.before === 'none' ? { ...block, before: 'paragraph' as const } : block,
  )
  const comments = Math.max(0, readPlaces(file, DOC_TABLES.commentMarks, 30).length - 1)
  return {
    format: 'doc',
    blocks,
    notes,
    removed: [...heads.removed, ...context.removed],
    language: heads.language,
    notices: [
      ...presentNotices([
        { code: 'tracked-changes', detail: state, count: context.tally.changes },
        { code: 'comments', detail: '', count: comments },
        { code: 'pictures', detail: '', count: context.tally.pictures },
        { code: 'text-boxes', detail: '', count: boxes.length },
      ]),
      ...countBidiControls([...blocks, ...notes]),
    ],
  }
}
