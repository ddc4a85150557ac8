import type { Line } from './line'
import { isLabelText } from './split-row'

/** Lines that are one paragraph, in order. `newPage`: it begins a page or column and may be the rest of what stands before. */
export interface LineGroup {
  readonly lines: readonly Line[]
  readonly newPage: boolean
}

/** What is usual in a document. */
export interface Habits {
  /** Size of most letters. */
  readonly size: number
  /** Distance of the lines of a paragraph, in parts of the size, by size in quarter points. */
  readonly leading: ReadonlyMap<number, number>
  /** The file's tags say where paragraphs begin. */
  readonly tagged: boolean
  /** Most lines of text run to the edge of their column. */
  readonly justified: boolean
}

/** Places that differ by less, in parts of the size, are the same; a first line's indent is more. */
const SAME_PLACE = 0.75

/** Lines further apart than the usual, by this factor, stand in two paragraphs. */
const SPACED = 1.22

/** White left at the end of a full line beyond the next word, in parts of the size. */
const SLACK = 0.4

/** The same in a heading, whose lines are ragged and whose dates and numbers stay together. */
const HEADING_SLACK = 2.5

/** Lines that take at least this part of their column show a narrower measure of their own. */
const NARROWEST = 0.55

/** Lines of a long column that are looked at on either side. */
const NEAR_LINES = 12

const OPEN_END = /[^\s.;:!?…。；：！？؛؟,،，、»”"'’)\]）】」』*]$/u
const SENTENCE_END = /[.;:!?…。；：！？؛؟]["»”'’)\]）】」』*\s]*$/u
const LOWER = /^["«“‘'([\s]*\p{Ll}/u
const PUNCTUATION = /^[,;:.)\]»”!?،؛؟，。；：）、」』]/u

function quarter(size: number): number {
  return Math.round(size * 4)
}

function countBy<K>(values: Iterable<K>): Map<K, number> {
  const counts = new Map<K, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

function mostFrequent<K>(counts: ReadonlyMap<K, number>): K | undefined {
  let best: K | undefined
  for (const [value, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = value
  return best
}

/** The white at the end of a line, in points. */
function white(line: Line): number {
  return line.right - line.end
}

/** Whether the next line's first word did not fit on a line: it is full. */
export function isFull(line: Line, next: Line): boolean {
  const han = /\p{Script=Han}/u.test(next.text.charAt(0))
  return white(line) <= (han ? 2.3 * line.size : next.firstWord + (0.25 + SLACK) * line.size)
}

/** What is usual in a document, from all its lines of text. */
export function findHabits(lines: readonly Line[]): Habits {
  const sizes = new Map<number, number>()
  for (const { size, text } of lines) sizes.set(quarter(size), (sizes.get(quarter(size)) ?? 0) + text.length)
  const size = (mostFrequent(sizes) ?? 40) / 4
  const pitches = new Map<number, number[]>()
  let splitByTags = 0
  let heldByTags = 0
  let full = 0
  let long = 0
  lines.forEach((line, i) => {
    const next = lines[i + 1]
    if (next === undefined || next.flow !== line.flow || line.cell !== null || next.cell !== null) return
    const pitch = (next.y - line.y) / line.size
    if (quarter(line.size) === quarter(next.size) && pitch > 0.8 && pitch < 3) {
      const known = pitches.get(quarter(line.size))
      if (known === undefined) pitches.set(quarter(line.size), [pitch])
      else known.push(pitch)
    }
    if (line.text.length < 40) return
    long += 1
    if (white(line) < 0.15 * line.size) full += 1
    // A line that breaks off and goes on with a small letter is one paragraph with the next, whatever its tags.
    if (isFull(line, next) && OPEN_END.test(line.text) && LOWER.test(next.text)) {
      if (line.tag >= 0 && line.tag === next.tag) heldByTags += 1
      else splitByTags += 1
    }
  })
  return {
    size,
    leading: new Map([...pitches].map(([key, values]) => [key, usualPitch(values)])),
    tagged: heldByTags > 3 && splitByTags < 0.1 * heldByTags,
    justified: full > 0.5 * long,
  }
}

/** The smallest distance that is frequent: that of lines in a paragraph, where the one between paragraphs is larger. */
function usualPitch(pitches: readonly number[]): number {
  const rounded = countBy(pitches.map((pitch) => Math.round(pitch * 20) / 20))
  const frequent = [...rounded].filter(([, count]) => count >= 0.15 * pitches.length).map(([pitch]) => pitch)
  return frequent.length > 0 ? Math.min(...frequent) : Math.min(...pitches)
}

/** A label at a line's beginning that a gap sets apart: it begins a paragraph. */
function hasLabel(line: Line): boolean {
  return line.bodyStart > line.start + 0.1
}

/** A label with no more than a space behind it: it may as well stand in running text. */
function mayBeLabelled(line: Line): boolean {
  const word = /^(\S{1,7})\s/u.exec(line.text)?.[1]
  return word !== undefined && /[.)）\]、．•●–—]$/u.test(word) && isLabelText(word)
}

/** Two lines about one middle that begin at different places; lines of an indented column begin at the same. */
function areCentred(a: Line, b: Line): boolean {
  const inside = Math.min(a.start - a.left, b.start - b.left) > -1
  const middles = Math.abs(a.start + a.end - b.start - b.end) / 2
  return inside && middles < 0.6 * a.size && !near(a.start, b.start, a.size) && a.start > a.left + 2 * a.size
}

/** Behind a sentence's end a short line without a mark at its own is a heading, and no paragraph's last. */
function endsOpenAndShort(line: Line): boolean {
  return white(line) > 0.4 * (line.right - line.left) && OPEN_END.test(line.text)
}

function near(a: number, b: number, size: number): boolean {
  return Math.abs(a - b) < SAME_PLACE * size
}

/** Decides line by line whether a paragraph goes on. */
class Grouper {
  readonly groups: LineGroup[] = []
  private current: Line[] = []
  private newPage = false

  constructor(
    private readonly habits: Habits,
    /** The lines that stand with a line, without a gap between. */
    private readonly stacks: ReadonlyMap<Line, readonly Line[]>,
  ) {}

  add(line: Line): void {
    const previous = this.current.at(-1)
    if (previous !== undefined && this.goesOn(previous, line)) {
      this.current.push(line)
      return
    }
    this.finish()
    this.newPage = previous !== undefined && previous.flow !== line.flow
    this.current = [line]
  }

  finish(): void {
    if (this.current.length > 0) this.groups.push({ lines: this.current, newPage: this.newPage })
    this.current = []
  }

  private goesOn(previous: Line, line: Line): boolean {
    if (previous.turned !== line.turned) return false
    if (previous.cell !== null || line.cell !== null) return isSameCell(previous, line)
    if (previous.flow !== line.flow) return this.crosses(previous, line)
    // Two pieces of one row that a wide gap sets apart.
    if (Math.abs(previous.y - line.y) < 0.3 * line.size) return false
    if (this.habits.tagged && (previous.tag >= 0 || line.tag >= 0)) return previous.tag === line.tag
    return this.follows(previous, line)
  }

  /** Within a column: by distance, size, fill, indent and label. */
  private follows(previous: Line, line: Line): boolean {
    const { size } = previous
    if (!near(size, line.size, 0.12 * size)) return false
    const pitch = (line.y - previous.y) / size
    const usual = this.habits.leading.get(quarter(size))
    if (pitch > (usual ?? 1.25) * SPACED || pitch < 0.5) return false
    if (this.beginsNote(line)) return false
    const open = OPEN_END.test(previous.text)
    const full =
      isFull(previous, line) || (!SENTENCE_END.test(previous.text) && isFull(this.narrowed(previous), line))
    if (previous.beside || line.beside)
      return open && LOWER.test(line.text) && near(previous.start, line.start, size)
    if (PUNCTUATION.test(line.text)) return true
    if (SENTENCE_END.test(previous.text) && endsOpenAndShort(line)) return false
    if (areCentred(previous, line) && !this.isText(previous) && !this.isText(line))
      return open && previous.bold === line.bold
    if (previous.bold !== line.bold && !full && !(open && LOWER.test(line.text))) return false
    if (hasLabel(line) && (!open || !full)) return false
    if (mayBeLabelled(line) && !open && (!full || !near(previous.start, line.start, size))) return false
    if (!full) {
      // Headings are wrapped where their sense breaks or within a narrower measure.
      if (open && LOWER.test(line.text) && near(previous.start, line.start, size)) return true
      return open && previous.bold && line.bold && this.isWrappedHeading(previous, line)
    }
    return this.isInPlace(previous, line)
  }

  /** A line in the measure of those that it stands among, where they are set narrower than others of the column. */
  private narrowed(line: Line): Line {
    const edge = Math.max(...(this.stacks.get(line) ?? [line]).map(({ end }) => end))
    return line.end - line.start >= NARROWEST * (line.right - line.left) ? { ...line, right: edge } : line
  }

  /** Whether others that stand with a line begin where it does, as lines of text do and centred ones do not. */
  private isText(line: Line): boolean {
    const same = (this.stacks.get(line) ?? []).filter(
      (other) => other !== line && Math.abs(other.start - line.start) < 0.2 * line.size,
    )
    return same.length > 0
  }

  /** Bold lines of one heading end near each other, or the last one earlier. */
  private isWrappedHeading(previous: Line, line: Line): boolean {
    const [first] = this.current
    if (first === undefined || hasLabel(line)) return false
    const starts = near(line.start, previous.start, line.size) || near(line.start, first.bodyStart, line.size)
    const edge = Math.max(...this.current.map(({ end }) => end), line.end)
    return (
      starts &&
      edge - previous.end <= line.firstWord + HEADING_SLACK * line.size &&
      previous.end - previous.start > 12 * line.size
    )
  }

  /** A mark at a line's beginning is a note's, unless it was carried over in text of the usual size. */
  private beginsNote(line: Line): boolean {
    return line.marks[0]?.at === 0 && (line.size < 0.96 * this.habits.size || hasLabel(line))
  }

  /** Whether a line stands where lines of its paragraph do, and not where a new one's first line is set. */
  private isInPlace(previous: Line, line: Line): boolean {
    const { size } = line
    const [first] = this.current
    if (first === undefined) return false
    if (this.current.length > 1) return near(previous.start, line.start, size)
    if (near(previous.start, line.start, size)) return !this.isIndented(line) || OPEN_END.test(previous.text)
    if (near(first.bodyStart, line.start, size)) return true
    // Before its second line a paragraph may be indented, or hang from its label.
    return line.start < previous.start || hasLabel(first) || mayBeLabelled(first)
  }

  /** Whether many lines that stand with one begin before it: an indent of first lines. */
  private isIndented(line: Line): boolean {
    const stack = this.stacks.get(line) ?? []
    const before = stack.filter(({ start }) => start < line.start - SAME_PLACE * line.size).length
    return before >= 0.3 * stack.length
  }

  /** From the foot of a column or page to the head of the next. */
  private crosses(previous: Line, line: Line): boolean {
    const { size } = previous
    if (!near(size, line.size, 0.12 * size) || this.beginsNote(line)) return false
    if (PUNCTUATION.test(line.text)) return true
    const full = isFull(shifted(previous, line), line)
    const open = OPEN_END.test(previous.text)
    const small = LOWER.test(line.text)
    const [first] = this.current
    const begins =
      hasLabel(line) ||
      (mayBeLabelled(line) && !near(previous.start - previous.left, line.start - line.left, size))
    if (first === undefined || previous.text.length < 12) return false
    if (begins && (!open || !full)) return false
    if (open && small && (full || previous.text.length > 40)) return true
    if (previous.bold !== line.bold && !full) return false
    if (!full) return false
    const body = this.current.length > 1 ? previous.start : first.bodyStart
    const offset = body - previous.left
    const indent = line.start - line.left
    const placed = near(offset, indent, size)
    // Where first lines have an indent of their own, a line without it goes on.
    const told =
      this.current.length > 1 ? !near(first.start - first.left, offset, size) || hasLabel(first) : false
    if (SENTENCE_END.test(previous.text)) {
      return placed && told && !endsOpenAndShort(line)
    }
    return open ? placed || begins === false : placed && (told || this.habits.justified)
  }
}

/** A line as if it stood in the column of another that is as wide. */
function shifted(line: Line, other: Line): Line {
  return { ...line, right: Math.max(line.right, line.left + (other.right - other.left) * 0.98) }
}

function isSameCell(previous: Line, line: Line): boolean {
  const [a, b] = [previous.cell, line.cell]
  if (a === null || b === null || a.table !== b.table || a.row !== b.row || a.column !== b.column)
    return false
  return previous.tag < 0 || line.tag < 0 || previous.tag === line.tag
}

/** For each line the lines that stand with it, without a gap between; in long columns those near it. */
function findStacks(lines: readonly Line[], { leading }: Habits): Map<Line, readonly Line[]> {
  const stacks = new Map<Line, readonly Line[]>()
  let stack: Line[] = []
  const settle = () => {
    stack.forEach((line, i) => stacks.set(line, stack.slice(Math.max(0, i - NEAR_LINES), i + NEAR_LINES)))
    stack = []
  }
  for (const line of lines) {
    const last = stack.at(-1)
    const usual = leading.get(quarter(line.size)) ?? 1.25
    const apart =
      last === undefined ||
      last.flow !== line.flow ||
      !near(last.size, line.size, 0.12 * line.size) ||
      line.y - last.y > usual * SPACED * line.size
    if (apart) settle()
    stack.push(line)
  }
  settle()
  return stacks
}

/** Lines in reading order as paragraphs. */
export function groupLines(lines: readonly Line[], habits: Habits): LineGroup[] {
  const grouper = new Grouper(habits, findStacks(lines, habits))
  for (const line of lines) grouper.add(line)
  grouper.finish()
  return grouper.groups
}

/** Notes in order, each with its lines: one begins where its mark stands, what has none goes on from the line before, also over a page's end. */
export function groupNotes(lines: readonly Line[]): LineGroup[] {
  const groups: Line[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last === undefined || line.marks[0]?.at === 0) groups.push([line])
    else last.push(line)
  }
  return groups.map((each) => ({ lines: each, newPage: false }))
}
