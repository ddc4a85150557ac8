import { Argument, type Command } from 'commander'
import { addNotes } from '../command-notes'
import { addOutputOption } from '../common-options'
import { SHELLS, writeCompletion, type Shell } from '../completion/write-completion'
import { readCommands } from '../read-commands'
import { writeOutput } from '../write-output'

/** `concordance completion SHELL`: a script that lets a shell complete commands, options, their choices and files. */
export function addCompletion(program: Command): void {
  const command = program
    .command('completion')
    .description('print a script that lets a shell complete what is typed')
    .addArgument(new Argument('<shell>', 'the shell').choices([...SHELLS]))
  addNotes(addOutputOption(command), {
    examples: [
      'eval "$(concordance completion bash)"      # in ~/.bashrc',
      'concordance completion zsh > "${fpath[1]}/_concordance"',
      'concordance completion fish > ~/.config/fish/completions/concordance.fish',
    ],
  }).action((shell: Shell, { output }: { readonly output?: string }) =>
    writeOutput(writeCompletion(readCommands(program), shell), output),
  )
}
