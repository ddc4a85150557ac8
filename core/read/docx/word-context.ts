import type { Removed } from '../../model'
import type { NoteMarks } from './note-marks'
import type { ListCounter, Numbering } from '../list-counter'
import type { Styles } from './read-styles'

/** Which state of a text with tracked changes is read: with all of them accepted, or as it was before any. */
export type Changes = 'accepted' | 'original'

/** What reading one file counts up besides its blocks. */
export interface WordTally {
  readonly removed: Removed[]
  /** Characters by the language that their runs are marked with, as the file writes it. */
  readonly languages: Map<string, number>
  changes: number
  pictures: number
  boxes: number
  tables: number
}

/** All that the reading of a story (the body, a note, a head or foot) needs of its file. */
export interface WordContext {
  readonly styles: Styles
  readonly numbering: Numbering
  readonly lists: ListCounter
  readonly notes: NoteMarks
  readonly changes: Changes
  readonly tally: WordTally
  /** The story is a cell of a table of ours, in which more can be told than in other files: see InlineReader, TextCollector. */
  readonly exact?: true
}
