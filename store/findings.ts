import type { Decision, Finding } from '../core/model'
import type { Store } from './database/open-store'
import { inChunks } from './in-chunks'

/** A finding of an alignment, in order from 0, with its key for each scope of a decision; `detail` is the rest of it as JSON. */
export interface FindingTable {
  alignment: string
  position: number
  row: string
  code: string
  severity: string
  key_finding: string
  key_text: string
  key_everywhere: string
  detail: string
}

/** A finding's key for each scope that a decision can have. */
export type FindingKeys = Readonly<Record<Decision['scope'], string>>

/** A finding with its keys. */
export interface StoredFinding {
  readonly finding: Finding
  readonly keys: FindingKeys
}

/** Keeps the findings of a new alignment, whose rows are there. To be called inside `write`. */
export async function insertFindings(
  { db }: Store,
  alignment: string,
  findings: readonly StoredFinding[],
): Promise<void> {
  const values = findings.map(({ finding, keys }, position): FindingTable => {
    const { row, code, severity, ...rest } = finding
    return {
      alignment,
      position,
      row,
      code,
      severity,
      key_finding: keys.finding,
      key_text: keys.text,
      key_everywhere: keys.everywhere,
      detail: JSON.stringify(rest),
    }
  })
  for (const chunk of inChunks(values)) await db.insertInto('findings').values(chunk).execute()
}

/** A row of the table as a value. */
export function toFinding(row: Omit<FindingTable, 'alignment' | 'position'>): StoredFinding {
  const rest = JSON.parse(row.detail) as Omit<Finding, 'row' | 'code' | 'severity'>
  const { code, severity } = row as Pick<Finding, 'code' | 'severity'>
  return {
    finding: { ...rest, row: row.row, code, severity },
    keys: { finding: row.key_finding, text: row.key_text, everywhere: row.key_everywhere },
  }
}
