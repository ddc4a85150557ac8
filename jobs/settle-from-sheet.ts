import {
  planDecisions,
  type DecisionPlan,
  type PlannedDecision,
} from '../core/compare/decisions/plan-decisions'
import { readDecisionSheet, type Refusal } from '../core/compare/decisions/read-decision-sheet'
import type { Knowledge, Language, Row } from '../core/model'
import type { DecisionWords } from '../core/text/decision-sheet'
import { readWorkbook, type Sheet } from '../core/text/read-workbook'
import type { Store } from '../store/database/open-store'
import { decide, undoDecision, type DecideResult } from '../store/decisions'
import type { ListedResolution } from '../store/list-resolutions'
import { findStored, readForExport } from './read-for-export'

/**
 * How a workbook is taken: `apply` writes, else nothing is; `by` is who settles; `symbol` says what it is of, whatever the file says; `only` is the slug of the one resolution that it may be of, which a file without a symbol
 * is taken to be of. `read` reads a workbook's sheets and gives null for what is none, where this is not to be done in this thread; it may reject.
 */
export interface SettleOptions {
  readonly apply: boolean
  readonly by: string | null
  readonly symbol?: string
  readonly only?: string
  readonly read?: (bytes: Uint8Array) => Promise<readonly Sheet[] | null>
  readonly words: DecisionWords
  readonly knowledge: (pivot: Language) => Knowledge
}

/** What became of a workbook: the plan, without what the store refused while it was written; or why it could not be read. */
export type SettleResult =
  | (DecisionPlan & {
      readonly kind: 'read'
      readonly resolution: ListedResolution
      readonly applied: boolean
      /** The rows that there are, and the version that they are laid against. */
      readonly rows: readonly Row[]
      readonly pivot: Language
    })
  | { readonly kind: 'no-workbook' | 'no-sheet' | 'no-symbol' }
  | { readonly kind: 'no-resolution' | 'other-resolution'; readonly symbol: string }
  | { readonly kind: 'no-version'; readonly languages: readonly Language[] }

/**
 * Reads an edited workbook back: what its lines will settle, change and withdraw in the store, and what is refused, line by line. Where it is to be applied, each is written by itself with the revision that the file
 * has seen; what somebody else has settled in between is refused too, and nothing of it is written. No text is ever taken from the file.
 */
export async function settleFromSheet(
  store: Store,
  bytes: Uint8Array,
  { apply, by, symbol, only, words, knowledge, read = openWorkbook }: SettleOptions,
): Promise<SettleResult> {
  const sheets = await read(bytes)
  if (sheets === null) return { kind: 'no-workbook' }
  const sheet = readDecisionSheet(sheets, words)
  if (sheet === null) return { kind: 'no-sheet' }
  const { pivot, languages } = sheet.source
  const asked = symbol ?? sheet.source.symbol ?? only ?? null
  if (asked === null) return { kind: 'no-symbol' }
  const resolution = await findStored(store, asked)
  if (only !== undefined && resolution?.slug !== only) return { kind: 'other-resolution', symbol: asked }
  if (resolution === null) return { kind: 'no-resolution', symbol: asked }
  const present = new Set(resolution.versions.map(({ language }) => language))
  const wanted = [...new Set([pivot, ...languages])]
  const missing = wanted.filter((language) => !present.has(language))
  if (missing.length > 0) return { kind: 'no-version', languages: missing }
  const order = languages.includes(pivot) ? languages : wanted
  const { check, settled } = await readForExport(store, resolution, order, pivot, knowledge(pivot))
  const plan = planDecisions(sheet, settled, new Set(check.rows.map(({ id }) => id)))
  const known = { kind: 'read', resolution, rows: check.rows, pivot: check.pivot } as const
  if (!apply) return { ...known, applied: false, ...plan }
  const refused: Refusal[] = []
  const done: PlannedDecision[] = []
  for (const planned of plan.planned) {
    const result = await settleOne(store, planned, resolution.slug, by)
    if (result.kind === 'decided') done.push(planned)
    else {
      const { sheet: name, line, row } = planned
      const theirs = [result.theirs?.verdict, result.theirs?.by].filter((part) => typeof part === 'string')
      refused.push({ sheet: name, line, row, reason: 'decided-since', detail: theirs.join(' ') })
    }
  }
  return {
    ...known,
    applied: true,
    planned: done,
    refusals: [...plan.refusals, ...refused],
    changedTexts: plan.changedTexts,
  }
}

/** The sheets of a workbook, or null for what is none. */
export async function openWorkbook(bytes: Uint8Array): Promise<readonly Sheet[] | null> {
  try {
    return await readWorkbook(bytes)
  } catch {
    return null
  }
}

async function settleOne(
  store: Store,
  { settled: { keys, revisions }, to }: PlannedDecision,
  resolution: string,
  by: string | null,
): Promise<DecideResult> {
  const others = (['text', 'everywhere'] as const).map((scope) => ({
    scope,
    key: keys[scope],
    revision: revisions[scope],
  }))
  const target = { scope: 'finding', key: keys.finding, revision: revisions.finding, others, by } as const
  if (to !== null) return decide(store, { ...target, resolution, ...to })
  // Nothing shall hold: each step back brings back what held before it.
  let result = await undoDecision(store, target)
  while (result.kind === 'decided' && result.entry.verdict !== null)
    result = await undoDecision(store, { ...target, revision: result.entry.revision })
  return result
}
