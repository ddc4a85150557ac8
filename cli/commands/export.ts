import { Option, type Command } from 'commander'
import { existsSync } from 'node:fs'
import type { Knowledge, Language } from '../../core/model'
import { checkVersions, compareAlignment, splitCheck } from '../../core/pipeline'
import { joinDecisions } from '../../core/compare/decisions/join-decisions'
import { confirmedSentences } from '../../jobs/confirmed-sentences'
import { loadKnowledge } from '../../jobs/corpus'
import { addNotes } from '../command-notes'
import { addFormatOption, addOutputOption } from '../common-options'
import {
  addExportOptions,
  CLI_FORMATS,
  OUTPUT_HELP,
  type CliFormat,
  type ExportOptions,
} from '../export-options'
import type { Context } from '../main'
import { environmentLocale, makeTable } from '../make-table'
import { readAlignInput } from '../align-options'
import { openForExport, type Asked, type OpenedExport } from '../read-stored'
import { addTermsOption, readTermBases, withTermBases, type TermOptions } from '../read-term-files'
import { DASH } from '../standard-input'
import { oneLine, UsageError } from '../usage-error'
import { baseName, formatOf, requireOutput, writeExport } from '../write-export'
import { refuseTerminal } from '../write-output'

interface OwnOptions extends TermOptions, ExportOptions {
  readonly format?: CliFormat
  readonly langs?: string
  readonly pivot?: string
  readonly unit: 'paragraph' | 'sentence'
  readonly confirmed?: boolean
  readonly database?: string
  readonly output?: string
}

/** `concordance export SYMBOL` or `FILE FILE…`: a resolution of the store, or files, in a format of other programs. */
export function addExport(program: Command, context: Context): void {
  const command = program
    .command('export')
    .description('write a resolution of the store, or files, in a format of other programs')
    .argument('<what...>', 'one symbol (A/RES/76/299), or one file a version')
    .option(
      '--langs <codes>',
      'a symbol: the versions in their order, fr,en (default: all); files: their languages',
    )
    .option(
      '--pivot <code>',
      'the version that the others are laid against (default: French, else the first)',
    )
    .addOption(
      new Option('--unit <unit>', 'rows: paragraphs, or the sentences inside them')
        .choices(['paragraph', 'sentence'])
        .default('paragraph'),
    )
    .option('--confirmed', 'a symbol: only rows that a person has confirmed')
    .option(
      '--database <address>',
      'where the symbol is looked up first (default: the store of the program); then among the texts that it brings',
    )
  addFormatOption(addExportOptions(addTermsOption(command)), {
    choices: CLI_FORMATS,
    description: 'what is written (default: by the ending of -o, else json)',
  })
  addNotes(addOutputOption(command, OUTPUT_HELP), {
    notes: 'Columns stand in the order of --langs; the first is the source of tmx and xliff.',
    examples: [
      'concordance export A/RES/76/299 --format tmx --langs fr,en -o memory.tmx',
      'concordance export A/RES/76/299 --format xliff -o folder/',
      'concordance export A/RES/76/299 --format tmx --unit sentence --confirmed -o confirmed.zip',
      'concordance export A/RES/76/299 --langs fr,ar,zh -o table.pdf',
      'concordance export fr.txt en.txt --format html -o table.html',
    ],
  }).action((what: string[], options: OwnOptions) => exportWhat(what, options, context))
}

async function exportWhat(what: readonly string[], options: OwnOptions, context: Context): Promise<void> {
  const format = options.format ?? formatOf(options.output) ?? 'json'
  refuseTerminal(format, options.output)
  const shipped = await loadKnowledge(context.root)
  const bases = await readTermBases(options.terms)
  const own = (pivot: Language): Knowledge => withTermBases(shipped, bases, pivot)
  const accept = ({ versions, stored }: { readonly versions: number; readonly stored: boolean }) => {
    if (options.confirmed === true && !stored)
      throw new UsageError('usage', '--confirmed goes with a resolution of the store')
    requireOutput(versions, { ...options, format })
  }
  const opened =
    what.length === 1 && what[0] !== DASH && !existsSync(what[0]!)
      ? await openForExport(what[0]!, { ...options, accept }, own, context)
      : await openFiles(what, { ...options, accept }, own)
  const { pivot } = opened.check
  const sentences = options.unit === 'sentence'
  const check = sentences ? splitCheck(opened.check, own(pivot)) : opened.check
  const { titles = {}, ...known } = opened.known
  const title = titles[environmentLocale(process.env)]
  const table = makeTable(
    check,
    process.env,
    {
      ...known,
      // Sentences have findings of their own, which nothing is settled of.
      settled: sentences ? undefined : (known.settled ?? joinDecisions(check, [], () => 0)),
      ...(title !== undefined && { title }),
      ...(known.confirmed !== undefined && { confirmed: confirmedSentences(check, known.confirmed) }),
    },
    { languages: opened.languages, confirmedOnly: options.confirmed ?? false },
  )
  // A program that asks every night must not fail, but nobody should take the empty file for all there is.
  if (options.confirmed === true && table.rows.length === 0)
    process.stderr.write(
      `${oneLine(`concordance: ${what.join(' ')}: no row of these versions is confirmed, so that the file has none`)}\n`,
    )
  // Which terms a text has is known of its paragraphs.
  const hits = opened.check.hits
  await writeExport(
    { check: { ...check, hits }, table, terms: own(pivot).terms },
    {
      ...options,
      format,
      base: baseName(table.symbol, what[0]),
      version: context.version,
    },
  )
}

async function openFiles(
  files: readonly string[],
  { langs, pivot: asked, accept }: OwnOptions & Pick<Asked, 'accept'>,
  knowledge: (pivot: Language) => Knowledge,
): Promise<OpenedExport> {
  const read = await readAlignInput(files, { langs, pivot: asked, unit: 'paragraph' })
  const { versions, alignment, pivot } = read
  const languages = versions.map(({ language }) => language)
  accept({ versions: versions.length, stored: false })
  const check =
    alignment === null
      ? checkVersions(versions, knowledge(pivot), pivot)
      : compareAlignment(alignment, knowledge(pivot))
  return { check, languages, known: {} }
}
