import { elementAt, type XmlElement } from '../../text/parse-xml'
import { writeNumeral } from '../write-numeral'
import { numberOf, valueOf } from './word-names'

/** The two kinds of note; Word numbers each apart. */
export type NoteKind = 'footnote' | 'endnote'

/** A note that the text refers to, with what is printed there. */
export interface NotedReference {
  readonly kind: NoteKind
  readonly id: string
  readonly mark: string
  /** The mark is typed, not counted. */
  readonly custom: boolean
}

interface Numbered {
  readonly format: string
  readonly start: number
  readonly restart: string
}

const DEFAULT_FORMATS: Readonly<Record<NoteKind, string>> = { footnote: 'decimal', endnote: 'lowerRoman' }

/** Numbers the marks of notes in the order of the text, as the sections and settings of the file say (ISO/IEC 29500-1, 17.11). */
export class NoteMarks {
  readonly references: NotedReference[] = []
  private readonly seen = new Set<string>()
  private readonly counts: Record<NoteKind, number | null> = { footnote: null, endnote: null }
  private section = 0

  /** `sections` are the `w:sectPr` of the body in order. */
  constructor(
    private readonly settings: XmlElement | null,
    private readonly sections: readonly XmlElement[],
  ) {}

  /** Another section begins. */
  nextSection(): void {
    this.section += 1
    for (const kind of ['footnote', 'endnote'] as const)
      if (this.rules(kind).restart === 'eachSect') this.counts[kind] = null
  }

  /** Another page begins, where Word last broke the text. */
  nextPage(): void {
    if (this.rules('footnote').restart === 'eachPage') this.counts.footnote = null
  }

  /** The mark of one more reference; `custom` is a mark of its own, which counts for nothing. */
  add(kind: NoteKind, id: string, custom: string | null): string {
    const { format, start } = this.rules(kind)
    let mark = custom
    if (mark === null) {
      const count = this.counts[kind]
      const next = count === null ? start : count + 1
      this.counts[kind] = next
      mark = writeNumeral(next, format)
    }
    if (!this.seen.has(`${kind} ${id}`)) this.references.push({ kind, id, mark, custom: custom !== null })
    this.seen.add(`${kind} ${id}`)
    return mark
  }

  private rules(kind: NoteKind): Numbered {
    const name = `w:${kind}Pr`
    const own = elementAt(this.sections[this.section], name)
    const common = elementAt(this.settings ?? undefined, name)
    const said = (property: string) => valueOf(own, property) ?? valueOf(common, property)
    return {
      format: said('w:numFmt') ?? DEFAULT_FORMATS[kind],
      start: numberOf(own, 'w:numStart') ?? numberOf(common, 'w:numStart') ?? 1,
      restart: said('w:numRestart') ?? 'continuous',
    }
  }
}
