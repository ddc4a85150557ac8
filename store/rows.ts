import type { Row } from '../core/model'
import type { Store } from './database/open-store'
import { inChunks } from './in-chunks'

/** A row of an alignment, in order from 0; `cells` (addresses by language), `evidence` and `moved` are JSON. */
export interface RowTable {
  alignment: string
  position: number
  id: string
  kind: string
  cells: string
  confidence: number
  evidence: string
  moved: string
}

/** Keeps the rows of a new alignment. To be called inside `write`. */
export async function insertRows({ db }: Store, alignment: string, rows: readonly Row[]): Promise<void> {
  const values = rows.map(({ id, kind, cells, confidence, evidence, moved }, position): RowTable => ({
    alignment,
    position,
    id,
    kind,
    cells: JSON.stringify(cells),
    confidence,
    evidence: JSON.stringify(evidence),
    moved: JSON.stringify(moved),
  }))
  for (const chunk of inChunks(values)) await db.insertInto('rows').values(chunk).execute()
}

/** A row of the table as a value. */
export function toRow(row: Omit<RowTable, 'alignment' | 'position'>): Row {
  return {
    id: row.id,
    kind: row.kind as Row['kind'],
    cells: JSON.parse(row.cells) as Row['cells'],
    confidence: row.confidence,
    evidence: JSON.parse(row.evidence) as Row['evidence'],
    moved: JSON.parse(row.moved) as Row['moved'],
  }
}
