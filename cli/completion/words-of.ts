import { listCommands, type CommandInfo, type OptionInfo, type ValueKind } from '../read-commands'

/** What can be typed at one place of a command line: a value is one of the `choices`, else something of a `kind`. */
export interface Completable {
  readonly choices: readonly string[]
  readonly kind: ValueKind
}

/** What a shell's script is made of; `place` is what has been typed of commands, `terms convert`, empty at the beginning. */
export interface CompletionWords {
  /** `place/word` for every word that leads to a command below. */
  readonly steps: readonly string[]
  /** `place option` for every option that takes a value, with what it takes. */
  readonly values: readonly (Completable & { readonly at: string })[]
  readonly places: readonly {
    readonly place: string
    readonly commands: readonly { readonly name: string; readonly description: string }[]
    readonly options: readonly (OptionInfo & { readonly description: string })[]
    /** What may follow as arguments; null where nothing may. */
    readonly argument: Completable | null
  }[]
}

/** The words of a program for completion. */
export function wordsOf(program: CommandInfo): CompletionWords {
  const commands = listCommands(program)
  return {
    steps: commands.flatMap(({ path, commands: below }) =>
      below.map((one) => `${path}/${lastWord(one.path)}`),
    ),
    values: commands.flatMap(({ path, options }) =>
      options.flatMap(({ names, value }) =>
        value === null ? [] : names.map((name) => ({ at: `${path} ${name}`, ...value })),
      ),
    ),
    places: commands.map(({ path, commands: below, options, arguments: own }) => ({
      place: path,
      commands: below.map((one) => ({ name: lastWord(one.path), description: one.description })),
      options,
      argument:
        own.length === 0
          ? null
          : {
              choices: own.flatMap(({ choices }) => choices),
              kind: own.find(({ kind }) => kind !== 'other')?.kind ?? 'other',
            },
    })),
  }
}

function lastWord(path: string): string {
  return path.slice(path.lastIndexOf(' ') + 1)
}
