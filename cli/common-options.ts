import { Option, type Command } from 'commander'

/** How `--format` is added: what its choices mean, and what is written where none is named; `said` says that in words where it depends. */
export interface FormatOption {
  readonly choices: readonly string[]
  readonly description?: string
  readonly default?: string
}

/** Adds `--format`, and `--json` where JSON is among its choices; settleOptions makes the one of the other. */
export function addFormatOption(
  command: Command,
  { choices, description = 'what is written', default: usual }: FormatOption,
): Command {
  const option = new Option('--format <format>', description).choices([...choices])
  command.addOption(usual === undefined ? option : option.default(usual))
  if (!choices.includes('json')) return command
  return command.addOption(new Option('--json', 'the same as --format json').conflicts('format'))
}

/** Adds `-o`; `description` where it does more than name a file. */
export function addOutputOption(
  command: Command,
  description = 'write to this file instead of stdout; - is stdout',
): Command {
  return command.option('-o, --output <file>', description)
}
