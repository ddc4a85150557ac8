import { Option, type Command } from 'commander'
import type { TermBase } from '../../core/model'
import { lintTerms, type LintProblem } from '../../core/terms/formats/lint-terms'
import { mergeDuplicates } from '../../core/terms/formats/merge-duplicates'
import { readTermFile } from '../../core/terms/formats/read-term-file'
import { TermFileError } from '../../core/terms/formats/term-file-error'
import { writeTermFile } from '../../core/terms/formats/write-term-file'
import { addNotes } from '../command-notes'
import { addFormatOption, addOutputOption } from '../common-options'
import { EXIT, type Context } from '../main'
import { readBytes } from '../read-files'
import { DASH, fileLabel } from '../standard-input'
import { oneLine, UsageError } from '../usage-error'
import { refuseTerminal, writeOutput } from '../write-output'

interface ConvertOptions {
  readonly tbx: '2' | '3'
  readonly merge?: boolean
  readonly title?: string
  readonly format?: 'tbx' | 'csv' | 'xlsx'
}

/** `concordance terms`: what is done with term bases. Gives the command, to which more can be added. */
export function addTerms(program: Command, context: Context): Command {
  const terms = addNotes(program.command('terms').description('convert and examine term bases'), {
    examples: ['concordance terms convert ours.xlsx ours.tbx', 'concordance terms lint ours.tbx'],
  })
  addConvert(terms)
  addLint(terms, context)
  return terms
}

/** `concordance terms convert IN OUT`: a term base into the format of OUT's ending. */
export function addConvert(terms: Command): void {
  const command = terms
    .command('convert')
    .description('write a term base in the format of the second name: .tbx, .csv or .xlsx')
    .argument('<in>', 'TBX 2 or 3, CSV or XLSX')
    .argument('<out>', 'the file to write; - is stdout, for which --format says what')
    .addOption(new Option('--tbx <version>', 'version of TBX').choices(['2', '3']).default('3'))
    .option('--merge', 'join concepts that share a preferred wording in two languages')
    .option('--title <title>', 'title of the term base in TBX')
  addFormatOption(command, {
    choices: ['tbx', 'csv', 'xlsx'],
    description: 'what is written (default: by the ending of the second name)',
  })
  addNotes(command, {
    examples: [
      'concordance terms convert untermexport.xlsx ours.tbx --merge',
      'concordance terms convert - - --format csv < ours.tbx',
    ],
  }).action(async (input: string, output: string, options: ConvertOptions) => {
    const { format } = options
    const file = output === DASH ? undefined : output
    if (format === undefined && file === undefined)
      throw new UsageError('usage', 'stdout has no ending that says what is written; name it with --format')
    if (format !== undefined) refuseTerminal(format, file)
    const read = await readBase(input)
    if (read.length === 0) throw new UsageError(fileLabel(input), 'no term could be read')
    const { base, merged } = options.merge === true ? mergeDuplicates(read) : { base: read, merged: [] }
    for (const { id, from } of merged) tell(input, 0, `${from.join(', ')} joined with ${id}`)
    const version = options.tbx === '2' ? 2 : 3
    const name = format === undefined ? output : `${output}.${format}`
    const data = await told(output, writeTermFile(base, name, { version, title: options.title ?? '' }))
    await writeOutput(data, file)
  })
}

/** `concordance terms lint FILE…`: what is wrong in term bases, each looked at on its own. */
export function addLint(terms: Command, context: Context): void {
  const command = terms
    .command('lint')
    .description('list empty, duplicate and contradictory entries, and what would not be found')
    .argument('<files...>', 'TBX 2 or 3, CSV or XLSX')
  addNotes(addOutputOption(addFormatOption(command, { choices: ['text', 'json'], default: 'text' })), {
    examples: ['concordance terms lint ours.tbx', 'concordance terms lint ours.csv --json'],
    exits: { 1: 'something is wrong in a term base' },
  }).action(
    async (files: string[], options: { readonly format: 'text' | 'json'; readonly output?: string }) => {
      const problems: (LintProblem & { readonly file: string })[] = []
      for (const file of files) {
        const base = await readBase(file)
        if (base.length === 0) throw new UsageError(fileLabel(file), 'no term could be read')
        problems.push(...lintTerms(base).map((problem) => ({ file: fileLabel(file), ...problem })))
      }
      const lines = problems.map((problem) => `${writeProblem(problem)}\n`).join('')
      const text = options.format === 'json' ? `${JSON.stringify(problems, null, 2)}\n` : lines
      await writeOutput(text, options.output)
      if (problems.length > 0) context.exit(EXIT.findings)
    },
  )
}

/** Reads a term base and tells what of it was left out, a line each on stderr. Throws UsageError where nothing can be read. */
async function readBase(file: string): Promise<TermBase> {
  const { base, refused } = await told(file, readTermFile(await readBytes(file), file))
  for (const { line, reason, detail } of refused) tell(file, line, `${reason} ${detail}`)
  return base
}

function tell(file: string, line: number, reason: string): void {
  process.stderr.write(`${oneLine(`concordance: ${place(file, line)}: ${reason}`)}\n`)
}

function place(file: string, line: number): string {
  return line > 0 ? `${fileLabel(file)}:${line}` : fileLabel(file)
}

async function told<T>(file: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof TermFileError)) throw error
    throw new UsageError(place(file, error.line), error.message)
  }
}

function writeProblem({
  file,
  code,
  concept,
  language,
  wordings,
  others,
}: LintProblem & { readonly file: string }): string {
  const where = [concept, ...(language === null ? [] : [language])].join(' ')
  const what = wordings.map((wording) => ` "${wording}"`).join('')
  return oneLine(`${file}: ${where}: ${code}${what}${others.length > 0 ? ` (${others.join(', ')})` : ''}`)
}
