import { readLexiconTable } from '../core/align/read-lexicon-table'
import { InputError } from '../core/model'
import type { Check, InputErrorCode, Knowledge, Lexicon, Status, UnLanguage, Version } from '../core/model'
import { checkVersions, readVersion } from '../core/pipeline'
import { readTbx } from '../core/terms/formats/read-tbx'
import { readTermTable } from '../core/terms/read-term-table'
import {
  listShipped,
  readShipped,
  readShippedBytes,
  readShippedLearned,
  readShippedLexicon,
  readShippedNames,
  readShippedTerms,
  type ShippedResolution,
} from '../store/shipped-corpus'

/** A resolution as the list shows it. */
export interface CorpusEntry {
  /** The symbol as it stands in addresses, `A-RES-76-299`: see toSlug. */
  readonly slug: string
  readonly symbol: string
  /** ISO 8601; null where it is not known. */
  readonly adopted: string | null
  readonly meeting: number | null
  readonly titles: Readonly<Record<string, string>>
  readonly versions: readonly {
    readonly language: UnLanguage
    readonly status: Status
    readonly source: string
  }[]
}

/** Why a version of a resolution could not be shown. */
export interface VersionFailure {
  readonly language: UnLanguage
  readonly code: InputErrorCode | 'missing-file'
  readonly detail: string
}

/** A resolution opened in some of its languages: what could be read, checked against each other, and what could not. */
export interface OpenResolution {
  readonly entry: CorpusEntry
  readonly check: Check
  readonly failures: readonly VersionFailure[]
}

/** The resolutions at hand, in order of symbol. `root` is the program's own folder. */
export async function listResolutions(root: string): Promise<readonly CorpusEntry[]> {
  return (await listShipped(root)).map(toEntry)
}

/**
 * Opens a resolution in the languages asked for, in that order, or gives null where there is no such resolution. Languages that the resolution
 * does not have count as missing files; a version that cannot be read is reported and the others are shown.
 */
export async function openResolution(
  root: string,
  slug: string,
  languages: readonly UnLanguage[],
  knowledge: Knowledge,
): Promise<OpenResolution | null> {
  const resolution = await readShipped(root, slug)
  if (resolution === null) return null
  const read = await Promise.all(languages.map((language) => openVersion(root, resolution, language)))
  return {
    entry: toEntry(resolution),
    check: checkVersions(
      read.flatMap((result) => ('version' in result ? [result.version] : [])),
      knowledge,
    ),
    failures: read.flatMap((result) => ('failure' in result ? [result.failure] : [])),
  }
}

/** The term base, the lexicon, the names and the learned pairs of words that the program ships; `learned` is absent where nothing is at hand. */
export async function loadKnowledge(root: string): Promise<Knowledge> {
  const [terms, lexicon, names, learned] = await Promise.all([
    readShippedTerms(root),
    readShippedLexicon(root),
    readShippedNames(root),
    readShippedLearned(root),
  ])
  return {
    terms: terms.flatMap((text) => readTbx(text).base),
    lexicon: lexicon.flatMap(readTermTable),
    names: names.flatMap(readTermTable),
    ...(learned.length > 0 && { learned: joinTables(learned) }),
  }
}

function joinTables(tables: readonly string[]): Lexicon {
  return Object.fromEntries(
    tables.map(readLexiconTable).map(({ left, right, pairs }) => [`${left}-${right}`, pairs]),
  )
}

async function openVersion(
  root: string,
  resolution: ShippedResolution,
  language: UnLanguage,
): Promise<{ readonly version: Version } | { readonly failure: VersionFailure }> {
  const shipped = resolution.versions.find((version) => version.language === language)
  const bytes = shipped === undefined ? null : await readShippedBytes(root, resolution.slug, shipped)
  if (shipped === undefined || bytes === null) {
    return { failure: { language, code: 'missing-file', detail: shipped?.file ?? '' } }
  }
  try {
    const version = readVersion(bytes, { name: shipped.file, language, status: shipped.status })
    return { version: { ...version, symbol: version.symbol ?? resolution.symbol } }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { failure: { language, code: error.code, detail: error.detail } }
  }
}

function toEntry({ slug, symbol, adopted, meeting, title, versions }: ShippedResolution): CorpusEntry {
  return {
    slug,
    symbol,
    adopted,
    meeting,
    titles: title,
    versions: versions.map(({ language, status, source }) => ({ language, status, source })),
  }
}
