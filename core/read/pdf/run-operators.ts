import type { Glyph, Rule } from './page'

/** Two-dimensional transformation as PDF writes it: a b c d e f. */
export type Matrix = readonly [number, number, number, number, number, number]

/** An instruction of a page by its name, with its operands. */
export interface Operator {
  readonly name: string
  readonly operands: readonly unknown[]
}

/** What a font's name and widths say. `scale` turns widths into parts of the size. */
export interface Face {
  readonly italic: boolean
  readonly bold: boolean
  readonly scale: number
  readonly vertical: boolean
}

/** What the instructions of a page draw. `turn` is the quarter turn (0–3) in which each glyph runs; its coordinates are those of the page turned back by it. */
export interface Drawn {
  readonly glyphs: readonly (Glyph & { readonly turn: number })[]
  readonly rules: readonly Rule[]
}

/** What is looked up while a page is drawn. */
export interface Resources {
  readonly face: (name: string) => Face
  /** The tagged paragraph of a marked piece of content, or -1. */
  readonly tagOf: (piece: number) => number
}

interface State {
  matrix: Matrix
  face: Face
  size: number
  charSpacing: number
  wordSpacing: number
  stretch: number
  rise: number
  leading: number
}

interface DrawnGlyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
}

const PLAIN_FACE: Face = { italic: false, bold: false, scale: 0.001, vertical: false }

/** Thickest line that is a rule and no box, shortest that is one; points. */
const THICKEST_RULE = 3
const SHORTEST_RULE = 18

/** `first` applied before `second`. */
export function multiply(second: Matrix, first: Matrix): Matrix {
  const [a, b, c, d, e, f] = second
  const [g, h, i, j, k, l] = first
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

function isMatrix(value: unknown): value is ArrayLike<number> {
  return (Array.isArray(value) || ArrayBuffer.isView(value)) && 'length' in value && value.length >= 6
}

function toMatrix(value: ArrayLike<number>): Matrix {
  const at = (i: number) => Number(value[i] ?? 0)
  return [at(0), at(1), at(2), at(3), at(4), at(5)]
}

function isGlyph(value: unknown): value is DrawnGlyph {
  return typeof value === 'object' && value !== null && 'unicode' in value && 'width' in value
}

function isCoordinates(value: unknown): value is ArrayLike<number> {
  return ArrayBuffer.isView(value) && 'length' in value
}

/** Carries out the instructions of a page as far as they place letters and lines. */
class Pen {
  readonly glyphs: (Glyph & { turn: number })[] = []
  readonly rules: Rule[] = []
  private readonly states: State[] = []
  private readonly marked: { readonly artifact: boolean; readonly tag: number }[] = []
  private state: State
  private text: Matrix = [1, 0, 0, 1, 0, 0]
  private line: Matrix = [1, 0, 0, 1, 0, 0]

  constructor(
    private readonly resources: Resources,
    view: Matrix,
  ) {
    this.state = {
      matrix: view,
      face: PLAIN_FACE,
      size: 0,
      charSpacing: 0,
      wordSpacing: 0,
      stretch: 1,
      rise: 0,
      leading: 0,
    }
  }

  run({ name, operands }: Operator): void {
    const number = (i: number) => Number(operands[i] ?? 0)
    const state = this.state
    if (name === 'showText') this.show(operands[0])
    else if (name === 'save') this.states.push({ ...state })
    else if (name === 'restore') this.state = this.states.pop() ?? state
    else if (name === 'transform') state.matrix = multiply(state.matrix, toMatrix(operands as number[]))
    else if (name === 'paintFormXObjectBegin') this.beginForm(operands[0])
    else if (name === 'paintFormXObjectEnd') this.state = this.states.pop() ?? state
    else if (name === 'beginText') this.place([1, 0, 0, 1, 0, 0])
    else if (name === 'setFont') {
      state.face = this.resources.face(String(operands[0]))
      state.size = number(1)
    } else if (name === 'setTextMatrix') {
      const [matrix] = operands
      this.place(toMatrix(isMatrix(matrix) ? matrix : (operands as number[])))
    } else if (name === 'moveText') this.move(number(0), number(1))
    else if (name === 'setLeadingMoveText') {
      state.leading = number(1)
      this.move(number(0), number(1))
    } else if (name === 'nextLine') this.move(0, state.leading)
    else if (name === 'setCharSpacing') state.charSpacing = number(0)
    else if (name === 'setWordSpacing') state.wordSpacing = number(0)
    else if (name === 'setHScale') state.stretch = number(0) / 100
    else if (name === 'setLeading') state.leading = -number(0)
    else if (name === 'setTextRise') state.rise = number(0)
    else if (name === 'setGState') this.setFontOf(operands[0])
    else if (name === 'constructPath') this.draw(number(0), operands[1])
    else if (name === 'beginMarkedContent' || name === 'beginMarkedContentProps') this.mark(operands)
    else if (name === 'endMarkedContent') this.marked.pop()
  }

  /** A font may come with the graphics state as well. */
  private setFontOf(settings: unknown): void {
    if (!Array.isArray(settings)) return
    for (const setting of settings as unknown[]) {
      const [key, font] = Array.isArray(setting) ? (setting as unknown[]) : []
      if (key !== 'Font' || !Array.isArray(font)) continue
      const [name, size] = font as unknown[]
      this.state.face = this.resources.face(String(name))
      this.state.size = Number(size)
    }
  }

  private beginForm(matrix: unknown): void {
    this.states.push({ ...this.state })
    if (isMatrix(matrix)) this.state.matrix = multiply(this.state.matrix, toMatrix(matrix))
  }

  private place(matrix: Matrix): void {
    this.text = this.line = matrix
  }

  private move(x: number, y: number): void {
    this.place(multiply(this.line, [1, 0, 0, 1, x, y]))
  }

  private mark([tag, piece]: readonly unknown[]): void {
    const name = typeof tag === 'object' && tag !== null && 'name' in tag ? tag.name : tag
    const outer = this.marked.at(-1)
    const own = typeof piece === 'number' ? this.resources.tagOf(piece) : -1
    this.marked.push({
      artifact: name === 'Artifact' || outer?.artifact === true,
      tag: own >= 0 ? own : (outer?.tag ?? -1),
    })
  }

  private show(shown: unknown): void {
    if (!Array.isArray(shown)) return
    const { face, size, charSpacing, wordSpacing } = this.state
    for (const each of shown as unknown[]) {
      if (typeof each === 'number') this.advance((-each / 1000) * size)
      else if (isGlyph(each)) {
        const width = each.width * face.scale * size
        this.stamp(each.unicode, width)
        this.advance(width + charSpacing + (each.isSpace ? wordSpacing : 0))
      }
    }
  }

  private advance(length: number): void {
    const { face, stretch } = this.state
    this.text = multiply(
      this.text,
      face.vertical ? [1, 0, 0, 1, 0, -Math.abs(length)] : [1, 0, 0, 1, length * stretch, 0],
    )
  }

  private stamp(unicode: string, width: number): void {
    const { matrix, size, stretch, rise, face } = this.state
    const [a, b, c, d, e, f] = multiply(multiply(matrix, this.text), [1, 0, 0, 1, 0, rise])
    const height = Math.hypot(c, d) * Math.abs(size)
    if (unicode === '' || !(height > 0)) return
    const outer = this.marked.at(-1)
    const turn = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4
    // The page's own y runs down, so that upright text has a > 0 and a quarter turn clockwise b > 0.
    const [x, y] = turn === 0 ? [e, f] : turn === 1 ? [f, -e] : turn === 2 ? [-e, -f] : [-f, e]
    const length = Math.abs(width * stretch) * Math.hypot(a, b)
    const slant = Math.abs(a * c + b * d) / (Math.hypot(a, b) * Math.hypot(c, d) || 1)
    this.glyphs.push({
      text: unicode,
      x0: x,
      x1: x + (face.vertical ? height : length),
      y,
      size: height,
      italic: face.italic || slant > 0.1,
      bold: face.bold,
      artifact: outer?.artifact ?? false,
      tag: outer?.tag ?? -1,
      order: this.glyphs.length,
      turn,
    })
  }

  /** Keeps the thin horizontal pieces of a path that is painted. */
  private draw(paint: number, pieces: unknown): void {
    const data: unknown = Array.isArray(pieces) ? pieces[0] : pieces
    if (paint === END_PATH || !isCoordinates(data)) return
    let box: [number, number, number, number] | null = null
    const close = () => {
      if (box !== null) this.rule(box)
      box = null
    }
    for (let i = 0; i < data.length;) {
      const kind = Number(data[i])
      if (kind === 0) close()
      const points = POINTS[kind] ?? 0
      for (let k = 0; k < points; k += 1) {
        const [x, y] = this.onPage(Number(data[i + 1 + k * 2]), Number(data[i + 2 + k * 2]))
        box =
          box === null
            ? [x, y, x, y]
            : [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)]
      }
      i += 1 + points * 2
    }
    close()
  }

  private onPage(x: number, y: number): [number, number] {
    const [a, b, c, d, e, f] = this.state.matrix
    return [a * x + c * y + e, b * x + d * y + f]
  }

  private rule([x0, y0, x1, y1]: readonly [number, number, number, number]): void {
    if (y1 - y0 <= THICKEST_RULE && x1 - x0 >= SHORTEST_RULE) this.rules.push({ x0, x1, y: (y0 + y1) / 2 })
  }
}

/** Points that each piece of a path takes (move, line, curve, quadratic curve, close), and the painting that paints nothing; as pdfjs numbers them. */
const POINTS: readonly number[] = [1, 1, 3, 2, 0]
const END_PATH = 28

/** The letters and rules that the instructions of a page draw; `view` turns the page's coordinates into points from its top left corner. */
export function runOperators(operators: Iterable<Operator>, resources: Resources, view: Matrix): Drawn {
  const pen = new Pen(resources, view)
  for (const operator of operators) pen.run(operator)
  return pen
}
