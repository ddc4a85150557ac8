import { listCommands, type ArgumentInfo, type CommandInfo, type OptionInfo } from '../read-commands'

/** How the reference begins. */
const HEAD = `# Command line

Made from the definitions of the commands by \`npm run write:cli\`; what \`concordance COMMAND --help\` prints, in one place. \`concordance man\` prints it as a page for \`man\`.
`

/** The reference of a program as Markdown, in the form that prettier gives it: a chapter a command. */
export function writeReference(program: CommandInfo): string {
  const commands = listCommands(program).filter(({ path }) => path !== '')
  return [HEAD, ...commands.map(chapter)].join('\n')
}

function chapter({
  path,
  usage,
  description,
  arguments: own,
  options,
  notes,
  examples,
  exits,
}: CommandInfo): string {
  const lines = [
    ...own.map((argument) => `- \`${signOf(argument)}\`${after(describeArgument(argument))}`),
    ...options.map((option) => `- \`${option.flags}\`${after(describeOption(option))}`),
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
    ...lines,
    '',
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
