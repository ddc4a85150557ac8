import { existsSync } from 'node:fs'
import type { Check, Knowledge, Language } from '../core/model'
import { checkVersions, choosePivot } from '../core/pipeline'
import { unLanguage } from '../core/text/languages'
import type { TableSource } from '../i18n/build-export-table'
import { listResolutions, openResolution } from '../jobs/corpus'
import { findStored, readForExport } from '../jobs/read-for-export'
import { storeAddress } from '../store/data-home'
import { parseAddress } from '../store/database/dialect'
import { closeStore, openStore } from '../store/database/open-store'
import type { Context } from './main'
import { withStoreErrors } from './store-failure'
import { UsageError } from './usage-error'

/** What is to be exported: a check, the columns in their order, and what is known of the resolution besides its text; `confirmed` is absent where rows cannot be confirmed. */
export interface OpenedExport {
  readonly check: Check
  readonly languages: readonly Language[]
  readonly known: Partial<Omit<TableSource, 'check' | 'title'>> & {
    readonly titles?: Readonly<Record<string, string>>
  }
}

/** Which versions of which resolution: `langs` as the command line has them. `accept` throws where the versions found cannot be written as they are asked for; it is called before they are aligned. */
export interface Asked {
  readonly langs?: string
  readonly pivot?: string
  readonly database?: string
  readonly accept: (found: { readonly versions: number; readonly stored: boolean }) => void
}

/**
 * Opens a resolution by its symbol from the store, or, where the store does not have it or is not there, from the texts that the program brings. Throws UsageError where neither has it, or one of the languages is not at
 * hand.
 */
export async function openForExport(
  symbol: string,
  asked: Asked,
  knowledge: (pivot: Language) => Knowledge,
  { root }: Context,
): Promise<OpenedExport> {
  return (
    (await openFromStore(symbol, asked, knowledge)) ??
    (await openFromCorpus(symbol, asked, knowledge, root)) ??
    notFound(symbol)
  )
}

function notFound(symbol: string): never {
  throw new UsageError(symbol, 'no such file, and no such resolution in the store')
}

async function openFromStore(
  symbol: string,
  { langs, pivot, database, accept }: Asked,
  knowledge: (pivot: Language) => Knowledge,
): Promise<OpenedExport | null> {
  const place = database ?? storeAddress()
  return withStoreErrors(place, async () => {
    const address = parseAddress(place)
    // Opening makes a file where there is none.
    if (address.kind === 'sqlite' && !existsSync(address.file)) {
      if (database === undefined) return null
      throw new UsageError(place, 'no such file')
    }
    const store = await openStore(place)
    try {
      const resolution = await findStored(store, symbol)
      if (resolution === null) return null
      const languages = choose(
        resolution.versions.map(({ language }) => language),
        langs,
        symbol,
      )
      const own = pivotOf(languages, pivot)
      accept({ versions: languages.length, stored: true })
      const { check, confirmed, settled } = await readForExport(
        store,
        resolution,
        languages,
        own,
        knowledge(own),
      )
      return {
        check,
        languages,
        known: {
          symbol: resolution.symbol,
          titles: resolution.titles,
          adopted: resolution.adopted,
          meeting: resolution.meeting,
          sources: Object.fromEntries(
            resolution.versions.flatMap(({ language, source }) =>
              source === null ? [] : [[language, source]],
            ),
          ),
          confirmed,
          settled,
        },
      }
    } finally {
      await closeStore(store)
    }
  })
}

async function openFromCorpus(
  symbol: string,
  { langs, pivot, accept }: Asked,
  knowledge: (pivot: Language) => Knowledge,
  root: string,
): Promise<OpenedExport | null> {
  const wanted = symbol.trim().toLowerCase()
  const entry = (await listResolutions(root)).find(
    (one) => one.symbol.toLowerCase() === wanted || one.slug.toLowerCase() === wanted,
  )
  if (entry === undefined) return null
  const languages = choose(
    entry.versions.map(({ language }) => language),
    langs,
    symbol,
  )
  const own = pivotOf(languages, pivot)
  accept({ versions: languages.length, stored: false })
  const official = languages.flatMap((language) => unLanguage(language) ?? [])
  const opened = await openResolution(root, entry.slug, official, knowledge(own))
  if (opened === null) return null
  const [failure] = opened.failures
  if (failure !== undefined) throw new UsageError(symbol, `${failure.language}: ${failure.code}`)
  const { check } = opened
  return {
    check: check.pivot === own ? check : checkVersions(check.versions, knowledge(own), own),
    languages,
    known: {
      symbol: entry.symbol,
      titles: entry.titles,
      adopted: entry.adopted,
      meeting: entry.meeting,
      sources: Object.fromEntries(entry.versions.map(({ language, source }) => [language, source])),
    },
  }
}

/** The languages that were asked for, in that order; else all, French first and the others as they stand. */
function choose(
  available: readonly Language[],
  langs: string | undefined,
  symbol: string,
): readonly Language[] {
  if (langs === undefined) return [...available].sort((a, b) => Number(b === 'fr') - Number(a === 'fr'))
  const wanted = [...new Set(langs.split(',').map((code) => code.trim().toLowerCase()))]
  return wanted.map((code) => {
    const found = available.find((language) => language.toLowerCase() === code)
    if (found === undefined)
      throw new UsageError(symbol, `there is no version in '${code}' (${available.join(', ')})`)
    return found
  })
}

function pivotOf(languages: readonly Language[], asked: string | undefined): Language {
  const found = languages.find((language) => language.toLowerCase() === asked?.toLowerCase())
  if (asked !== undefined && found === undefined)
    throw new UsageError('usage', `--pivot ${asked}: not among the versions (${languages.join(', ')})`)
  return choosePivot(
    languages.map((language) => ({ language })),
    found,
  )
}
