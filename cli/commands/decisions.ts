import { Option, type Command } from 'commander'
import { loadKnowledge } from '../../jobs/corpus'
import { loadShippedCorpus } from '../../jobs/load-shipped'
import { settleFromSheet, type SettleResult } from '../../jobs/settle-from-sheet'
import { decisionWords } from '../../i18n/decision-words'
import { addNotes } from '../command-notes'
import { addFormatOption, addOutputOption } from '../common-options'
import { makeTranslator } from '../../i18n/translator'
import { describePlan, planJson } from '../describe-plan'
import { EXIT, type Context } from '../main'
import { programState } from '../program-state'
import { readBytes } from '../read-files'
import { fileLabel } from '../standard-input'
import { UsageError } from '../usage-error'
import { DATABASE, withStore, type StoreOptions } from '../with-store'
import { writeOutput } from '../write-output'

interface OwnOptions extends StoreOptions {
  readonly apply?: boolean
  readonly by?: string
  readonly symbol?: string
  readonly format: 'text' | 'json'
  readonly output?: string
}

/** `concordance decisions FILE.xlsx`: reads an edited workbook back; nothing is written without `--apply`. Exit code 1 where a line was refused. */
export function addDecisions(program: Command, context: Context): void {
  const command = program
    .command('decisions')
    .description('read the decisions and notes of an edited XLSX export back into the store')
    .argument('<file>', 'a workbook that concordance export or the page wrote')
    .option('--apply', 'write what is planned (default: only show it)')
    .addOption(new Option('--dry-run', 'only show it, as without --apply').conflicts('apply'))
    .option('--by <name>', 'who settles')
    .option('--symbol <symbol>', 'which resolution (default: the one that the file names)')
    .option(...DATABASE)
  addNotes(addOutputOption(addFormatOption(command, { choices: ['text', 'json'], default: 'text' })), {
    notes: 'Texts are never taken from the file; edited ones are told.',
    examples: [
      'concordance export A/RES/76/299 --langs fr,en,ar -o review.xlsx',
      'concordance decisions review.xlsx',
      'concordance decisions review.xlsx --apply --by "A. Reviser"',
    ],
    exits: { 1: 'a line was refused' },
  }).action(async (file: string, options: OwnOptions) => {
    const bytes = await readBytes(file)
    const knowledge = await loadKnowledge(context.root)
    // The store of the program need not be there yet: what it brings can be exported without one.
    const make = options.database === undefined
    await withStore(
      options,
      async (store) => {
        if (make) await loadShippedCorpus(store, context.root, `import ${programState(context)}`)
        const result = await settleFromSheet(store, bytes, {
          apply: options.apply === true,
          by: options.by ?? null,
          words: decisionWords(),
          knowledge: () => knowledge,
          ...(options.symbol !== undefined && { symbol: options.symbol }),
        })
        if (result.kind !== 'read') throw new UsageError(fileLabel(file), unreadable(result))
        const text = options.format === 'json' ? planJson(result) : describePlan(result)
        await writeOutput(text, options.output)
        if (result.refusals.length > 0) context.exit(EXIT.findings)
      },
      { make },
    )
  })
}

function unreadable(result: Exclude<SettleResult, { readonly kind: 'read' }>): string {
  const t = makeTranslator('en')
  switch (result.kind) {
    case 'no-workbook':
    case 'no-sheet':
      return t(`review.unreadable.${result.kind}`)
    case 'no-symbol':
      return 'does not say which resolution it is of; name it with --symbol'
    case 'other-resolution':
      return t(`review.unreadable.${result.kind}`, { detail: result.symbol })
    case 'no-resolution':
      return `${result.symbol} is not in the store; import it, or name another with --symbol or --database`
    case 'no-version':
      return t(`review.unreadable.${result.kind}`, { detail: result.languages.join(', ') })
  }
}
