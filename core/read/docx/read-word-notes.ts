import type { Block } from '../../model'
import { elementsOf, type XmlElement } from '../../text/parse-xml'
import { joinNote } from '../join-note'
import type { NotedReference, NoteKind } from './note-marks'
import type { WordPackage } from './open-word-package'
import { StoryReader } from './story-reader'
import type { WordContext } from './word-context'

function notesById(part: XmlElement | null, kind: NoteKind): Map<string, XmlElement> {
  const notes = new Map<string, XmlElement>()
  for (const note of elementsOf(part ?? undefined, `w:${kind}`)) {
    const type = note.attributes['w:type'] ?? 'normal'
    if (type === 'normal') notes.set(note.attributes['w:id'] ?? '', note)
  }
  return notes
}

/** The notes that the text read so far refers to, in its order, each as one block with its mark at its beginning. */
export function readWordNotes(
  file: WordPackage,
  context: WordContext,
): readonly { readonly reference: NotedReference; readonly block: Block }[] {
  const footnotes = notesById(file.footnotes, 'footnote')
  const endnotes = notesById(file.endnotes, 'endnote')
  const read: { reference: NotedReference; block: Block }[] = []
  // A note may itself refer to a note: the list grows while it is read.
  for (const reference of context.notes.references) {
    const { kind, id, mark, custom } = reference
    const note = (kind === 'footnote' ? footnotes : endnotes).get(id)
    if (note === undefined) continue
    read.push({ reference, block: joinNote(new StoryReader(context, 'note').read(note), mark, custom) })
  }
  return read
}
