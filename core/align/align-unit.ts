import type { Anchor, Language, ParagraphKind } from '../model'

/** What the aligner sees of one paragraph: its place in the structure, its text, and its anchors. */
export interface AlignUnit {
  readonly address: string
  readonly kind: ParagraphKind
  /** The printed label, or null: only a printed label makes an address a strong sign. */
  readonly label: string | null
  readonly text: string
  readonly language: Language
  readonly anchors: readonly Anchor[]
}
