import { listCommands, type CommandInfo } from '../read-commands'
import { describeArgument, describeOption, ownOptions, signOf } from './write-reference'

/** The reference of a program as a page for `man` (section 1, in the macros of man(7)): a part a command. */
export function writeManPage(program: CommandInfo, version: string): string {
  const commands = listCommands(program).filter(({ path }) => path !== '')
  return `${[
    `.TH CONCORDANCE 1 "" "concordance ${escape(version)}"`,
    '.SH NAME',
    `concordance \\- ${escape(lowered(program.description))}`,
    '.SH SYNOPSIS',
    '.B concordance',
    '.I command',
    '[options] [files]',
    '.SH DESCRIPTION',
    line(program.description),
    ...(program.notes === null ? [] : [line(program.notes)]),
    '.SH OPTIONS',
    ...program.options.flatMap((option) => entry(option.flags, describeOption(option))),
    '.SH COMMANDS',
    ...commands.flatMap(part),
    '.SH EXIT STATUS',
    ...program.exits.flatMap(([code, meaning]) => entry(String(code), meaning)),
  ].join('\n')}\n`
}

function part(command: CommandInfo): readonly string[] {
  const { path, usage, description, notes, examples, exits } = command
  return [
    `.SS concordance ${escape(path)}`,
    line(usage),
    '.PP',
    line(`${description.charAt(0).toUpperCase()}${description.slice(1)}.`),
    ...(notes === null ? [] : [line(notes)]),
    ...command.arguments.flatMap((argument) => entry(signOf(argument), describeArgument(argument))),
    ...ownOptions(command).flatMap((option) => entry(option.flags, describeOption(option))),
    '.PP',
    'Examples:',
    '.PP',
    '.nf',
    '.RS',
    ...examples.map(line),
    '.RE',
    '.fi',
    '.PP',
    line(`Exit codes: ${exits.map(([code, meaning]) => `${code} ${meaning}`).join('; ')}.`),
  ]
}

function entry(name: string, description: string): readonly string[] {
  return ['.TP', `.B ${escape(name)}`, line(description)]
}

function lowered(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`.replace(/\.$/u, '')
}

/** A line of text: a point or an apostrophe at its beginning would be a command. */
function line(text: string): string {
  const own = escape(text)
  return /^[.']/u.test(own) ? `\\&${own}` : own
}

function escape(text: string): string {
  return text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replace(/["]/gu, '\\(dq')
}
