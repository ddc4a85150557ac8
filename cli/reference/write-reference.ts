import { CONFIG_NAME } from '../config/find-config'
import { listCommands, type ArgumentInfo, type CommandInfo, type OptionInfo } from '../read-commands'

/** How the reference begins. */
const HEAD = `# Command line

Made from the definitions of the commands by \`npm run write:cli\`: what \`concordance COMMAND --help\` prints, in one place. \`concordance man\` prints it as a page for \`man\`.

Data goes to stdout and nothing else does; every error is one line on stderr, \`concordance: WHAT: reason\`. Nothing is coloured, so that \`NO_COLOR\` and \`FORCE_COLOR\` change nothing, and progress is shown on a terminal only.

## Files, standard input and output

\`-\` in place of a file is standard input, for one file of a command line; what it holds is told from its content. \`-o -\` is stdout. DOCX, XLSX and PDF go to a file or a pipe, never to a terminal. A database, a folder and the files that a list names have names of their own.

\`\`\`sh
pdftotext fr.pdf - | concordance check - en.txt --format text
concordance export A/RES/76/299 --format docx | ssh server 'cat > table.docx'
\`\`\`

## Options in a file

\`${CONFIG_NAME}\` in the working folder, or else in the nearest one that it is in, has options by their long names. What stands at its top holds for every command that has such an option and can take the value; what stands under a command holds for that one, and goes before. The command line goes before both. Names of files count from the folder of the file. Switches are \`true\`, options with several values a list. \`--json\` and \`--browser\`, which names a program to run, cannot stand there.

\`\`\`json
{
  "langs": "fr,en",
  "terms": ["terms/ours.tbx"],
  "commands": {
    "check": { "format": "sarif", "fail-on": "warning", "decisions": "settled.json" },
    "terms extract": { "least": 3 }
  }
}
\`\`\`

## In continuous integration

\`check\` ends with 1 where a finding is at least as severe as \`--fail-on\` says and nobody has settled it. \`--format sarif\` and \`--format junit\` say so in the forms that servers read; [formats.md](formats.md) says what is in them. The sentences are in the language of \`LC_ALL\`, \`LC_MESSAGES\` or \`LANG\`.

\`\`\`sh
concordance check fr.txt en.txt --decisions settled.json --format sarif -o findings.sarif
\`\`\`

## Completion

\`\`\`sh
eval "$(concordance completion bash)"      # in ~/.bashrc
concordance completion zsh > "\${fpath[1]}/_concordance"
concordance completion fish > ~/.config/fish/completions/concordance.fish
\`\`\`

All words are in the script, so that nothing has to be started while somebody types; it is made anew after an update.
`

/** Options that nearly every command has and one place explains. */
const EVERYWHERE: ReadonlySet<string> = new Set(['--config', '--no-config', '--help'])

/** The reference of a program as Markdown, in the form that prettier gives it: a chapter a command. */
export function writeReference(program: CommandInfo): string {
  const commands = listCommands(program).filter(({ path }) => path !== '')
  return [HEAD, everywhere(program), ...commands.map(chapter)].join('\n')
}

function everywhere({ options }: CommandInfo): string {
  return [
    '## Options of every command',
    '',
    ...options.map((option) => `- \`${option.flags}\`${after(describeOption(option))}`),
    '',
    '`--version` is asked of the program itself. `completion` and `man` read no options from a file.',
    '',
  ].join('\n')
}

/** The options of a command that are its own. */
export function ownOptions({ options }: CommandInfo): readonly OptionInfo[] {
  return options.filter(({ names }) => !names.some((name) => EVERYWHERE.has(name)))
}

function chapter(command: CommandInfo): string {
  const { path, usage, description, arguments: own, notes, examples, exits } = command
  const lines = [
    ...own.map((argument) => `- \`${signOf(argument)}\`${after(describeArgument(argument))}`),
    ...ownOptions(command).map((option) => `- \`${option.flags}\`${after(describeOption(option))}`),
  ]
  return [
    `## concordance ${path}`,
    '',
    `${sentence(description)}${notes === null ? '' : ` ${plain(notes)}`}`,
    '',
    '```sh',
    usage,
    '```',
    '',
    ...(lines.length === 0 ? [] : [...lines, '']),
    '```sh',
    ...examples,
    '```',
    '',
    `Exit codes: ${exits.map(([code, meaning]) => `${code} ${plain(meaning)}`).join('; ')}.`,
    '',
  ].join('\n')
}

/** What is said of an argument, with its choices. */
export function describeArgument({ description, choices }: ArgumentInfo): string {
  return [description, ...(choices.length === 0 ? [] : [`one of ${choices.join(', ')}`])].join('; ')
}

/** What is said of an option, with its choices and what is taken where it is not given. */
export function describeOption({ description, value, usual }: OptionInfo): string {
  const choices = value?.choices ?? []
  return [
    description,
    ...(choices.length === 0 ? [] : [`one of ${choices.join(', ')}`]),
    ...(usual === null ? [] : [`default ${usual}`]),
  ].join('; ')
}

/** `[files...]`, `<file>`. */
export function signOf({ name, required, variadic }: ArgumentInfo): string {
  const inner = `${name}${variadic ? '...' : ''}`
  return required ? `<${inner}>` : `[${inner}]`
}

function after(description: string): string {
  return description === '' ? '' : `: ${plain(description)}`
}

function sentence(text: string): string {
  const own = plain(text)
  return `${own.charAt(0).toUpperCase()}${own.slice(1)}.`
}

/** A text as Markdown that means it literally. */
function plain(text: string): string {
  return text.replace(/[\\*<`]/gu, '\\$&').replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
}
