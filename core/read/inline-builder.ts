import type { BlockMark, Span } from '../model'
import { trimInline } from '../text/trim-inline'

/** A text with what is italic, what is bold where that was asked for, and footnote marks. */
export interface BuiltInline {
  readonly text: string
  readonly italics: readonly Span[]
  readonly marks: readonly BlockMark[]
  readonly bolds?: readonly Span[]
}

/** The text of a block as it grows, with the italics and footnote marks on it. */
export class InlineBuilder {
  private parts: string[] = []
  private italics: Span[] = []
  private marks: BlockMark[] = []
  private bolds: Span[] = []
  private opened: number | null = null
  private size = 0

  /** How long the text is so far, in UTF-16 units. */
  get length(): number {
    return this.size
  }

  /** The last run of characters that was written. */
  get tail(): string {
    return this.parts.at(-1) ?? ''
  }

  /** Appends characters as they are; those in bold are told where they are asked for. */
  write(text: string, bold = false): void {
    if (text === '') return
    const from = this.size
    this.parts.push(text)
    this.size += text.length
    if (!bold) return
    const last = this.bolds.at(-1)
    if (last?.to === from) this.bolds[this.bolds.length - 1] = { from: last.from, to: this.size }
    else this.bolds.push({ from, to: this.size })
  }

  /** Puts a footnote mark at the end of the text so far; superscript figures are written plainly. */
  mark(mark: string): void {
    this.marks.push({ at: this.size, mark: mark.normalize('NFKC') })
  }

  /** Italics begin here; nothing happens inside italics. */
  open(): void {
    this.opened ??= this.size
  }

  /** Italics end here. */
  close(): void {
    if (this.opened !== null && this.size > this.opened)
      this.italics.push({ from: this.opened, to: this.size })
    this.opened = null
  }

  /** The text with white space at both ends taken off; open italics go on in what is built next. */
  take(): BuiltInline {
    const goesOn = this.opened !== null
    this.close()
    const { italics, marks, bolds } = this
    const text = this.parts.join('')
    const built = trimInline({ text, italics, marks })
    // The same text again: its ends are the same.
    const bold = bolds.length === 0 ? bolds : trimInline({ text, italics: bolds, marks: [] }).italics
    this.parts = []
    this.italics = []
    this.marks = []
    this.bolds = []
    this.size = 0
    this.opened = goesOn ? 0 : null
    return bold.length === 0 ? built : { ...built, bolds: bold }
  }
}
