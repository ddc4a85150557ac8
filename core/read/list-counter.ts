import { writeNumeral } from './write-numeral'

/** One level of a list as its definition has it. `text` holds `%1` to `%9` for the numbers of the levels. */
export interface ListLevel {
  readonly start: number
  readonly format: string
  readonly text: string
  /** The level, from 1, whose next number lets this one begin anew; 0: none, null: any above. */
  readonly restart: number | null
  /** All numbers of the label in plain figures. */
  readonly legal: boolean
}

/** A list that paragraphs name: what it counts with (lists of one definition count on together), its levels, and the numbers at which it begins anew. */
export interface List {
  readonly definition: string
  readonly levels: ReadonlyMap<number, ListLevel>
  readonly starts: ReadonlyMap<number, number>
}

/** The lists of a file by `w:numId`, and the lists and levels that paragraph styles are linked to by a level. */
export interface Numbering {
  readonly lists: ReadonlyMap<string, List>
  readonly byStyle: ReadonlyMap<string, { readonly list: string; readonly level: number }>
}

/** What stands before a paragraph of a list: the label as Word shows it (empty for bullets and unnumbered levels) and its level from 1. */
export interface ListLabel {
  readonly label: string
  readonly level: number
}

/** Word has no longer pattern of a label (ISO/IEC 29500-1, 17.9.11). */
const LONGEST_LABEL = 255

/** Counts the paragraphs of lists as Word does (ISO/IEC 29500-1, 17.9), in the order of the text. */
export class ListCounter {
  private readonly counts = new Map<string, (number | undefined)[]>()
  /** Lists and levels whose own start has been used. */
  private readonly begun = new Set<string>()

  constructor(private readonly numbering: Numbering) {}

  /** Counts one more paragraph of a list's level, from 0; null where there is no such list or level. */
  next(listId: string, level: number): ListLabel | null {
    const list = this.numbering.lists.get(listId)
    const own = list?.levels.get(level)
    if (list === undefined || own === undefined) return null
    const counts = this.counts.get(list.definition) ?? []
    this.counts.set(list.definition, counts)
    const start = list.starts.get(level)
    const key = `${listId} ${level}`
    if (start !== undefined && !this.begun.has(key)) counts[level] = start
    else {
      const count = counts[level]
      counts[level] = count === undefined ? own.start : count + 1
    }
    this.begun.add(key)
    for (const [deeper, { restart }] of list.levels) {
      if (deeper <= level || restart === 0) continue
      if (restart === null || level < restart) counts[deeper] = undefined
    }
    return { label: this.write(own, list.levels, counts, level), level: level + 1 }
  }

  private write(
    own: ListLevel,
    levels: ReadonlyMap<number, ListLevel>,
    counts: readonly (number | undefined)[],
    level: number,
  ): string {
    if (own.format === 'bullet') return ''
    return own.text
      .slice(0, LONGEST_LABEL)
      .replace(/%([1-9])/gu, (_whole, digit: string) => {
        const index = Number(digit) - 1
        const named = levels.get(index)
        if (named === undefined || index > level) return ''
        const plain = own.legal && named.format !== 'none'
        return writeNumeral(counts[index] ?? named.start, plain ? 'decimal' : named.format)
      })
      .trim()
  }
}
