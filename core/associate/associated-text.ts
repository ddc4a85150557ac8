import type { Language } from '../model'
import type { Token } from '../text/tokenize'
import type { Associations } from './association-model'

/** One aligned place of two texts: where it stands, both texts and their words. */
export interface AssociatedRow {
  /** An address that a reader can look up. */
  readonly address: string
  readonly left: string
  readonly right: string
  readonly leftWords: readonly Token[]
  readonly rightWords: readonly Token[]
}

/** Aligned texts of two languages with the associations learned from them. */
export interface AssociatedText {
  readonly languages: readonly [left: Language, right: Language]
  readonly rows: readonly AssociatedRow[]
  readonly model: Associations
}

/** One aligned place before it is read: its address and the text on either side. */
export interface AlignedText {
  readonly address: string
  readonly left: string
  readonly right: string
}
