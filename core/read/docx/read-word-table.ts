import type { BlockMark, Span } from '../../model'
import { elementAt, elementsOf, type XmlElement } from '../../text/parse-xml'
import { flatten } from './flatten'
import type { NotedReference } from './note-marks'
import { StoryReader } from './story-reader'
import type { WordContext } from './word-context'
import { valueOf } from './word-names'

/** A paragraph or line of a cell. */
export interface WordLine {
  readonly text: string
  readonly marks: readonly BlockMark[]
  readonly italics: readonly Span[]
  readonly bolds?: readonly Span[]
}

/** A cell as a reader sees it: its paragraphs and lines that hold anything, and the notes that they refer to. */
export interface WordCell {
  readonly lines: readonly WordLine[]
  /** The style of its first paragraph. */
  readonly style: string | null
  /** Whether it goes on from the cell above. */
  readonly goesOn: boolean
  readonly references: readonly NotedReference[]
}

/** Whether a tracked change leaves a row or cell out of the state that is read; those that it does not are counted. */
function isLeft(properties: XmlElement | undefined, inserted: string, deleted: string, context: WordContext) {
  const changes = elementsOf(properties).filter(({ name }) => name === inserted || name === deleted)
  context.tally.changes += changes.length
  return changes.some(({ name }) => name === (context.changes === 'original' ? inserted : deleted))
}

function firstStyle(cell: XmlElement): string | null {
  const [paragraph] = flatten(cell, 'w:p')
  return valueOf(elementAt(paragraph, 'w:pPr'), 'w:pStyle')
}

function readCell(cell: XmlElement, context: WordContext): WordCell {
  const known = context.notes.references.length
  const blocks = new StoryReader(context, 'body').read(cell)
  const merge = elementAt(cell, 'w:tcPr', 'w:vMerge')
  return {
    // LibreOffice writes a mark of its own twice, as the note's and as raised text behind it.
    lines: blocks.map(({ text, marks, italics, bolds }) => ({
      text,
      italics,
      ...(bolds !== undefined && { bolds }),
      marks: marks.filter(({ at, mark }, k) => marks[k - 1]?.at !== at || marks[k - 1]?.mark !== mark),
    })),
    style: firstStyle(cell),
    goesOn: merge !== undefined && valueOf(merge) !== 'restart',
    references: context.notes.references.slice(known),
  }
}

/** The rows of a table in the state that is read, each cell as it stands in its row, whatever columns it spans. */
export function readWordTable(table: XmlElement, context: WordContext): readonly (readonly WordCell[])[] {
  return flatten(table, 'w:tr')
    .filter((row) => !isLeft(elementAt(row, 'w:trPr'), 'w:ins', 'w:del', context))
    .map((row) =>
      flatten(row, 'w:tc')
        .filter((cell) => !isLeft(elementAt(cell, 'w:tcPr'), 'w:cellIns', 'w:cellDel', context))
        .map((cell) => readCell(cell, context)),
    )
}
