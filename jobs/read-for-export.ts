import { isOpen, type DecidedFinding } from '../core/compare/decisions/apply-decisions'
import { makeKeys, type FindingKeys } from '../core/compare/decisions/finding-keys'
import { joinDecisions } from '../core/compare/decisions/join-decisions'
import type { Check, Decision, Knowledge, Language, SettledFinding } from '../core/model'
import { alignVersions, choosePivot, compareAlignment } from '../core/pipeline'
import { currentConfirmations } from '../store/confirmations'
import type { Store } from '../store/database/open-store'
import { currentDecisions, lastRevisions } from '../store/decisions'
import { keepConfirmed } from '../store/keep-confirmed'
import { listResolutions, type ListedResolution } from '../store/list-resolutions'
import { readResolution } from '../store/read-resolution'
import { readVersions } from '../store/versions'

/** A resolution of the store as it is exported: the check without the findings that were accepted or ignored, and which of its rows a person has confirmed. */
export interface StoredExport {
  readonly resolution: ListedResolution
  readonly check: Check
  readonly confirmed: ReadonlySet<string>
  /** All findings with what is settled of them, the accepted and ignored ones too. */
  readonly settled: readonly SettledFinding[]
}

/** The resolution of a symbol (`A/RES/76/299`, in any case) or of its form in addresses (`A-RES-76-299`), or null. */
export async function findStored(store: Store, symbol: string): Promise<ListedResolution | null> {
  const wanted = symbol.trim().toLowerCase()
  const all = await listResolutions(store)
  return all.find((one) => one.symbol.toLowerCase() === wanted || one.slug.toLowerCase() === wanted) ?? null
}

/**
 * Reads a resolution in some of its languages, in that order. The store's own alignment is taken where it has one with every confirmed row; rows that were confirmed since are put into it; where there is none, one is made. Nothing is written. Languages that the
 * resolution does not have are left out.
 */
export async function readForExport(
  store: Store,
  resolution: ListedResolution,
  languages: readonly Language[],
  pivot: Language | undefined,
  knowledge: Knowledge,
): Promise<StoredExport> {
  const { slug } = resolution
  const stored = await readVersions(store, slug, languages)
  const versions = languages.flatMap(
    (language) => stored.find(({ version }) => version.language === language)?.version ?? [],
  )
  const own = choosePivot(versions, pivot)
  const present = versions.map(({ language }) => language)
  const reading =
    versions.length < 2 ? null : await readResolution(store, slug, { languages: present, pivot: own })
  if (reading !== null && !reading.unkept.some(({ reason }) => reason === 'not-yet')) {
    const { check, decisions, keys, confirmedRows } = reading
    const settled = await readSettled(store, check, decisions, keys)
    return {
      resolution,
      check: { ...check, findings: openOnes(settled) },
      confirmed: new Set(Object.values(confirmedRows)),
      settled,
    }
  }
  const aligned = reading?.check ?? alignVersions(versions, knowledge, own)
  const { rows, kept } = keepConfirmed(aligned, await currentConfirmations(store, slug))
  const check = compareAlignment({ pivot: aligned.pivot, versions: aligned.versions, rows }, knowledge)
  const settled = await readSettled(store, check, await currentDecisions(store))
  return {
    resolution,
    check: { ...check, findings: openOnes(settled) },
    confirmed: new Set(Object.values(kept)),
    settled,
  }
}

async function readSettled(
  store: Store,
  check: Check,
  decisions: readonly Decision[],
  known?: readonly FindingKeys[],
): Promise<readonly SettledFinding[]> {
  const keys = known ?? check.findings.map(makeKeys(check))
  const revisions = await lastRevisions(store, keys.flatMap(Object.values))
  return joinDecisions(check, decisions, (scope, key) => revisions[`${scope} ${key}`] ?? 0, keys)
}

/** What nobody has accepted or set aside. */
function openOnes(settled: readonly SettledFinding[]): readonly DecidedFinding[] {
  return settled.map(({ finding, decision }) => ({ ...finding, decision })).filter(isOpen)
}
