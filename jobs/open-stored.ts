import type { Check, Knowledge, UnLanguage } from '../core/model'
import { checkVersions } from '../core/pipeline'
import { unLanguage } from '../core/text/languages'
import type { Store } from '../store/database/open-store'
import { listResolutions, type ListedResolution } from '../store/list-resolutions'
import { readResolution, type AlignmentMemory, type StoredReading } from '../store/read-resolution'
import { readVersions } from '../store/versions'
import type { CorpusEntry, VersionFailure } from './corpus'

/** What an alignment is made by: the program (`aligner`) and a hash of all that it knows (`options`), with the knowledge itself, `align`, which makes and keeps an alignment, `keep`, which puts rows that were confirmed since into one, and what is remembered of alignments. */
export interface Maker {
  readonly aligner: string
  readonly options: () => Promise<string>
  readonly knowledge: () => Promise<Knowledge>
  readonly align: (slug: string, languages: readonly UnLanguage[]) => Promise<unknown>
  readonly keep: (reading: StoredReading) => Promise<unknown>
  readonly memory?: AlignmentMemory
}

/** A resolution opened from the store in some of its languages; `reading` is null where fewer than two versions are at hand, so that there is nothing to settle. */
export interface StoredOpen {
  readonly entry: CorpusEntry
  readonly check: Check
  readonly failures: readonly VersionFailure[]
  readonly reading: StoredReading | null
}

/** A resolution of the store as the list shows it, official languages only. */
export function toEntry({ slug, symbol, adopted, meeting, titles, versions }: ListedResolution): CorpusEntry {
  return {
    slug,
    symbol,
    adopted,
    meeting,
    titles,
    versions: versions.flatMap(({ language, status, source }) => {
      const own = unLanguage(language)
      return own !== language ? [] : [{ language: own, status, source: source ?? '' }]
    }),
  }
}

/**
 * Opens a resolution in the languages asked for, in that order, or gives null where there is no such resolution. What was never aligned so, or by another program or other knowledge, is aligned and kept; rows that
 * were confirmed since are put in; else three statements. Languages that the resolution does not have count as missing files.
 */
export async function openStored(
  store: Store,
  slug: string,
  languages: readonly UnLanguage[],
  maker: Maker,
): Promise<StoredOpen | null> {
  const ready = await readPresent(store, slug, languages, maker)
  if (ready !== null) return openOf(ready, [])
  const [entry] = await listResolutions(store, slug)
  if (entry === undefined) return null
  const present = languages.filter((own) => entry.versions.some(({ language }) => language === own))
  const failures = languages
    .filter((language) => !present.includes(language))
    .map((language): VersionFailure => ({ language, code: 'missing-file', detail: '' }))
  const fewer = failures.length > 0 && present.length > 1
  const reading = fewer ? await readPresent(store, slug, present, maker) : null
  if (reading !== null) return openOf(reading, failures)
  if (present.length > 1) {
    await maker.align(slug, present)
    // Made a moment ago: whatever is there now is the newest there can be, also where people keep changing it.
    const made = await readResolution(store, slug, { languages: present, pivot: pivotOf(present) })
    if (made !== null) return openOf(made, failures)
  }
  const alone = await readVersions(store, slug, present)
  const check = checkVersions(
    alone.map(({ version }) => version),
    await maker.knowledge(),
  )
  return { entry: toEntry(entry), check, failures, reading: null }
}

/** An alignment that is up to date, or null. */
async function readPresent(
  store: Store,
  slug: string,
  languages: readonly UnLanguage[],
  { aligner, options, keep, memory }: Maker,
): Promise<StoredReading | null> {
  if (languages.length < 2) return null
  const asked = { languages, pivot: pivotOf(languages) }
  const reading = await readResolution(store, slug, asked, memory)
  if (reading === null || reading.alignment.aligner !== aligner) return null
  if (reading.alignment.options !== (await options())) return null
  if (reading.unkept.every(({ reason }) => reason !== 'not-yet')) return reading
  await keep(reading)
  // Whatever is there now is the newest there can be, also where people go on confirming.
  return readResolution(store, slug, asked, memory)
}

function openOf(reading: StoredReading, failures: readonly VersionFailure[]): StoredOpen {
  const entry = toEntry({ ...reading.resolution, versions: reading.available })
  return { entry, check: reading.check, failures, reading }
}

/** The pivot that the pipeline chooses among versions in these languages. */
function pivotOf(languages: readonly UnLanguage[]): string {
  return languages.find((language) => language === 'fr') ?? languages[0] ?? 'fr'
}
