import { Option, type Command } from 'commander'
import path from 'node:path'
import type { Notice, Status } from '../../core/model'
import { importsSchema } from '../../core/schema'
import { startGuard } from '../../jobs/guard/start-guard'
import { importDocument, type FileReading, type ImportResult } from '../../jobs/import-document'
import { loadShippedCorpus } from '../../jobs/load-shipped'
import { storeAddress } from '../../store/data-home'
import { closeStore, openStore, type Store } from '../../store/database/open-store'
import { StoreError } from '../../store/database/store-error'
import { EXIT, type Context } from '../main'
import { programState } from '../program-state'
import { addNotes } from '../command-notes'
import { addFormatOption, addOutputOption } from '../common-options'
import { changesOption } from '../changes-option'
import { parseLanguages, reasonOf } from '../read-files'
import { DASH, fileLabel, readFileOrStdin } from '../standard-input'
import { STORE_REASONS, withStoreErrors } from '../store-failure'
import { oneLine } from '../usage-error'
import { DATABASE } from '../with-store'
import { writeOutput } from '../write-output'

interface ImportOptions {
  readonly symbol?: string
  readonly lang?: string
  readonly status?: Status
  readonly database?: string
  readonly force?: boolean
  readonly format?: 'json'
  readonly output?: string
  readonly changes?: 'accepted' | 'original'
}

type Imported =
  (ImportResult & { readonly kind: 'imported' }) | { readonly kind: 'failed'; readonly reason: string }

/** `concordance import FILE…`: keeps texts in the store with the files that they come from; exit code 2 where a file failed, the others are kept. */
export function addImport(program: Command, context: Context): void {
  const command = program
    .command('import')
    .description(
      'keep texts, with the files that they come from, where the page and the other commands find them',
    )
    .argument('<files...>', 'files of any format, one text each; or files with aligned versions')
    .option('--symbol <symbol>', 'document symbol of the texts (default: told from each text)')
    .option('--lang <code>', 'language of the texts (default: told from each text)')
    .addOption(changesOption())
    .addOption(
      new Option('--status <status>', 'what the texts are worth (default: unknown)').choices([
        'official',
        'unofficial',
      ]),
    )
    .option('--force', 'let a text take the place of one of a better status')
    .option(...DATABASE)
  addFormatOption(command, {
    choices: ['json'],
    description: 'what is written to stdout, besides the lines on stderr',
  })
  addNotes(addOutputOption(command, 'write that to this file instead of stdout'), {
    examples: [
      'concordance import fr.docx en.pdf --symbol A/RES/76/299 --status official',
      'concordance import - --lang ru < ru.txt',
    ],
    exits: { 2: 'bad usage, or a file could not be kept; the others are' },
  }).action(async (files: string[], options: ImportOptions) => {
    const [language] = parseLanguages(options.lang, 1)
    const address = options.database ?? storeAddress()
    await withStoreErrors(address, async () => {
      const store = await openStore(address)
      const guard = await startGuard(context.root, context.root, 1)
      try {
        await loadShippedCorpus(store, context.root, `import ${programState(context)}`)
        const results: (Imported & { readonly file: string })[] = []
        for (const file of files) {
          const result = await importOne(store, guard.read, file, { ...options, lang: language })
          process.stderr.write(`${oneLine(describe(file, result))}\n`)
          results.push({ ...result, file })
        }
        if (options.format === 'json')
          await writeOutput(`${JSON.stringify(importsSchema.parse(results), null, 2)}\n`, options.output)
        if (results.some(({ kind }) => kind === 'failed')) context.exit(EXIT.bad)
      } finally {
        await guard.stop()
        await closeStore(store)
      }
    })
  })
}

async function importOne(
  store: Store,
  read: FileReading,
  file: string,
  { symbol, lang, status, changes, force = false }: ImportOptions,
): Promise<Imported> {
  try {
    const result = await importDocument(
      store,
      {
        name: file === DASH ? 'stdin' : path.basename(file),
        bytes: await readFileOrStdin(file),
        force,
        changes,
        ...(symbol === undefined ? {} : { symbol }),
        ...(lang === undefined ? {} : { language: lang }),
        ...(status === undefined ? {} : { status }),
      },
      read,
    )
    return result.kind === 'imported' ? result : { kind: 'failed', reason: refusal(result) }
  } catch (error) {
    // A text that no database keeps is the file's own fault; any other failure of the store is every file's.
    if (error instanceof StoreError && error.code !== 'text') throw error
    if (error instanceof StoreError) return { kind: 'failed', reason: STORE_REASONS.text }
    return { kind: 'failed', reason: reasonOf(error) }
  }
}

function refusal({ reason, detail }: ImportResult & { readonly kind: 'refused' }): string {
  if (reason === 'symbol-missing')
    return 'the text does not say its symbol; give it with --symbol, such as A/RES/76/299'
  if (reason === 'symbol-wrong') return `--symbol \'${detail}\' can be no document symbol`
  if (reason === 'symbols-differ')
    return `the versions have several symbols (${detail}); give one with --symbol`
  const [language = '', status = ''] = detail.split(' ')
  return `the store has an ${status} text in ${language}, which is worth more; use --force to put this one in its place`
}

function describe(file: string, result: Imported): string {
  const label = fileLabel(file)
  if (result.kind === 'failed') return `concordance: ${label}: ${result.reason}`
  const texts = result.texts.map(
    ({ language, status, paragraphs, outcome, before, report }) =>
      `${language}, ${status}, ${paragraphs} paragraphs, ${outcome === 'replaced' ? `in place of an ${before} text` : outcome}${notices(report.notices)}`,
  )
  const rows = result.rows === 0 ? '' : `; its ${result.rows} rows are not kept, the texts are aligned anew`
  return `${label}: ${result.symbol} (${result.slug}): ${texts.join('; ')}${rows}`
}

function notices(found: readonly Notice[]): string {
  const words = found.map(({ code, detail }) => (detail === '' ? code : `${code} ${detail}`))
  return words.length === 0 ? '' : ` [${words.join('; ')}]`
}
