import type { Row } from '../core/model'
import { confirmationHistory } from '../store/confirmations'
import type { Store } from '../store/database/open-store'
import { keepConfirmed } from '../store/keep-confirmed'
import { pageAlignments, type AlignmentSummary } from '../store/page-alignments'
import { cellKey, cellRefs, indexRefs, type CellRefs } from '../store/paragraph-refs'
import { readAlignment, type Aligned, type AlignmentMemory } from '../store/read-resolution'

/** What people said of a row: `key` and `revision` are what who changes it has to name. */
export interface RowState {
  readonly document: string
  readonly key: string
  /** 0 where nothing was ever said. */
  readonly revision: number
  readonly confirmed: boolean
  readonly by: string | null
  readonly at: string | null
}

/** An alignment with the state of its rows. */
export interface AlignedRows {
  readonly summary: AlignmentSummary
  readonly aligned: Aligned
  readonly stateOf: (row: Row) => RowState
  readonly refsOf: (row: Row) => CellRefs
}

/** Reads an alignment by its id with what people said of its rows, or null. A row that was confirmed in another selection of versions is told under that confirmation's key. */
export async function readRows(
  store: Store,
  id: string,
  memory?: AlignmentMemory,
): Promise<AlignedRows | null> {
  const [summary] = await pageAlignments(store, { id, superseded: true, limit: 1 })
  const aligned = summary === undefined ? null : await readAlignment(store, id, memory)
  if (summary === undefined || aligned === null) return null
  const { document } = summary
  const history = await confirmationHistory(store, document)
  const last = new Map(history.map((entry) => [entry.key, entry]))
  const current = [...last.values()].filter(({ confirmed }) => confirmed)
  const { kept } = keepConfirmed(aligned.check, current)
  const keyOf = new Map(Object.entries(kept).map(([key, row]) => [row, key]))
  const index = indexRefs(aligned.check.versions)
  const refsOf = (row: Row) => cellRefs(row.cells, index)
  return {
    summary,
    aligned,
    refsOf,
    stateOf: (row) => {
      const key = keyOf.get(row.id) ?? cellKey(refsOf(row))
      const entry = last.get(key)
      return {
        document,
        key,
        revision: entry?.revision ?? 0,
        confirmed: entry?.confirmed ?? false,
        by: entry?.by ?? null,
        at: entry?.at ?? null,
      }
    },
  }
}
