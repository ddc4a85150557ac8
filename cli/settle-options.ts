import type { Command } from 'commander'
import { applyConfig } from './config/apply-config'
import { findConfig, loadConfig } from './config/find-config'
import { valueKind } from './read-commands'
import { DASH } from './standard-input'
import { UsageError } from './usage-error'

/**
 * Settles what all commands have in common, before one of them runs: options from a file, `--json` as `--format json`, `-o -` as stdout, and that standard input is read for one thing only. Throws UsageError.
 */
export async function settleOptions(command: Command): Promise<void> {
  if (command.options.some(({ long }) => long === '--config')) {
    const { config } = command.optsWithGlobals<{ config?: string | false }>()
    const file =
      config === false
        ? null
        : config === undefined
          ? await findConfig(process.cwd())
          : await loadConfig(config)
    if (file !== null) applyConfig(command, file)
  }
  const { json, output } = command.opts<{ json?: boolean; output?: string }>()
  if (json === true) command.setOptionValueWithSource('format', 'json', 'implied')
  if (output === DASH) command.setOptionValueWithSource('output', undefined, 'cli')
  if (countDashes(command) > 1)
    throw new UsageError('usage', `'${DASH}' can stand for one file only, since standard input is read once`)
}

/** How many inputs of a command are standard input. */
function countDashes(command: Command): number {
  const values = command.options
    .filter((option) => valueKind(option) !== 'other' && option.attributeName() !== 'output')
    .map((option): unknown => command.getOptionValue(option.attributeName()))
  const named = command.registeredArguments.map((argument, k): unknown =>
    argument.name() === 'out' ? null : command.processedArgs[k],
  )
  return [...values, ...named].flat().filter((value) => value === DASH).length
}
