import type { Block, PlainDocument, Removed } from '../model'
import { elementAt, elementsOf, type XmlElement } from '../text/parse-xml'
import { countBidiControls, presentNotices } from './count-notices'
import { ListCounter } from './list-counter'
import { NoteMarks, type NotedReference, type NoteKind } from './docx/note-marks'
import { openWordPackage, type WordPackage } from './docx/open-word-package'
import { readNumbering } from './docx/read-numbering'
import { readStyles } from './docx/read-styles'
import { StoryReader } from './docx/story-reader'
import type { Changes, WordContext, WordTally } from './docx/word-context'
import { isOn } from './docx/word-names'
import { joinNote } from './join-note'
import { commonLanguage } from './text-collector'
import { freeMasthead, splitPageParts, type PageParts } from './split-page-parts'

/** The sections of a body in order, each by its properties. */
function sectionsOf(body: XmlElement): XmlElement[] {
  const inside = (element: XmlElement): XmlElement[] =>
    elementsOf(element).flatMap((node) => {
      if (node.name === 'w:sectPr') return [node]
      return node.name === 'w:p' || node.name === 'w:pPr' || node.name.startsWith('w:sdt') ? inside(node) : []
    })
  return inside(body)
}

function newTally(): WordTally {
  return { removed: [], languages: new Map(), changes: 0, pictures: 0, boxes: 0, tables: 0 }
}

/** A context for a part of the same file that counts nothing up with the text. */
function apart(context: WordContext): WordContext {
  return {
    ...context,
    lists: new ListCounter(context.numbering),
    notes: new NoteMarks(null, []),
    tally: newTally(),
  }
}

function readPageParts(file: WordPackage, context: WordContext, sections: readonly XmlElement[]): PageParts {
  const [opening] = sections
  const title = isOn(opening, 'w:titlePg') === true
  const firstHead: Block[] = []
  const others: Block[] = []
  const seen = new Set<XmlElement>()
  for (const section of sections) {
    for (const reference of elementsOf(section)) {
      const id = reference.attributes['r:id'] ?? ''
      if (!/^w:(?:header|footer)Reference$/u.test(reference.name)) continue
      const part = file.part(id)
      if (part === null || seen.has(part)) continue
      seen.add(part)
      const blocks = new StoryReader(apart(context), 'head').read(part)
      const isFirst =
        section === opening &&
        title &&
        reference.name === 'w:headerReference' &&
        reference.attributes['w:type'] === 'first'
      for (const block of blocks) (isFirst ? firstHead : others).push(block)
    }
  }
  return splitPageParts(firstHead, others)
}

function notesById(part: XmlElement | null, kind: NoteKind): Map<string, XmlElement> {
  const notes = new Map<string, XmlElement>()
  for (const note of elementsOf(part ?? undefined, `w:${kind}`)) {
    const type = note.attributes['w:type'] ?? 'normal'
    if (type === 'normal') notes.set(note.attributes['w:id'] ?? '', note)
  }
  return notes
}

function readNotes(file: WordPackage, context: WordContext): Block[] {
  const footnotes = notesById(file.footnotes, 'footnote')
  const endnotes = notesById(file.endnotes, 'endnote')
  const read = ({ kind, id, mark, custom }: NotedReference): Block[] => {
    const note = (kind === 'footnote' ? footnotes : endnotes).get(id)
    if (note === undefined) return []
    return [joinNote(new StoryReader(context, 'note').read(note), mark, custom)]
  }
  // A note may itself refer to a note: the list grows while it is read.
  const atFeet: Block[] = []
  const atEnd: Block[] = []
  for (const reference of context.notes.references)
    (reference.kind === 'footnote' ? atFeet : atEnd).push(...read(reference))
  return [...atFeet, ...atEnd]
}

/**
 * Reads a Word file: paragraphs with their labels as Word shows them, cells of tables, notes with their marks in place. Of tracked changes the state that `changes` names is read; what it leaves out, hidden
 * text, heads and feet are kept as removed. Throws InputError: those of openWordPackage.
 */
export function readDocx(bytes: Uint8Array, changes: Changes = 'accepted'): PlainDocument {
  const file = openWordPackage(bytes)
  const body: XmlElement = elementAt(file.document, 'w:body') ?? {
    name: 'w:body',
    attributes: {},
    children: [],
  }
  const sections = sectionsOf(body)
  const styles = readStyles(file.styles)
  const numbering = readNumbering(file.numbering, styles)
  const tally = newTally()
  const context: WordContext = {
    styles,
    numbering,
    lists: new ListCounter(numbering),
    notes: new NoteMarks(file.settings, sections),
    changes,
    tally,
  }
  const { masthead, removed, language } = readPageParts(file, context, sections)
  const text = freeMasthead(new StoryReader(context, 'body').read(body))
  const [opening, ...rest] = text
  const blocks =
    masthead.length === 0 || opening === undefined
      ? [...masthead, ...text]
      : [...masthead, { ...opening, before: 'paragraph' as const }, ...rest]
  const notes = readNotes(file, context)
  const taken: Removed[] = [...removed, ...tally.removed]
  return {
    format: 'docx',
    blocks,
    notes,
    removed: taken,
    language: language ?? commonLanguage(tally.languages),
    notices: [
      ...presentNotices([
        { code: 'tracked-changes', detail: changes, count: tally.changes },
        { code: 'comments', detail: '', count: elementsOf(file.comments ?? undefined, 'w:comment').length },
        { code: 'pictures', detail: '', count: tally.pictures },
        { code: 'text-boxes', detail: '', count: tally.boxes },
      ]),
      ...countBidiControls([...blocks, ...notes]),
    ],
  }
}
