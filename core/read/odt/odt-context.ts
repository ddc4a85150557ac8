import type { Removed } from '../../model'
import type { XmlElement } from '../../text/parse-xml'
import type { OdtStyles } from './read-odt-styles'

/** A tracked change of the text by its id: what was put in is in the text, what was taken out is kept here. */
export interface OdtChange {
  readonly kind: 'insertion' | 'deletion' | 'format'
  readonly content: XmlElement | null
}

/** A note that was met in the text, with its printed mark. */
export interface OdtNote {
  readonly kind: 'footnote' | 'endnote'
  readonly mark: string
  /** The mark is typed, not counted. */
  readonly custom: boolean
  readonly body: XmlElement
}

/** What the reading of a story needs of its file, and what it counts up. */
export interface OdtContext {
  readonly styles: OdtStyles
  readonly changes: ReadonlyMap<string, OdtChange>
  /** The state that is read: with all changes accepted, or as before any. */
  readonly state: 'accepted' | 'original'
  readonly notes: OdtNote[]
  readonly removed: Removed[]
  readonly languages: Map<string, number>
  readonly tally: { comments: number; pictures: number; boxes: number; tables: number }
}
