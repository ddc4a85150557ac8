import type {
  DocumentShape,
  Language,
  Notice,
  ParagraphKind,
  Removed,
  Repair,
  Status,
} from '../../core/model'

/** Some of a list, and how many there are in all. */
export interface Shown<T> {
  readonly count: number
  readonly shown: readonly T[]
}

/** One version of a file as it would be kept. */
export interface ImportAnswerText {
  readonly language: Language
  readonly symbol: string | null
  readonly title: string | null
  readonly status: Status
  readonly shape: DocumentShape
  readonly counts: Readonly<Partial<Record<ParagraphKind, number>>>
  readonly paragraphs: readonly { readonly address: string; readonly first: string }[]
  readonly repairs: Shown<Repair>
  readonly removed: Shown<Removed>
  readonly notices: readonly Notice[]
}

/** What the server answers to a file that it was shown; `rows` counts the rows that an aligned file has. */
export interface ImportAnswer {
  readonly texts: readonly ImportAnswerText[]
  readonly rows: number
}

/** What the server answers where texts were kept. */
export interface SaveAnswer {
  readonly slug: string
  readonly symbol: string
  readonly texts: readonly {
    readonly language: Language
    readonly outcome: 'added' | 'replaced' | 'unchanged'
  }[]
}

/** What the server answers where something was not done. */
export interface RefusalAnswer {
  readonly code: string
  readonly message: string
}
