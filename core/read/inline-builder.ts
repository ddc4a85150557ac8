import type { BlockMark, Span } from '../model'

/** The text of a block as it grows, with the italics and footnote marks on it. */
export class InlineBuilder {
  private parts: string[] = []
  private italics: Span[] = []
  private marks: BlockMark[] = []
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

  /** Appends characters as they are. */
  write(text: string): void {
    if (text === '') return
    this.parts.push(text)
    this.size += text.length
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
  take(): { readonly text: string; readonly italics: readonly Span[]; readonly marks: readonly BlockMark[] } {
    const goesOn = this.opened !== null
    this.close()
    const whole = this.parts.join('')
    const text = whole.trim()
    const from = whole.length - whole.trimStart().length
    const fit = (at: number) => Math.min(Math.max(at - from, 0), text.length)
    const built = {
      text,
      italics: this.italics
        .map((span) => ({ from: fit(span.from), to: fit(span.to) }))
        .filter((span) => span.to > span.from),
      marks: this.marks.map(({ at, mark }) => ({ at: fit(at), mark })),
    }
    this.parts = []
    this.italics = []
    this.marks = []
    this.size = 0
    this.opened = goesOn ? 0 : null
    return built
  }
}
