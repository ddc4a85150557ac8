import type { ReadingReport, Status, Version } from '../core/model'
import { importFile, type ImportedFile, type ReadOptions } from '../core/pipeline'
import { cleanSymbol } from '../core/text/clean-symbol'
import { baseLanguage } from '../core/text/languages'
import { toSlug } from '../core/text/symbol-slug'
import { versionHash } from '../store/content-hash'
import { write, type Store } from '../store/database/open-store'
import { readStored, resolutionName, saveResolution } from '../store/resolutions'
import { readVersions, saveVersion, type StoredVersion } from '../store/versions'
import { mediaType } from './media-type'

/** A file to import. What is not given (symbol, language) is told from the content; `status` is `unknown` unless it is given. */
export interface ImportRequest extends Omit<ReadOptions, 'unit'> {
  readonly bytes: Uint8Array
  readonly symbol?: string
  /** Let a text take the place of one of a better status. */
  readonly force?: boolean
  /** Where the file comes from, an address; left out where a person brings it. */
  readonly source?: string
}

/** What reads a file: importFile of the pipeline, or that within limits and until it is aborted (see Guard). */
export type FileReading = (
  bytes: Uint8Array,
  options: Omit<ReadOptions, 'unit'>,
  signal?: AbortSignal,
) => Promise<ImportedFile>

/** What became of one version of a file: it is the first in its language, it took the place of another, or the store had it already. `before` is the status of the one replaced. */
export interface ImportedText {
  readonly language: string
  readonly status: Status
  readonly title: string | null
  readonly paragraphs: number
  readonly outcome: 'added' | 'replaced' | 'unchanged'
  readonly before: Status | null
  readonly report: ReadingReport
}

/**
 * What became of a file. Refused, and nothing kept: `symbol-missing` where neither the caller nor the text names its symbol, `symbol-wrong` where the caller's can be none, `symbols-differ` where the versions of one file name
 * several (the detail lists them), `worse` where the store has a text of better status (the detail names language and status). `rows` counts the rows that an aligned file has, which are not
 * kept: the versions are aligned anew when they are opened.
 */
export type ImportResult =
  | {
      readonly kind: 'imported'
      readonly slug: string
      readonly symbol: string
      readonly texts: readonly ImportedText[]
      readonly rows: number
    }
  | {
      readonly kind: 'refused'
      readonly reason: 'symbol-missing' | 'symbol-wrong' | 'symbols-differ' | 'worse'
      readonly detail: string
    }

const WORTH: Readonly<Record<Status, number>> = { official: 2, unknown: 1, unofficial: 0 }

/**
 * Reads a file of any type and keeps its versions, with its bytes, as texts of their resolution, which is made where the store does not have it; all in one transaction. Rejects with InputError where
 * the file cannot be read, and with StoreError.
 */
export async function importDocument(
  store: Store,
  request: ImportRequest,
  read: FileReading = importFile,
): Promise<ImportResult> {
  return (await readImport(request, read))(store)
}

/** The first half of importDocument: reads the file, and gives what keeps it. So nobody waits for the reading inside a transaction. Rejects with InputError. */
export async function readImport(
  { bytes, symbol: given, force = false, source, ...options }: ImportRequest,
  read: FileReading = importFile,
): Promise<(store: Store) => Promise<ImportResult>> {
  const refuse = (refused: ImportResult) => async () => refused
  const asked = given === undefined ? undefined : cleanSymbol(given)
  if (asked === null) return refuse({ kind: 'refused', reason: 'symbol-wrong', detail: given ?? '' })
  const file = pickLanguage(await read(bytes, options), options.language)
  const symbols = [...new Set(file.versions.flatMap(({ version }) => version.symbol ?? []))]
  if (asked === undefined && symbols.length > 1)
    return refuse({ kind: 'refused', reason: 'symbols-differ', detail: symbols.join(', ') })
  const symbol = asked ?? cleanSymbol(symbols[0] ?? '')
  if (symbol === null) return refuse({ kind: 'refused', reason: 'symbol-missing', detail: '' })
  const slug = toSlug(symbol)
  const keep = async (inner: Store): Promise<ImportResult> => {
    const present = await readVersions(inner, slug)
    const texts = file.versions.map(({ version, report }) => {
      const own = { ...version, symbol, status: statusOf(version.status, options.status) }
      const before = present.find((each) => each.version.language === own.language)
      return { version: own, report, before, outcome: outcomeOf(own, before) }
    })
    const worse = texts.find(
      ({ version, before, outcome }) =>
        outcome === 'replaced' && WORTH[version.status] < WORTH[before!.version.status],
    )
    if (worse !== undefined && !force)
      return {
        kind: 'refused',
        reason: 'worse',
        detail: `${worse.version.language} ${worse.before!.version.status}`,
      }
    await keepResolution(inner, slug, symbol, texts)
    for (const { version, report, outcome } of texts)
      if (outcome !== 'unchanged')
        await saveVersion(inner, {
          resolution: slug,
          version,
          document: { name: options.name, type: mediaType(report.format), bytes },
          ...(source === undefined ? {} : { source }),
          origin: 'imported',
        })
    return {
      kind: 'imported',
      slug,
      symbol,
      rows: file.alignment?.rows.length ?? 0,
      texts: texts.map(({ version, report, before, outcome }) => ({
        language: version.language,
        status: outcome === 'unchanged' ? before!.version.status : version.status,
        title: version.title,
        paragraphs: version.paragraphs.length,
        outcome,
        before: before?.version.status ?? null,
        report,
      })),
    }
  }
  return (store) => write(store, [resolutionName(slug)], keep)
}

/** Of a file with several versions the one in the language asked for, if it has one. */
function pickLanguage(file: ImportedFile, language: string | undefined): ImportedFile {
  const [own] = file.versions.filter(({ version }) => version.language === language)
  return own === undefined || file.versions.length === 1 ? file : { versions: [own], alignment: null }
}

/** A file that calls its own text official is not believed: a person has to say so. */
function statusOf(told: Status, given: Status = 'unknown'): Status {
  return told === 'official' ? given : told
}

/** The very text that the store has is unchanged, also where less is said of its status, or other things were left out of its file. */
function outcomeOf(version: Version, before: StoredVersion | undefined): ImportedText['outcome'] {
  if (before === undefined) return 'added'
  const { status, removed } = before.version
  const said = { ...version, removed, ...(WORTH[version.status] <= WORTH[status] && { status }) }
  return versionHash(said) === versionHash(before.version) ? 'unchanged' : 'replaced'
}

/** Makes the resolution, or adds what it does not say yet: a title in a language, the date, the meeting. A text that takes another's place brings its title along. */
async function keepResolution(
  store: Store,
  slug: string,
  symbol: string,
  texts: readonly { readonly version: Version; readonly outcome: ImportedText['outcome'] }[],
): Promise<void> {
  const versions = texts.map(({ version }) => version)
  const known = await readStored(store, slug)
  const said = <T>(read: (version: Version) => T | null): T | null =>
    versions.map(read).find((value) => value !== null) ?? null
  const titles = (outcomes: readonly ImportedText['outcome'][]) =>
    Object.fromEntries(
      texts.flatMap(({ version: { language, title }, outcome }) =>
        title === null || !outcomes.includes(outcome) ? [] : [[baseLanguage(language), title]],
      ),
    )
  const next = {
    slug,
    symbol: known?.symbol ?? symbol,
    adopted: known?.adopted ?? said(({ heading }) => heading.adopted),
    meeting: known?.meeting ?? said(({ heading }) => heading.meeting),
    titles: { ...titles(['added', 'unchanged']), ...known?.titles, ...titles(['replaced']) },
  }
  if (JSON.stringify(next) !== JSON.stringify(known)) await saveResolution(store, next)
}
