import { Command, CommanderError } from 'commander'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { addAlign } from './commands/align'
import { addCheck } from './commands/check'
import { addDecisions } from './commands/decisions'
import { addExport } from './commands/export'
import { addExtract } from './commands/extract'
import { addFetch } from './commands/fetch'
import { addImport } from './commands/import'
import { addJobs } from './commands/jobs'
import { addSchema } from './commands/schema'
import { addSegment } from './commands/segment'
import { addStore } from './commands/store'
import { addTerms } from './commands/terms'
import { addWorker } from './commands/worker'
import { addCompletion } from './commands/completion'
import { addMan } from './commands/man'
import { addServe } from './commands/serve'
import { addNotes } from './command-notes'
import { addConfigOptions } from './config/apply-config'
import { CONFIG_NAME } from './config/find-config'
import { settleOptions } from './settle-options'
import { oneLine, UsageError } from './usage-error'

/** Exit codes: everything done; a finding reached --fail-on; bad usage or unreadable input. */
export const EXIT = { done: 0, findings: 1, bad: 2 } as const

export { work } from './batch/work'

/**
 * What a subcommand needs of its surroundings. `root` is the program's own folder, `entry` the file that this very module was loaded from, null where it is the
 * source itself; `exit` sets the code that the process ends with.
 */
export interface Context {
  readonly root: string
  readonly entry: string | null
  readonly version: string
  readonly exit: (code: number) => void
}

/** The program with all its commands, before anything is parsed. */
export function makeProgram(context: Context): Command {
  const program = new Command('concordance')
    .description(
      'Aligns the language versions of a United Nations resolution and points at every place where they differ.',
    )
    .version(context.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print what a command does and takes')
    .exitOverride()
    // Errors are told below, in one line; commander's own go nowhere.
    .configureOutput({ outputError: () => undefined, writeErr: () => undefined })
    .helpCommand(false)
    .showHelpAfterError(false)
    // Else an option behind `jobs add` would be taken for one of `jobs`.
    .enablePositionalOptions()
    .hook('preAction', (_, command) => settleOptions(command))
  addNotes(program, {
    notes: `Files can be '-', which is standard input. Options can also stand in ${CONFIG_NAME}, in the working folder or one that it is in.`,
    examples: ['concordance check fr.txt en.txt --format text', 'concordance check --help'],
    exits: {
      1: 'a finding reached --fail-on, or something else that was looked through is not as it should be',
    },
  })
  const commands = [
    addAlign,
    addSegment,
    addCheck,
    addImport,
    addFetch,
    addExport,
    addDecisions,
    addSchema,
    addStore,
    addWorker,
    addJobs,
  ]
  for (const add of commands) add(program, context)
  addExtract(addTerms(program, context), context)
  addServe(program, context)
  addConfigOptions(program)
  configurable(program).forEach(addConfigOptions)
  addCompletion(program)
  addMan(program, context)
  return program
}

/** All commands below one that are there so far and have no commands below them in turn, or do something themselves. */
function configurable(command: Command): readonly Command[] {
  return command.commands.flatMap((one) => [
    ...(one.commands.length === 0 || one.options.length > 0 ? [one] : []),
    ...configurable(one),
  ])
}

/**
 * Runs the command line and gives the exit code. Data goes to stdout and nothing else; every error is one line on stderr,
 * `concordance: WHAT: reason`.
 */
export async function main(
  args: readonly string[],
  root: string,
  entry: string | null = null,
): Promise<number> {
  let code: number = EXIT.done
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  outliveReaders()
  try {
    await makeProgram({ root, entry, version, exit: (next) => (code = next) }).parseAsync(args, {
      from: 'user',
    })
    return code
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.done
      const reason =
        error.code === 'commander.help'
          ? 'a command is missing; see --help'
          : error.message.replace(/^error: /u, '')
      process.stderr.write(`concordance: usage: ${oneLine(reason)}\n`)
      return EXIT.bad
    }
    if (error instanceof UsageError) {
      process.stderr.write(`concordance: ${error.message}\n`)
      return EXIT.bad
    }
    // What nobody foresaw must not look like a finding to the program that called us.
    process.stderr.write(
      `concordance: internal: ${oneLine(error instanceof Error ? error.message : String(error))}\n`,
    )
    return EXIT.bad
  }
}

/** A reader that has seen enough (`head`) closes its end of a pipe: that is no error of ours, and unheard it would end the process with a stack. */
function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr])
    if (stream.listenerCount('error') === 0) stream.on('error', () => undefined)
}
