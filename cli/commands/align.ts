import { Option, type Command } from 'commander'
import type { Alignment } from '../../core/model'
import { alignVersions, checkVersions } from '../../core/pipeline'
import { alignmentSchema } from '../../core/schema'
import { writeTable } from '../../core/export/write-table'
import { loadKnowledge } from '../../jobs/corpus'
import { addAlignOptions, readAlignInput, type AlignOptions } from '../align-options'
import { makeTable } from '../make-table'
import type { Context } from '../main'
import { UsageError } from '../usage-error'
import { writeOutput } from '../write-output'
import { writeLadder } from '../write-ladder'

type Format = 'json' | 'ladder' | 'csv' | 'xlsx' | 'docx'

/** `concordance align FILE FILE…`: two or more versions into one grid of rows. */
export function addAlign(program: Command, context: Context): void {
  addAlignOptions(program.command('align').description('align two or more versions of one text'))
    .addOption(
      new Option('--format <format>', 'what is written')
        .choices(['json', 'ladder', 'csv', 'xlsx', 'docx'])
        .default('json'),
    )
    .action(async (files: string[], options: AlignOptions & { readonly format: Format }) => {
      if (options.format === 'ladder' && files.length !== 2) {
        throw new UsageError('usage', `--format ladder takes two files, not ${files.length}`)
      }
      const { versions, pivot } = await readAlignInput(files, options)
      const knowledge = await loadKnowledge(context.root)
      if (options.format === 'json' || options.format === 'ladder') {
        const alignment = alignVersions(versions, knowledge, pivot)
        const text = options.format === 'json' ? toJson(alignment) : writeLadder(alignment, options.pivot)
        await writeOutput(text, options.output)
        return
      }
      const table = makeTable(checkVersions(versions, knowledge, pivot), process.env)
      await writeOutput(await writeTable(table, options.format), options.output)
    })
}

function toJson(alignment: Alignment): string {
  return `${JSON.stringify(alignmentSchema.parse(alignment), null, 2)}\n`
}
