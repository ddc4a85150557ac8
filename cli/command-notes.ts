import type { Command } from 'commander'

/** What the help of a command says besides its options. */
export interface CommandNotes {
  /** Lines as they are typed. */
  readonly examples: readonly [string, ...string[]]
  /** Sentences that hold for the command as a whole. */
  readonly notes?: string
  /** What the exit codes mean where that is more than `done` and `failed`; 1 is left out where the command never ends so. */
  readonly exits?: { readonly 1?: string; readonly 2?: string }
}

/** The exit codes of a command, each with what it means. */
export type ExitCodes = readonly (readonly [code: 0 | 1 | 2, meaning: string])[]

const NOTES = new WeakMap<Command, CommandNotes>()

/** Gives a command what its help says at its end: notes, examples and exit codes. Gives the command. */
export function addNotes(command: Command, notes: CommandNotes): Command {
  NOTES.set(command, notes)
  return command.addHelpText('after', () => describeNotes(notes))
}

/** What a command was given, or null. */
export function notesOf(command: Command): CommandNotes | null {
  return NOTES.get(command) ?? null
}

/** The exit codes of a command with these notes. */
export function exitCodes({ exits = {} }: CommandNotes): ExitCodes {
  return [
    [0, 'done'],
    ...(exits[1] === undefined ? [] : [[1, exits[1]] as const]),
    [2, exits[2] ?? 'bad usage, or something could not be read or written'],
  ]
}

function describeNotes(notes: CommandNotes): string {
  return [
    ...(notes.notes === undefined ? [] : ['', notes.notes]),
    '',
    notes.examples.length === 1 ? 'Example:' : 'Examples:',
    ...notes.examples.map((example) => `  ${example}`),
    '',
    'Exit codes:',
    ...exitCodes(notes).map(([code, meaning]) => `  ${code}  ${meaning}`),
  ].join('\n')
}
