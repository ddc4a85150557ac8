import type { Command } from 'commander'
import { addNotes } from '../command-notes'
import { addFormatOption, addOutputOption } from '../common-options'
import type { Context } from '../main'
import { readCommands } from '../read-commands'
import { writeManPage } from '../reference/write-man-page'
import { writeReference } from '../reference/write-reference'
import { writeOutput } from '../write-output'

interface ManOptions {
  readonly format: 'roff' | 'markdown'
  readonly output?: string
}

/** `concordance man`: the reference of all commands, as a page for man or as `docs/cli.md`. */
export function addMan(program: Command, { version }: Context): void {
  const command = program
    .command('man')
    .description('print the reference of all commands, as a page for man or as Markdown')
  addFormatOption(command, { choices: ['roff', 'markdown'], default: 'roff' })
  addNotes(addOutputOption(command), {
    examples: ['concordance man | man -l -', 'concordance man --format markdown -o cli.md'],
  }).action(({ format, output }: ManOptions) => {
    const tree = readCommands(program)
    return writeOutput(format === 'roff' ? writeManPage(tree, version) : writeReference(tree), output)
  })
}
