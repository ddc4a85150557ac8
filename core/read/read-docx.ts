import type { Block, PlainDocument, Removed } from '../model'
import { elementsOf, type XmlElement } from '../text/parse-xml'
import { countBidiControls, presentNotices } from './count-notices'
import { ListCounter } from './list-counter'
import { NoteMarks } from './docx/note-marks'
import { newTally, openStory } from './docx/open-story'
import { openWordPackage, type WordPackage } from './docx/open-word-package'
import { readWordNotes } from './docx/read-word-notes'
import { StoryReader } from './docx/story-reader'
import type { Changes, WordContext } from './docx/word-context'
import { isOn } from './docx/word-names'
import { commonLanguage } from './text-collector'
import { freeMasthead, splitPageParts, type PageParts } from './split-page-parts'

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

/** Reads a Word file (see readWordText). Throws InputError: those of openWordPackage. */
export function readDocx(bytes: Uint8Array, changes: Changes = 'accepted'): PlainDocument {
  return readWordText(openWordPackage(bytes), changes)
}

/**
 * The text of a Word file: paragraphs with their labels as Word shows them, cells of tables, notes with their marks in place. Of tracked changes the state that `changes` names is read; what it leaves out,
 * hidden text, heads and feet are kept as removed.
 */
export function readWordText(file: WordPackage, changes: Changes): PlainDocument {
  const { body, sections, context } = openStory(file, changes)
  const { tally } = context
  const { masthead, removed, language } = readPageParts(file, context, sections)
  const text = freeMasthead(new StoryReader(context, 'body').read(body))
  const [opening, ...rest] = text
  const blocks =
    masthead.length === 0 || opening === undefined
      ? [...masthead, ...text]
      : [...masthead, { ...opening, before: 'paragraph' as const }, ...rest]
  const read = readWordNotes(file, context)
  const notes = (['footnote', 'endnote'] as const).flatMap((kind) =>
    read.flatMap(({ reference, block }) => (reference.kind === kind ? [block] : [])),
  )
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
