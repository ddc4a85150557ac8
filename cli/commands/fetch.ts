import type { Command } from 'commander'
import { InputError, UN_LANGUAGES, type UnLanguage } from '../../core/model'
import { fetchesSchema } from '../../core/schema'
import { cleanSymbol } from '../../core/text/clean-symbol'
import { describeFetchError } from '../../i18n/describe-fetch-error'
import { makeTranslator, type Translator } from '../../i18n/translator'
import { documentAddress, documentSite } from '../../jobs/fetch/document-address'
import { FetchError } from '../../jobs/fetch/fetch-error'
import { fetchVersion, type FetchedText } from '../../jobs/fetch/fetch-version'
import { startGuard } from '../../jobs/guard/start-guard'
import { loadShippedCorpus } from '../../jobs/load-shipped'
import { catchSignals } from '../batch/catch-signals'
import { addNotes } from '../command-notes'
import { addFormatOption, addOutputOption } from '../common-options'
import { EXIT, type Context } from '../main'
import { programState } from '../program-state'
import { reasonOf } from '../read-files'
import { oneLine, UsageError } from '../usage-error'
import { DATABASE, withStore, type StoreOptions } from '../with-store'
import { writeOutput } from '../write-output'

interface FetchCommandOptions extends StoreOptions {
  readonly langs: string
  readonly site?: string
  readonly format?: 'json'
  readonly output?: string
}

type Fetched =
  | (FetchedText & { readonly kind: 'fetched' })
  | { readonly kind: 'failed'; readonly language: UnLanguage; readonly code: string; readonly reason: string }

/** `concordance fetch SYMBOL`: gets the official versions of a symbol from the document site and keeps them; exit code 2 where one failed, the others are kept. */
export function addFetch(program: Command, context: Context): void {
  const command = program
    .command('fetch')
    .description('get the official versions of a document from the United Nations and keep them')
    .argument('<symbol>', 'document symbol, such as A/RES/76/299')
    .option('--langs <codes>', 'which languages: all, or a list such as fr,en', 'all')
    .option(
      '--site <pattern>',
      'addresses of documents, with {symbol} and {language} (default: CONCORDANCE_SITE, else the Official Document System)',
    )
    .option(...DATABASE)
  addFormatOption(command, {
    choices: ['json'],
    description: 'what is written to stdout, besides the lines on stderr',
  })
  addNotes(addOutputOption(command, 'write that to this file instead of stdout'), {
    examples: ['concordance fetch A/RES/76/299 --langs fr,en'],
    exits: { 2: 'bad usage, or a language could not be had; the others are kept' },
  }).action(async (given: string, options: FetchCommandOptions) => {
    const symbol = cleanSymbol(given)
    if (symbol === null) throw new UsageError('usage', `'${given}' can be no document symbol`)
    const languages = parseOfficial(options.langs)
    const site = options.site ?? documentSite(process.env)
    if (documentAddress(site, symbol, 'fr') === null)
      throw new UsageError(
        'usage',
        `the site '${site}' must be an http or https address with {symbol} and {language}`,
      )
    const signals = catchSignals()
    const guard = await startGuard(context.root, context.root, 1)
    try {
      await withStore(
        options,
        async (store) => {
          await loadShippedCorpus(store, context.root, `import ${programState(context)}`)
          const results: Fetched[] = []
          const t = makeTranslator('en')
          for (const language of languages) {
            if (signals.signal.aborted) break
            const request = { symbol, language, site, read: guard.read, signal: signals.signal }
            const result = await fetchOne(language, t, () => fetchVersion(store, request)).catch(
              (error: unknown) => {
                if (signals.signal.aborted) return null
                throw error
              },
            )
            if (result === null) break
            process.stderr.write(`${oneLine(describe(symbol, language, result))}\n`)
            results.push(result)
            if (result.kind === 'failed' && result.code === 'offline') break
          }
          if (options.format === 'json')
            await writeOutput(`${JSON.stringify(fetchesSchema.parse(results), null, 2)}\n`, options.output)
          if (results.some(({ kind }) => kind === 'failed')) context.exit(EXIT.bad)
          const stopped = signals.code()
          if (stopped !== null) context.exit(stopped)
        },
        { make: true },
      )
    } finally {
      signals.release()
      await guard.stop()
    }
  })
}

/** The official languages of a list, each once. Throws UsageError where one is none. */
function parseOfficial(list: string): readonly UnLanguage[] {
  if (list === 'all') return UN_LANGUAGES
  const asked = list.split(',').map((code) => {
    const known = UN_LANGUAGES.find((language) => language === code.trim())
    if (known === undefined)
      throw new UsageError(
        'usage',
        `--langs: '${code.trim()}' is no official language (${UN_LANGUAGES.join(', ')})`,
      )
    return known
  })
  return [...new Set(asked)]
}

async function fetchOne(
  language: UnLanguage,
  t: Translator,
  work: () => Promise<FetchedText>,
): Promise<Fetched> {
  try {
    return { kind: 'fetched', ...(await work()) }
  } catch (error) {
    if (error instanceof FetchError)
      return {
        kind: 'failed',
        language,
        code: error.code,
        reason: describeFetchError(error, t).replace(/[\u2068\u2069]/gu, ''),
      }
    if (error instanceof InputError)
      return { kind: 'failed', language, code: error.code, reason: reasonOf(error) }
    throw error
  }
}

function describe(symbol: string, language: UnLanguage, result: Fetched): string {
  if (result.kind === 'failed')
    // Without a way to the site it is the same for every language.
    return `concordance: ${result.code === 'offline' ? symbol : `${symbol} ${language}`}: ${result.reason}`
  const outcome = result.outcome === 'replaced' ? `in place of an ${result.before} text` : result.outcome
  return `${symbol} ${language}: ${result.paragraphs} paragraphs, ${outcome}`
}
