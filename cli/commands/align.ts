import { Option, type Command } from 'commander'
import { loadKnowledge } from '../../jobs/corpus'
import { addAlignOptions, readAlignInput, type AlignOptions } from '../align-options'
import { alignBatch } from '../batch/align-batch'
import type { Context } from '../main'
import { addTermsOption, readTermBases, withTermBases, type TermOptions } from '../read-term-files'
import { UsageError } from '../usage-error'
import { ALIGN_FORMATS, writeAlignment, type AlignFormat } from '../write-alignment'
import { writeOutput } from '../write-output'

interface OwnOptions extends AlignOptions, TermOptions {
  readonly format: AlignFormat
  readonly batch?: string
  readonly force?: boolean
}

/** `concordance align FILE FILE…`: two or more versions into one grid of rows; `--batch LIST`: many pairs, each into a file of its own. */
export function addAlign(program: Command, context: Context): void {
  addTermsOption(
    addAlignOptions(
      program.command('align').description('align two or more versions of one text'),
      '[files...]',
    ),
  )
    .addOption(new Option('--format <format>', 'what is written').choices([...ALIGN_FORMATS]).default('json'))
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
      if (options.format === 'ladder' && files.length > 2) {
        throw new UsageError('usage', `--format ladder takes two files, not ${files.length}`)
      }
      const { versions, alignment, pivot, embed } = await readAlignInput(files, options)
      if (options.format === 'ladder' && versions.length !== 2)
        throw new UsageError('usage', `--format ladder takes two versions, not ${versions.length}`)
      const { format, pivot: left } = options
      const knowledge = withTermBases(
        await loadKnowledge(context.root),
        await readTermBases(options.terms),
        pivot,
      )
      const data = await writeAlignment(versions, knowledge, {
        format,
        pivot,
        left,
        embed,
        alignment,
      })
      await writeOutput(data, options.output)
    })
}
