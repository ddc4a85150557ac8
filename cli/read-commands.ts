import type { Argument, Command, Option } from 'commander'
import { exitCodes, notesOf, type ExitCodes } from './command-notes'

/** What the value of an option or argument names, as its placeholder says: `<file>`, `<folder>`; `other` is nothing on the disk. */
export type ValueKind = 'file' | 'folder' | 'other'

/** An argument of a command as its definition has it. */
export interface ArgumentInfo {
  readonly name: string
  readonly required: boolean
  readonly variadic: boolean
  readonly choices: readonly string[]
  readonly kind: ValueKind
  readonly description: string
}

/** An option of a command as its definition has it. `names` are `-o` and `--output`; `value` is null for an option that takes none. */
export interface OptionInfo {
  readonly flags: string
  readonly names: readonly string[]
  readonly value: {
    readonly name: string
    readonly variadic: boolean
    readonly choices: readonly string[]
    readonly kind: ValueKind
  } | null
  readonly usual: string | null
  readonly description: string
}

/** A command as its definition has it; `path` is what is typed, `terms convert`, empty for the program itself. */
export interface CommandInfo {
  readonly path: string
  readonly usage: string
  readonly description: string
  readonly arguments: readonly ArgumentInfo[]
  readonly options: readonly OptionInfo[]
  readonly notes: string | null
  readonly examples: readonly string[]
  readonly exits: ExitCodes
  readonly commands: readonly CommandInfo[]
}

/** Placeholders that name something on the disk. `address` is a database, often a file. */
const KINDS: Readonly<Record<string, ValueKind>> = {
  file: 'file',
  files: 'file',
  list: 'file',
  in: 'file',
  out: 'file',
  what: 'file',
  program: 'file',
  address: 'file',
  folder: 'folder',
}

/** A program or command and all below it, as completion and the reference are made of. */
export function readCommands(command: Command, path = ''): CommandInfo {
  const notes = notesOf(command)
  const help = command.createHelp()
  return {
    path,
    usage: help.commandUsage(command),
    description: command.description(),
    arguments: command.registeredArguments.map(argumentInfo),
    options: help.visibleOptions(command).map(optionInfo),
    notes: notes?.notes ?? null,
    examples: notes?.examples ?? [],
    exits: notes === null ? [] : exitCodes(notes),
    commands: command.commands.map((one) =>
      readCommands(one, path === '' ? one.name() : `${path} ${one.name()}`),
    ),
  }
}

/** All commands of a tree that can be run or have commands below them, the tree's own first, in the order of the help. */
export function listCommands(tree: CommandInfo): readonly CommandInfo[] {
  return [tree, ...tree.commands.flatMap(listCommands)]
}

function argumentInfo(argument: Argument): ArgumentInfo {
  return {
    name: argument.name(),
    required: argument.required,
    variadic: argument.variadic,
    choices: argument.argChoices ?? [],
    kind: KINDS[argument.name()] ?? 'other',
    description: argument.description,
  }
}

function optionInfo(option: Option): OptionInfo {
  const placeholder = valueName(option)
  return {
    flags: option.flags,
    names: [option.short, option.long].filter((name) => name !== undefined),
    value:
      placeholder === null
        ? null
        : {
            name: placeholder,
            variadic: option.variadic,
            choices: option.argChoices ?? [],
            kind: KINDS[placeholder] ?? 'other',
          },
    usual: placeholder === null || option.defaultValue === undefined ? null : String(option.defaultValue),
    description: option.description,
  }
}

/** `file` of `-o, --output <file>`; null for an option without a value. */
function valueName({ flags }: Option): string | null {
  return /[<[]([^>\].]+)(?:\.\.\.)?[>\]]/u.exec(flags)?.[1] ?? null
}

/** What the value of an option names on the disk. */
export function valueKind(option: Option): ValueKind {
  return KINDS[valueName(option) ?? ''] ?? 'other'
}
