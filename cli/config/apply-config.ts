import path from 'node:path'
import { InvalidArgumentError, type Command, type Option } from 'commander'
import {
  readOptions,
  type OptionKey,
  type OptionsRead,
  type OptionValue,
} from '../../core/schema/options-file'
import { valueKind } from '../read-commands'
import { DASH } from '../standard-input'
import { UsageError } from '../usage-error'
import { CONFIG_NAME, type ConfigFile } from './find-config'

/**
 * Options that no file can have: those that say where the file is or ask for help, another name of an option, and what names a program to run, which a folder that somebody else has filled is not to say.
 */
const NEVER: ReadonlySet<string> = new Set(['config', 'no-config', 'help', 'version', 'json', 'browser'])

/** Adds the options that name the file of options, or say that none is read. */
export function addConfigOptions(command: Command): Command {
  return command
    .option('--config <file>', `read options from this file instead of the nearest ${CONFIG_NAME}`)
    .option('--no-config', `read no ${CONFIG_NAME}`)
}

/** What is typed to run a command: `terms convert`. */
export function commandPath(command: Command): string {
  const { parent } = command
  if (parent === null) return ''
  const above = commandPath(parent)
  return above === '' ? command.name() : `${above} ${command.name()}`
}

/**
 * Gives a command the options of a file that the command line does not give, nor anything that excludes them. Names of files count from the folder of the file. Throws UsageError with the file's name and the key where
 * it is not as it should be.
 */
export function applyConfig(command: Command, { file, content }: ConfigFile): void {
  const read = readOptions(content, keysByCommand(rootOf(command)))
  if (read.kind !== 'read') throw new UsageError(file, reasonFor(read))
  const values = read.values[commandPath(command)] ?? {}
  const given = command.options.filter((option) => isGiven(command, option))
  const set: Option[] = []
  for (const [name, value] of Object.entries(values)) {
    const option = command.options.find(({ long }) => long === `--${name}`)
    if (option === undefined || value === false || isGiven(command, option)) continue
    if (given.some((other) => exclude(option, other))) continue
    const other = set.find((one) => exclude(option, one))
    if (other !== undefined) throw new UsageError(file, `${name}: cannot be used with ${nameOf(other)}`)
    setOption(command, option, value, file)
    set.push(option)
  }
}

/** The options that each command can have in a file, by what is typed. */
function keysByCommand(command: Command): Readonly<Record<string, readonly OptionKey[]>> {
  const own = command.options.flatMap((option): readonly OptionKey[] => {
    const name = nameOf(option)
    if (NEVER.has(name)) return []
    const takesNone = option.isBoolean() || option.negate
    return [
      {
        name,
        kind: takesNone ? 'switch' : option.variadic ? 'list' : 'value',
        choices: option.argChoices ?? [],
      },
    ]
  })
  const below = command.commands.map(keysByCommand)
  const place = commandPath(command)
  return Object.assign({}, place === '' || own.length === 0 ? {} : { [place]: own }, ...below)
}

function rootOf(command: Command): Command {
  return command.parent === null ? command : rootOf(command.parent)
}

function nameOf({ long }: Option): string {
  return (long ?? '').replace(/^--/u, '')
}

function isGiven(command: Command, option: Option): boolean {
  const source = command.getOptionValueSource(option.attributeName())
  return source !== undefined && source !== 'default' && source !== 'config'
}

function exclude(one: Option, other: Option): boolean {
  return excludes(one, other) || excludes(other, one)
}

/** The library's types leave out what an option cannot be used with. */
function excludes(one: Option, other: Option): boolean {
  const { conflictsWith } = one as Option & { readonly conflictsWith: readonly string[] }
  return conflictsWith.includes(other.attributeName())
}

function setOption(command: Command, option: Option, value: OptionValue, file: string): void {
  const attribute = option.attributeName()
  const set = (parsed: unknown) => command.setOptionValueWithSource(attribute, parsed, 'config')
  if (typeof value === 'boolean') return void set(!option.negate)
  const texts = [value].flat().map((text) => onDisk(option, String(text), path.dirname(file)))
  if (option.variadic) return void set(texts)
  const [text = ''] = texts
  try {
    set(option.parseArg === undefined ? text : option.parseArg(text, undefined))
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error
    throw new UsageError(file, `${nameOf(option)}: takes ${error.message}`)
  }
}

/** A name of a file from the folder of the file of options; a slash at its end, which asks for a folder, stays. */
function onDisk(option: Option, text: string, folder: string): string {
  if (valueKind(option) === 'other' || text === DASH || /^[a-z][a-z\d+.-]*:/iu.test(text)) return text
  const full = path.resolve(folder, text)
  return /[\\/]$/u.test(text) ? `${full}${path.sep}` : full
}

function reasonFor(problem: Exclude<OptionsRead, { readonly kind: 'read' }>): string {
  const { path: place } = problem
  if (problem.kind === 'unknown')
    return /^commands\.[^.]*$/u.test(place)
      ? `${place}: there is no such command`
      : `${place}: there is no such option, or a file cannot have it`
  if (problem.takes === null) return `${place === '' ? 'the file' : place}: must be an object, { … }`
  const { kind, choices } = problem.takes
  if (kind === 'switch') return `${place}: takes true or false`
  if (choices.length > 0) return `${place}: takes one of ${choices.join(', ')}`
  return `${place}: takes ${kind === 'list' ? 'a text or a list of texts' : 'a text or a number'}`
}
