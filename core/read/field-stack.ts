/** The fields of a word processor that are open: between the beginning of one and its result stand its instructions, which are no text. */
export class FieldStack {
  /** Of each open field, whether its result has begun. */
  private readonly open: boolean[] = []
  private instructions = 0

  /** Whether what stands here is text. */
  get shown(): boolean {
    return this.instructions === 0
  }

  /** A field begins with its instructions. */
  begin(): void {
    this.open.push(false)
    this.instructions += 1
  }

  /** The result of the innermost field begins. */
  separate(): void {
    const last = this.open.length - 1
    if (this.open[last] !== false) return
    this.open[last] = true
    this.instructions -= 1
  }

  /** The innermost field ends. */
  end(): void {
    if (this.open.pop() === false) this.instructions -= 1
  }

  /** A paragraph ends: fields whose result never began do not swallow the next one. */
  endParagraph(): void {
    while (this.open.at(-1) === false) this.end()
  }
}
