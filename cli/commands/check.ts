import { Option, type Command } from 'commander'
import { verbPattern } from '../../core/compare/verb-pattern'
import type { Decision } from '../../core/model'
import { alignVersions, checkVersions, embedVersions, findOpenings } from '../../core/pipeline'
import { checkReportSchema, verbTableSchema, type CheckReport } from '../../core/schema'
import { loadKnowledge } from '../../jobs/corpus'
import { addAlignOptions, readAlignInput, type AlignOptions } from '../align-options'
import { decideCheck, FINDING_ORDERS, reaches, type FindingOrder } from '../decide-check'
import { EXIT, type Context } from '../main'
import { readDecisions } from '../read-decisions'
import { addTermsOption, readTermBases, withTermBases, type TermOptions } from '../read-term-files'
import { oneLine } from '../usage-error'
import { writeFindings } from '../write-findings'
import { writeOutput } from '../write-output'
import { makeVerbTable, writeVerbs } from '../write-verbs'

interface CheckOptions extends AlignOptions, TermOptions {
  readonly format: 'json' | 'text'
  readonly failOn: 'error' | 'warning' | 'never'
  readonly decisions?: string
  readonly sort: FindingOrder
  readonly all?: boolean
  readonly verbs?: boolean
}

/** `concordance check FILE FILE…`: an alignment with its findings; exit 1 where one reaches --fail-on. `--verbs`: the table of opening verbs instead. */
export function addCheck(program: Command, context: Context): void {
  addTermsOption(
    addAlignOptions(program.command('check').description('align versions and list where they differ')),
  )
    .addOption(new Option('--format <format>', 'what is written').choices(['json', 'text']).default('json'))
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
        'instead of findings, list which opening verb is rendered by which, and where',
      ).conflicts(['failOn', 'decisions', 'sort', 'all']),
    )
    .action(async (files: string[], options: CheckOptions) => {
      if (options.verbs === true) await tableVerbs(files, options, context)
      else await listFindings(files, options, context)
    })
}

async function listFindings(
  files: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<void> {
  // A file of decisions that cannot be read is better known before the work than after.
  const decisions = options.decisions === undefined ? [] : await readDecisions(options.decisions)
  const { versions, pivot, knowledge, vectors } = await prepare(files, options, context)
  const report = decideCheck(checkVersions(versions, knowledge, pivot, { vectors }), decisions, options.sort)
  const text =
    options.format === 'json'
      ? toJson(checkReportSchema.parse(report))
      : writeFindings(report, { all: options.all })
  await writeOutput(text, options.output)
  tellUnused(report, options.decisions ?? '')
  if (reaches(report, options.failOn)) context.exit(EXIT.findings)
}

async function tableVerbs(files: readonly string[], options: CheckOptions, context: Context): Promise<void> {
  const { versions, pivot, knowledge, vectors } = await prepare(files, options, context)
  const alignment = alignVersions(versions, knowledge, pivot, { vectors })
  const table = makeVerbTable(alignment, verbPattern([{ ...alignment, openings: findOpenings(versions) }]))
  const text = options.format === 'json' ? toJson(verbTableSchema.parse(table)) : writeVerbs(table)
  await writeOutput(text, options.output)
}

async function prepare(files: readonly string[], options: CheckOptions, context: Context) {
  const { versions, pivot, embed } = await readAlignInput(files, options)
  const knowledge = withTermBases(
    await loadKnowledge(context.root),
    await readTermBases(options.terms),
    pivot,
  )
  return { versions, pivot, knowledge, vectors: embed && (await embedVersions(versions, embed)) }
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
