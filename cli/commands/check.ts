import { Option, type Command } from 'commander'
import type { Check, Severity } from '../../core/model'
import { checkVersions, embedVersions } from '../../core/pipeline'
import { checkSchema } from '../../core/schema'
import { loadKnowledge } from '../../jobs/corpus'
import { addAlignOptions, readAlignInput, type AlignOptions } from '../align-options'
import { EXIT, type Context } from '../main'
import { writeFindings } from '../write-findings'
import { writeOutput } from '../write-output'

interface CheckOptions extends AlignOptions {
  readonly format: 'json' | 'text'
  readonly failOn: 'error' | 'warning' | 'never'
}

/** `concordance check FILE FILE…`: an alignment with its findings; exit 1 where one reaches --fail-on. */
export function addCheck(program: Command, context: Context): void {
  addAlignOptions(program.command('check').description('align versions and list where they differ'))
    .addOption(new Option('--format <format>', 'what is written').choices(['json', 'text']).default('json'))
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 when a finding is at least this severe')
        .choices(['error', 'warning', 'never'])
        .default('error'),
    )
    .action(async (files: string[], options: CheckOptions) => {
      const { versions, pivot, embed } = await readAlignInput(files, options)
      const vectors = embed && (await embedVersions(versions, embed))
      const check = checkVersions(versions, await loadKnowledge(context.root), pivot, { vectors })
      const text =
        options.format === 'json'
          ? `${JSON.stringify(checkSchema.parse(check), null, 2)}\n`
          : writeFindings(check)
      await writeOutput(text, options.output)
      if (fails(check, options.failOn)) context.exit(EXIT.findings)
    })
}

function fails({ findings }: Check, failOn: CheckOptions['failOn']): boolean {
  const counts: readonly Severity[] =
    failOn === 'never' ? [] : failOn === 'error' ? ['error'] : ['error', 'warning']
  return findings.some(({ severity }) => counts.includes(severity))
}
