import { findMentions } from '../../text/find-mentions'
import type { Finding } from '../../model'
import { makeFinding } from '../make-finding'
import { wholeCell, type Cell, type RowPair } from '../row-pair'

/** An address that holds a printed number: `op7`, `art12`. */
const NUMBERED = /^(op|art)(\d+)$/u

/**
 * Printed numbers that differ: the resolution's own before its title (`symbol`), and the numbers of paragraphs and articles (`number`). A label is not part of
 * the text, so both sides point at their whole paragraph and name the label. Where all numbers from one on are shifted, only the first is told, and none where
 * an absent paragraph has shifted them.
 */
export function checkLabels(pairs: readonly RowPair[]): readonly Finding[] {
  return [...pairs.flatMap(titleNumber), ...paragraphNumbers(pairs)]
}

function titleNumber(pair: RowPair): readonly Finding[] {
  if (pair.row.kind !== 'title') return []
  const [pivot, other] = [pair.pivot, pair.other].map(
    (cell) => findMentions(labelOf(cell) ?? '', cell.language).find(({ kind }) => kind === 'symbol')?.value,
  )
  return pivot === undefined || other === undefined || pivot === other ? [] : [finding('symbol', pair)]
}

function paragraphNumbers(pairs: readonly RowPair[]): readonly Finding[] {
  const findings: Finding[] = []
  // How far the other version's numbers are ahead of the pivot's, by kind of address: as absent paragraphs explain it, and as it was last told.
  const ahead = new Map<string, { readonly explained: number; readonly told: number }>()
  for (const pair of pairs) {
    const [pivot, other] = [numberOf(pair.pivot), numberOf(pair.other)]
    const kind = pivot?.kind ?? other?.kind
    if (kind === undefined) continue
    const { explained, told } = ahead.get(kind) ?? { explained: 0, told: 0 }
    if (pivot === null || other === null) {
      const gap = pair.pivot.paragraphs.length === 0 ? 1 : pair.other.paragraphs.length === 0 ? -1 : 0
      ahead.set(kind, { explained: explained + gap, told: told + gap })
      continue
    }
    if (pivot.kind !== other.kind || labelOf(pair.pivot) === null || labelOf(pair.other) === null) continue
    const now = other.value - pivot.value
    if (now === explained || now === told) continue
    findings.push(finding('number', pair))
    ahead.set(kind, { explained, told: now })
  }
  return findings
}

function finding(code: 'symbol' | 'number', pair: RowPair): Finding {
  const side = (cell: Cell) => ({ place: wholeCell(cell)[0]!, text: labelOf(cell) ?? '' })
  return makeFinding(code, pair, side(pair.pivot), side(pair.other), { rule: 'printed-number' })
}

/** The label of a cell of one paragraph; null for several, which have no one number. */
function labelOf({ paragraphs }: Cell): string | null {
  return paragraphs.length === 1 ? paragraphs[0]!.paragraph.label : null
}

function numberOf({ paragraphs }: Cell): { readonly kind: string; readonly value: number } | null {
  const match = paragraphs.length === 1 ? NUMBERED.exec(paragraphs[0]!.paragraph.address) : null
  return match === null ? null : { kind: match[1]!, value: Number(match[2]) }
}
