import { elementAt, elementsOf, type XmlElement } from '../../text/parse-xml'
import { ListCounter } from '../list-counter'
import { NoteMarks } from './note-marks'
import type { WordPackage } from './open-word-package'
import { readNumbering } from './read-numbering'
import { readStyles } from './read-styles'
import type { Changes, WordContext, WordTally } from './word-context'

/** The body of a file with the properties of its sections in order, and all that reading it needs. */
export interface OpenStory {
  readonly body: XmlElement
  readonly sections: readonly XmlElement[]
  readonly context: WordContext
}

/** The sections of a body in order, each by its properties. */
function sectionsOf(body: XmlElement): XmlElement[] {
  const inside = (element: XmlElement): XmlElement[] =>
    elementsOf(element).flatMap((node) => {
      if (node.name === 'w:sectPr') return [node]
      return node.name === 'w:p' || node.name === 'w:pPr' || node.name.startsWith('w:sdt') ? inside(node) : []
    })
  return inside(body)
}

/** A tally that has counted nothing. */
export function newTally(): WordTally {
  return { removed: [], languages: new Map(), changes: 0, pictures: 0, boxes: 0, tables: 0 }
}

/** The body of a file, ready to be read in the state that `changes` names. */
export function openStory(file: WordPackage, changes: Changes): OpenStory {
  const body: XmlElement = elementAt(file.document, 'w:body') ?? {
    name: 'w:body',
    attributes: {},
    children: [],
  }
  const sections = sectionsOf(body)
  const styles = readStyles(file.styles)
  const numbering = readNumbering(file.numbering, styles)
  const context: WordContext = {
    styles,
    numbering,
    lists: new ListCounter(numbering),
    notes: new NoteMarks(file.settings, sections),
    changes,
    tally: newTally(),
  }
  return { body, sections, context }
}
