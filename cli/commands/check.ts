import { Option, type Command } from 'commander'
import { writeJunit } from '../../core/export/write-junit'
import { writeSarif } from '../../core/export/write-sarif'
import type { Decision, ExportChunks } from '../../core/model'
import { checkVersions, compareAlignment, embedVersions } from '../../core/pipeline'
import { verbTableSchema, type CheckReport } from '../../core/schema'
import { loadKnowledge } from '../../jobs/corpus'
import { reportChunks } from '../../jobs/json-chunks'
import { addAlignOptions, readAlignInput, type AlignOptions } from '../align-options'
import { addNotes } from '../command-notes'
import { addFormatOption } from '../common-options'
import { decideCheck, FINDING_ORDERS, reaches, type FindingOrder } from '../decide-check'
import { describeLoss } from '../describe-loss'
import { EXIT, type Context } from '../main'
import { readDecisions } from '../read-decisions'
import { makeReport } from '../make-report'
import { fileLabel } from '../standard-input'
import type { ReadSource } from '../read-files'
import { addTermsOption, readTermBases, withTermBases, type TermOptions } from '../read-term-files'
import { tableListedVerbs, tableVerbs } from '../table-verbs'
import { oneLine, UsageError } from '../usage-error'
import { writeFindings } from '../write-findings'
import { oneChunk, writeChunks, writeOutput } from '../write-output'
import { writeVerbCsv, writeVerbs } from '../write-verbs'

const FORMATS = ['json', 'text', 'sarif', 'junit', 'csv'] as const

interface CheckOptions extends AlignOptions, TermOptions {
  readonly format: (typeof FORMATS)[number]
  readonly failOn: 'error' | 'warning' | 'never'
  readonly decisions?: string
  readonly sort: FindingOrder
  readonly all?: boolean
  readonly verbs?: boolean
  readonly batch?: string
}

/** `concordance check FILE FILE…`: an alignment with its findings; exit 1 where one reaches --fail-on. `--verbs`: the table of opening verbs instead, also of many documents. */
export function addCheck(program: Command, context: Context): void {
  const command = addTermsOption(
    addAlignOptions(
      program.command('check').description('align versions and list where they differ'),
      '[files...]',
    ),
  )
  addFormatOption(command, {
    choices: FORMATS,
    description:
      'what is written: data, a line a finding, SARIF 2.1.0 or JUnit XML for a server of continuous integration; csv goes with --verbs',
    default: 'json',
  })
  addNotes(command, {
    examples: [
      'concordance check fr.txt en.txt es.txt --format text --sort severity',
      'concordance check fr.txt en.txt --format sarif --fail-on warning -o findings.sarif',
      'concordance check fr.txt en.txt --terms ours.tbx --decisions settled.json',
      'pdftotext fr.pdf - | concordance check - en.txt --format text',
      'concordance check --verbs --batch documents.tsv --format csv -o verbs.csv',
    ],
    exits: { 1: 'a finding is at least as severe as --fail-on says' },
  })
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 when a finding is at least this severe')
        .choices(['error', 'warning', 'never'])
        .default('error'),
    )
    .option(
      '--decisions <file>',
      'what was settled before, a JSON list: accepted and ignored findings no longer count',
    )
    .addOption(
      new Option('--sort <order>', 'how findings follow each other: severity puts what matters most first')
        .choices([...FINDING_ORDERS])
        .default('row'),
    )
    .option('--all', 'text, sarif, junit: also what is only told; text: also what was accepted or ignored')
    .addOption(
      new Option(
        '--verbs',
        'instead of findings, list which opening verb is rendered by which, where, and what departs from the usual',
      ).conflicts(['failOn', 'decisions', 'sort', 'all']),
    )
    .option(
      '--batch <list>',
      'with --verbs: one table of many documents, a line each, the files of its versions with tabs between them; --langs then names those of every line',
    )
    .action(async (files: string[], options: CheckOptions) => {
      if (options.verbs === true) {
        if (options.format === 'sarif' || options.format === 'junit')
          throw new UsageError('usage', `--format ${options.format} does not go with --verbs`)
        await listVerbs(files, options, context)
        return
      }
      if (options.batch !== undefined) throw new UsageError('usage', '--batch goes with --verbs')
      if (options.format === 'csv') throw new UsageError('usage', '--format csv goes with --verbs')
      // commander's own words for it, which it has no reason to say where files may be missing.
      if (files.length === 0) throw new UsageError('usage', "missing required argument 'files'")
      await listFindings(files, options, context)
    })
}

async function listFindings(
  files: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<void> {
  // A file of decisions that cannot be read is better known before the work than after.
  const decisions = options.decisions === undefined ? [] : await readDecisions(options.decisions)
  const { versions, alignment, pivot, knowledge, vectors, sources } = await prepare(files, options, context)
  const check =
    alignment === null
      ? checkVersions(versions, knowledge, pivot, { vectors })
      : compareAlignment(alignment, knowledge)
  const report = decideCheck(check, decisions, options.sort)
  const losses = await writeChunks(chunksOf(report, options, sources, context), options.output)
  for (const loss of losses)
    process.stderr.write(
      `${oneLine(`concordance: ${options.output ?? 'standard output'}: ${describeLoss(loss, options.format)}`)}\n`,
    )
  tellUnused(report, options.decisions ?? '')
  if (reaches(report, options.failOn)) context.exit(EXIT.findings)
}

function chunksOf(
  report: CheckReport,
  { format, all, failOn }: CheckOptions,
  sources: readonly ReadSource[],
  { version }: Context,
): ExportChunks {
  if (format === 'json') return reportChunks(report)
  if (format !== 'sarif' && format !== 'junit') return oneChunk(writeFindings(report, { all }))
  const made = makeReport(report, { sources, failOn, all, version }, process.env)
  return format === 'sarif' ? writeSarif(made) : writeJunit(made)
}

async function listVerbs(files: readonly string[], options: CheckOptions, context: Context): Promise<void> {
  const { batch } = options
  if (batch !== undefined && files.length > 0)
    throw new UsageError('usage', '--batch takes no files but its list')
  const bases = await readTermBases(options.terms)
  const knowledge = await loadKnowledge(context.root)
  const { table, failures } =
    batch === undefined
      ? { table: await tableVerbs(files, options, knowledge, bases), failures: [] }
      : await tableListedVerbs(batch, options, knowledge, bases)
  for (const { line, reason } of failures)
    process.stderr.write(`${oneLine(`concordance: ${batch}:${line}: ${reason}`)}\n`)
  const text =
    options.format === 'json'
      ? toJson(verbTableSchema.parse(table))
      : options.format === 'csv'
        ? writeVerbCsv(table)
        : writeVerbs(table)
  await writeOutput(text, options.output)
  if (failures.length > 0) context.exit(EXIT.bad)
}

async function prepare(files: readonly string[], options: CheckOptions, context: Context) {
  const { versions, alignment, pivot, embed, sources } = await readAlignInput(files, options)
  const knowledge = withTermBases(
    await loadKnowledge(context.root),
    await readTermBases(options.terms),
    pivot,
  )
  return {
    versions,
    alignment,
    pivot,
    knowledge,
    sources,
    vectors: embed && (await embedVersions(versions, embed)),
  }
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function tellUnused({ unusedDecisions }: CheckReport, file: string): void {
  for (const decision of unusedDecisions)
    process.stderr.write(
      `${oneLine(`concordance: ${fileLabel(file)}: no finding for ${describe(decision)}`)}\n`,
    )
}

function describe({ scope, key, verdict, reason }: Decision): string {
  return `${scope} ${key}, ${verdict}${reason === null ? '' : `: ${reason}`}`
}
