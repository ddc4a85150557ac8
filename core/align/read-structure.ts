import type { ParagraphKind } from '../model'
import type { AlignUnit } from './align-unit'

/** A unit's place in the structure as numbers: `fixed` is an id shared by both sides for an address that must meet its like, or -1; `group` the kind. */
export interface Structure {
  /** Whether any unit says more than `body` without a label: texts of bare lines need not be asked. */
  readonly known: boolean
  readonly fixed: Int32Array
  readonly group: Uint8Array
}

/** Gained where both sides carry the same printed label: in the UN's rules numbers are identical in all versions, the strongest anchor there is. */
export const SAME_LABEL = 9

/** Paid where both carry a label and the labels differ; less than the gain, since a draft's numbers may shift. */
export const OTHER_LABEL = -5

/** Paid where the kinds of paragraph exclude each other, such as a footnote and an operative paragraph. */
export const OTHER_KIND = -10

/** Paid where one is the enacting words, or leads over to them, and the other is not: some versions print them in one paragraph with what they enact. */
export const BESIDE_ENACTING = -5

/** Kinds in groups that may stand for each other; `body` (0) goes with anything, since nothing is known of it. */
const GROUP: Readonly<Record<ParagraphKind, number>> = {
  body: 0,
  heading: 1,
  title: 2,
  enacting: 3,
  preambular: 4,
  operative: 5,
  section: 6,
  article: 7,
  annex: 8,
  table: 9,
  footnote: 10,
  closing: 11,
}

const ENACTING = GROUP.enacting

/** What leads over to the enacting words, see leadsOver. */
const LEAD = 12

const beside = (group: number): boolean => group === ENACTING || group === LEAD

/** There is one of these in a text, so the kind alone is as good as a label. */
const SINGLE: ReadonlySet<ParagraphKind> = new Set(['title', 'closing'])

/** Longer lines before the enacting words are recitals. */
const LONGEST_LEAD = 30

/** `Now, therefore,` on a line of its own: no recital, and some versions print it in one paragraph with what follows. */
function leadsOver(unit: AlignUnit, next: AlignUnit | undefined): boolean {
  return unit.kind === 'preambular' && next?.kind === 'enacting' && unit.text.length <= LONGEST_LEAD
}

function fixedAddress(unit: AlignUnit): string | null {
  if (SINGLE.has(unit.kind)) return unit.address
  // Recitals, headings, footnotes and unknown paragraphs are counted: one more on a side shifts them all.
  if (unit.kind === 'footnote') return null
  if (unit.kind === 'article' || unit.label !== null) return unit.address
  return null
}

/** The structures of both sides of a pair, with shared ids. */
export function readStructure(
  left: readonly AlignUnit[],
  right: readonly AlignUnit[],
): readonly [Structure, Structure] {
  const ids = new Map<string, number>()
  const read = (units: readonly AlignUnit[]): Structure => {
    const fixed = Int32Array.from(units, (unit) => {
      const address = fixedAddress(unit)
      if (address === null) return -1
      const id = ids.get(address) ?? ids.size
      ids.set(address, id)
      return id
    })
    const group = Uint8Array.from(units, (unit, k) =>
      leadsOver(unit, units[k + 1]) ? LEAD : GROUP[unit.kind],
    )
    return {
      fixed,
      group,
      known: fixed.some((id) => id >= 0) || group.some((own) => own !== 0),
    }
  }
  return [read(left), read(right)]
}

/** What the structure says of two units standing together, in nats. */
export function structureScore(left: Structure, i: number, right: Structure, j: number): number {
  const a = left.group[i]!
  const b = right.group[j]!
  const x = left.fixed[i]!
  const y = right.fixed[j]!
  let score = 0
  if (x >= 0 && y >= 0) score += x === y ? SAME_LABEL : OTHER_LABEL
  if (a !== 0 && b !== 0 && a !== b) score += beside(a) || beside(b) ? BESIDE_ENACTING : OTHER_KIND
  return score
}
