import { Option, type Command } from 'commander'
import type { Decision } from '../../core/model'
import { checkVersions, compareAlignment, embedVersions } from '../../core/pipeline'
import { checkReportSchema, verbTableSchema, type CheckReport } from '../../core/schema'
import { loadKnowledge } from '../../jobs/corpus'
import { addAlignOptions, readAlignInput, type AlignOptions } from '../align-options'
import { decideCheck, FINDING_ORDERS, reaches, type FindingOrder } from '../decide-check'
import { EXIT, type Context } from '../main'
import { readDecisions } from '../read-decisions'
import { addTermsOption, readTermBases, withTermBases, type TermOptions } from '../read-term-files'
import { tableListedVerbs, tableVerbs } from '../table-verbs'
import { oneLine, UsageError } from '../usage-error'
import { writeFindings } from '../write-findings'
import { writeOutput } from '../write-output'
import { writeVerbCsv, writeVerbs } from '../write-verbs'

interface CheckOptions extends AlignOptions, TermOptions {
  readonly format: 'json' | 'text' | 'csv'
  readonly failOn: 'error' | 'warning' | 'never'
  readonly decisions?: string
  readonly sort: FindingOrder
  readonly all?: boolean
  readonly verbs?: boolean
  readonly batch?: string
}

/** `concordance check FILE FILE…`: an alignment with its findings; exit 1 where one reaches --fail-on. `--verbs`: the table of opening verbs instead, also of many documents. */
export function addCheck(program: Command, context: Context): void {
  addTermsOption(
    addAlignOptions(
      program.command('check').description('align versions and list where they differ'),
      '[files...]',
    ),
  )
    .addOption(
      new Option('--format <format>', 'what is written; csv goes with --verbs')
        .choices(['json', 'text', 'csv'])
        .default('json'),
    )
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
    .option('--all', 'text: also list what is only told and what was accepted or ignored')
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
  const { versions, alignment, pivot, knowledge, vectors } = await prepare(files, options, context)
  const check =
    alignment === null
      ? checkVersions(versions, knowledge, pivot, { vectors })
      : compareAlignment(alignment, knowledge)
  const report = decideCheck(check, decisions, options.sort)
  const text =
    options.format === 'json'
      ? toJson(checkReportSchema.parse(report))
      : writeFindings(report, { all: options.all })
  await writeOutput(text, options.output)
  tellUnused(report, options.decisions ?? '')
  if (reaches(report, options.failOn)) context.exit(EXIT.findings)
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
  const { versions, alignment, pivot, embed } = await readAlignInput(files, options)
  const knowledge = withTermBases(
    await loadKnowledge(context.root),
    await readTermBases(options.terms),
    pivot,
  )
  return { versions, alignment, pivot, knowledge, vectors: embed && (await embedVersions(versions, embed)) }
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function tellUnused({ unusedDecisions }: CheckReport, file: string): void {
  for (const decision of unusedDecisions)
    process.stderr.write(`${oneLine(`concordance: ${file}: no finding for ${describe(decision)}`)}\n`)
}

function describe({ scope, key, verdict, reason }: Decision): string {
  return `${scope} ${key}, ${verdict}${reason === null ? '' : `: ${reason}`}`
}
