import type { SettledReading, UnkeptRow } from '../components/Settle/settled-reading'
import type { Check, Decision } from '../core/model'
import type { StoredOpen } from '../jobs/open-stored'
import { cellKey, cellRefs, indexRefs } from '../store/paragraph-refs'
import type { StoredReading } from '../store/read-resolution'
import { settleFindings } from './settle-findings'

const SCOPES: readonly Decision['scope'][] = ['finding', 'text', 'everywhere']

/** What people have settled in an opened resolution, as the page needs it; null where there is nothing that could be settled. */
export function settledOf({ check, reading }: StoredOpen): SettledReading | null {
  if (reading === null) return null
  const { revisions, keys } = reading
  const decided = settleFindings(check, reading)
  return {
    alignment: reading.alignment.id,
    findings: new Map(
      check.findings.map((finding, k) => [
        finding,
        {
          keys: keys[k]!,
          revisions: Object.fromEntries(
            SCOPES.map((scope) => [scope, revisions[`${scope} ${keys[k]![scope]}`] ?? 0]),
          ) as Record<Decision['scope'], number>,
          decision: decided[k]?.decision ?? null,
        },
      ]),
    ),
    rows: rowsOf(reading),
    unkeptRows: unkeptOf(reading),
    lostDecisions: reading.lostDecisions,
  }
}

function rowsOf({ check, confirmations, confirmedRows, revisions }: StoredReading): SettledReading['rows'] {
  const current = new Set(confirmations.map(({ key }) => `row ${key}`))
  const withdrawn = Object.keys(revisions).some((name) => name.startsWith('row ') && !current.has(name))
  const rows = new Map<string, { readonly key: string | null; readonly revision: number }>()
  if (withdrawn) {
    for (const [id, key] of keysOf(check)) {
      const revision = revisions[`row ${key}`]
      if (revision !== undefined) rows.set(id, { key: null, revision })
    }
  }
  for (const [key, id] of Object.entries(confirmedRows))
    rows.set(id, { key, revision: revisions[`row ${key}`] ?? 0 })
  return rows
}

/** A check never changes, and a key is a hash of all that a row says. */
const KEYS = new WeakMap<Check, ReadonlyMap<string, string>>()

/** The key that each row has where it is confirmed, by row id. */
function keysOf(check: Check): ReadonlyMap<string, string> {
  const index = indexRefs(check.versions)
  const known =
    KEYS.get(check) ?? new Map(check.rows.map(({ id, cells }) => [id, cellKey(cellRefs(cells, index))]))
  KEYS.set(check, known)
  return known
}

function unkeptOf({ confirmations, unkept }: StoredReading): readonly UnkeptRow[] {
  return unkept.flatMap(({ key, reason }) => {
    const confirmed = confirmations.find((one) => one.key === key)
    if (confirmed === undefined) return []
    const places = Object.entries(confirmed.cells)
      .map(([language, refs]) => `${language} ${refs.map(({ address }) => address).join(', ') || '–'}`)
      .join(' · ')
    return [{ key, reason, places, revision: confirmed.revision }]
  })
}
