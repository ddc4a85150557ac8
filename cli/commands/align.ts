import type { Command } from 'commander'
import { checkVersions, compareAlignment, embedVersions } from '../../core/pipeline'
import { loadKnowledge } from '../../jobs/corpus'
import { addAlignOptions, readAlignInput, type AlignOptions } from '../align-options'
import { alignBatch } from '../batch/align-batch'
import { addNotes } from '../command-notes'
import { addFormatOption } from '../common-options'
import { addExportOptions, type ExportOptions } from '../export-options'
import type { Context } from '../main'
import { makeTable } from '../make-table'
import { addTermsOption, readTermBases, withTermBases, type TermOptions } from '../read-term-files'
import { UsageError } from '../usage-error'
import { ALIGN_FORMATS, writeAlignment, type AlignFormat } from '../write-alignment'
import { baseName, requireOutput, writeExport } from '../write-export'
import { refuseTerminal, writeChunks } from '../write-output'

interface OwnOptions extends AlignOptions, TermOptions, ExportOptions {
  readonly format: AlignFormat
  readonly batch?: string
  readonly force?: boolean
}

/** `concordance align FILE FILE…`: two or more versions into one grid of rows; `--batch LIST`: many pairs, each into a file of its own. */
export function addAlign(program: Command, context: Context): void {
  const command = addExportOptions(
    addTermsOption(
      addAlignOptions(
        program.command('align').description('align two or more versions of one text'),
        '[files...]',
      ),
    ),
  )
  addNotes(addFormatOption(command, { choices: ALIGN_FORMATS, default: 'json' }), {
    examples: [
      'concordance align fr.txt en.txt',
      'concordance align fr.txt ar.txt --format docx -o table.docx',
      'concordance align fr.txt en.txt --format tmx --unit sentence -o memory.tmx',
      'concordance align fr.txt en.txt ar.txt --format xliff -o folder/',
      'concordance align fr.txt en.txt ar.txt --format pdf -o table.pdf',
      'concordance align --batch list.tsv --langs fr,en',
    ],
    exits: { 2: 'bad usage, or something could not be read or written; of --batch the other lines are made' },
  })
    .option(
      '--batch <list>',
      'align every pair of a list: a line each, pivot, other and output with tabs between them; --langs then means pivot,other',
    )
    .option('--force', 'with --batch: also make outputs again whose inputs and options are unchanged')
    .action(async (files: string[], options: OwnOptions) => {
      if (options.batch !== undefined) {
        await alignBatch(options.batch, files, options, context)
        return
      }
      if (options.force === true) throw new UsageError('usage', '--force goes with --batch')
      // commander's own words for it, which it has no reason to say where files may be missing.
      if (files.length === 0) throw new UsageError('usage', "missing required argument 'files'")
      await alignFiles(files, options, context)
    })
}

async function alignFiles(files: readonly string[], options: OwnOptions, context: Context): Promise<void> {
  const { format, pivot: left, output, unit } = options
  if (format === 'ladder' && files.length > 2)
    throw new UsageError('usage', `--format ladder takes two files, not ${files.length}`)
  const require = (versions: number) => {
    if (format !== 'json' && format !== 'ladder') requireOutput(versions, { ...options, format })
  }
  // One file may hold several versions, which is known when it is read; of others it can be told before.
  if (files.length > 1) require(files.length)
  refuseTerminal(format, output)
  const { versions, alignment, pivot, embed } = await readAlignInput(files, options)
  require(versions.length)
  if (format === 'ladder' && versions.length !== 2)
    throw new UsageError('usage', `--format ladder takes two versions, not ${versions.length}`)
  const knowledge = withTermBases(
    await loadKnowledge(context.root),
    await readTermBases(options.terms),
    pivot,
  )
  if (format === 'json' || format === 'ladder') {
    const chunks = await writeAlignment(versions, knowledge, { format, pivot, left, embed, alignment })
    await writeChunks(chunks, output)
    return
  }
  const vectors = embed && (await embedVersions(versions, embed))
  const check =
    alignment === null
      ? checkVersions(versions, knowledge, pivot, { vectors })
      : compareAlignment(alignment, knowledge)
  const table = makeTable(check, process.env)
  await writeExport(
    { check, table, terms: knowledge.terms },
    {
      ...options,
      format,
      unit: unit === 'sentence' ? 'sentence' : 'paragraph',
      base: baseName(table.symbol, files[0]),
      version: context.version,
    },
  )
}
