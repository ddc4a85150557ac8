import type { AlignedParagraph, ParagraphKind, Span } from '../../model'

/** Builds paragraphs of a cell from runs of text, marks and italics in their order; italics that touch become one range. */
export class PartsBuilder {
  private readonly done: AlignedParagraph[] = []
  private label: string | null | undefined
  private text = ''
  private marks: { at: number; mark: string }[] = []
  private italics: Span[] = []

  /** `unlabelled` is what paragraphs have until they are told their label: null for none, undefined for one that stands in front of the text. `kind` is that of all of them, where it is known. */
  constructor(
    private readonly unlabelled: null | undefined,
    private readonly kind?: ParagraphKind,
  ) {
    this.label = unlabelled
  }

  /** The printed label of the paragraph that is being built. */
  setLabel(label: string): void {
    this.label = label
  }

  /** Text that follows what is there. */
  write(text: string, italic: boolean): void {
    const from = this.text.length
    this.text += text
    if (!italic || text === '') return
    const last = this.italics.at(-1)
    if (last?.to === from) this.italics[this.italics.length - 1] = { from: last.from, to: this.text.length }
    else this.italics.push({ from, to: this.text.length })
  }

  /** A footnote's mark, here. */
  mark(mark: string): void {
    this.marks.push({ at: this.text.length, mark })
  }

  /** Ends the paragraph; one with nothing in it is none. */
  end(): void {
    const { label, text, marks, italics, kind } = this
    if (text !== '' || marks.length > 0 || typeof label === 'string') {
      const own = kind === undefined ? { text, marks, italics } : { text, marks, italics, kind }
      this.done.push(label === undefined ? own : { ...own, label })
    }
    this.label = this.unlabelled
    this.text = ''
    this.marks = []
    this.italics = []
  }

  /** All paragraphs that were ended. */
  paragraphs(): readonly AlignedParagraph[] {
    return this.done
  }
}
