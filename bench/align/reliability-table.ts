import { calibrationError, wholeOf, type Tenth, type Tenths } from './reliability'

/** A column of the table; null where what it counts is not at hand. */
export interface ReliabilityColumn {
  readonly name: string
  readonly tenths: Tenths | null
}

const HEAD = 12
const WIDTH = 21

/** A line a tenth of confidence that any column has beads in; in each column beads, their mean confidence and the share that is right. */
export function reliabilityTable(columns: readonly ReliabilityColumn[]): readonly string[] {
  const present = columns.flatMap(({ name, tenths }) => (tenths === null ? [] : [{ name, tenths }]))
  const line = (head: string, cells: readonly string[]) =>
    head.padEnd(HEAD) + cells.map((text) => text.padStart(WIDTH)).join('')
  const tenths = Array.from({ length: 10 }, (_, k) => k).filter((k) =>
    present.some((column) => column.tenths[k]!.beads > 0),
  )
  return [
    line(
      '',
      present.map(({ name }) => name),
    ),
    line(
      'confidence',
      present.map(() => 'beads  given  right'),
    ),
    ...tenths.map((k) =>
      line(
        `${(k / 10).toFixed(1)}–${((k + 1) / 10).toFixed(1)}`,
        present.map((column) => cell(column.tenths[k]!)),
      ),
    ),
    line(
      'all',
      present.map((column) => cell(wholeOf(column.tenths))),
    ),
    line(
      'error',
      present.map((column) => calibrationError(column.tenths).toFixed(3)),
    ),
  ]
}

function cell({ beads, right, claimed }: Tenth): string {
  const share = (sum: number) => (beads === 0 ? '' : (sum / beads).toFixed(3)).padStart(7)
  return `${beads === 0 ? '–' : beads}${share(claimed)}${share(right)}`
}
