/** Where progress is shown: stderr, or what stands for it. */
export interface ProgressStream {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** Progress through a batch, a line that is written over and over. */
export interface Progress {
  /** Begins a step: what is done, `Aligning`, to how many, of what. */
  begin(step: string, total: number, what: string): void
  /** So many more are done. */
  add(count: number): void
  /** Writes lines of text, the progress standing below them. */
  tell(lines: readonly string[]): void
  /** Leaves the last line as it stands. */
  end(): void
}

/** Shows progress, `Aligning: 1,234 of 8,000 paragraphs`, on a terminal; on anything else only what is told. */
export function startProgress(stream: ProgressStream): Progress {
  const number = new Intl.NumberFormat('en')
  let shown = ''
  let step = { name: '', done: 0, total: 0, what: '' }
  const show = (text: string) => {
    if (stream.isTTY !== true || text === shown) return
    // Blanks wipe what is left of a longer line; not every terminal knows the escape sequence for it.
    stream.write(`\r${text.padEnd(shown.length)}`)
    if (text === '') stream.write('\r')
    shown = text
  }
  const draw = () =>
    show(`${step.name}: ${number.format(step.done)} of ${number.format(step.total)} ${step.what}`)
  return {
    begin(name, total, what) {
      step = { name, done: 0, total, what }
      draw()
    },
    add(count) {
      step.done += count
      draw()
    },
    tell(lines) {
      if (lines.length === 0) return
      const before = shown
      show('')
      stream.write(lines.map((line) => `${line}\n`).join(''))
      if (before !== '') show(before)
    },
    end() {
      if (shown !== '') stream.write('\n')
      shown = ''
    },
  }
}
