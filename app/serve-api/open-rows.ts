import type { Row } from '../../core/model'
import { readRows, type AlignedRows, type RowState } from '../../jobs/read-rows'
import { recentlyUsed } from '../../jobs/recently-used'
import type { Aligned } from '../../store/read-resolution'
import { appStore } from '../open-store'
import { Problem } from './problem'

/** Alignments that are kept in memory, a few megabytes each: pages of one list are asked for one after another. */
const memory = recentlyUsed<Aligned>(10)

/** An alignment with the state of its rows, or a Problem. */
export async function openRows(alignment: string): Promise<AlignedRows> {
  const rows = await readRows(await appStore(), alignment, memory)
  if (rows === null) throw new Problem('not-found')
  return rows
}

/** A row of an alignment, or a Problem. */
export async function openRow(
  alignment: string,
  id: string,
): Promise<{ readonly rows: AlignedRows; readonly row: Row }> {
  const rows = await openRows(alignment)
  const row = rows.aligned.check.rows.find((one) => one.id === id)
  if (row === undefined) throw new Problem('not-found')
  return { rows, row }
}

/** A paragraph as a row shows it. */
interface ShownText {
  readonly address: string
  readonly label: string | null
  readonly text: string
}

/** A row as the interface shows it. */
export function showRow(
  { aligned, stateOf }: AlignedRows,
  row: Row,
  texts: boolean,
): Row & {
  readonly confirmation: RowState
  readonly texts?: Readonly<Record<string, readonly ShownText[]>>
} {
  const shown = { ...row, confirmation: stateOf(row) }
  if (!texts) return shown
  return {
    ...shown,
    texts: Object.fromEntries(
      aligned.check.versions.map(({ language, paragraphs }) => {
        const own = new Set(row.cells[language])
        return [language, paragraphs.filter(({ address }) => own.has(address))]
      }),
    ),
  }
}
