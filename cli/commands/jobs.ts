import type { Command } from 'commander'
import { makeTranslator } from '../../i18n/translator'
import { HANDLERS } from '../../jobs/handlers/handlers'
import { addJob, cancelJob, listJobs } from '../../store/jobs'
import { listResolutions } from '../../store/list-resolutions'
import { addNotes } from '../command-notes'
import { addFormatOption, addOutputOption } from '../common-options'
import { jobLine } from '../describe-work'
import { EXIT, type Context } from '../main'
import { UsageError } from '../usage-error'
import { watchJobs } from '../watch-jobs'
import { DATABASE, withStore, type StoreOptions } from '../with-store'
import { writeOutput } from '../write-output'

interface ListOptions extends StoreOptions {
  readonly format: 'text' | 'json'
  readonly all?: boolean
  readonly output?: string
}

interface AddOptions extends StoreOptions {
  readonly langs?: string
  readonly input?: string
  readonly output?: string
}

/** The most jobs that are listed: those of months. */
const MOST = 1000

/** `concordance jobs`: lists jobs, adds, cancels and watches them. */
export function addJobs(program: Command, context: Context): void {
  const jobs = program
    .command('jobs')
    .description('list the jobs of a store, the latest first')
    .option(...DATABASE)
    .option('--all', 'also the parts of other jobs')
  addNotes(addOutputOption(addFormatOption(jobs, { choices: ['text', 'json'], default: 'text' })), {
    examples: [
      'concordance jobs --all --json',
      'concordance jobs watch $(concordance jobs add align-corpus)',
    ],
  }).action((options: ListOptions) =>
    withStore(options, async (store) => {
      const t = makeTranslator('en')
      const found = await listJobs(store, { top: options.all !== true, limit: MOST })
      const text =
        options.format === 'json'
          ? `${JSON.stringify(found, null, 2)}\n`
          : found.map((job) => `${jobLine(job, t)}\n`).join('')
      await writeOutput(text, options.output)
    }),
  )
  addAdd(jobs)
  addCancel(jobs)
  addWatch(jobs, context)
}

/** `concordance jobs add KIND`: queues a job and writes its id. */
function addAdd(jobs: Command): void {
  const kinds = HANDLERS.map(({ kind }) => kind).join(', ')
  const command = jobs
    .command('add')
    .description('add a job and write its id')
    .argument('<kind>', kinds)
    .argument('[slug]', 'align-resolution: which, as in its address on the page, A-RES-76-299')
    .option(...DATABASE)
    .option('--langs <codes>', 'the languages to align, fr,en (align-corpus: default all)')
    .option('--input <json>', 'the whole input as JSON, instead of slug and languages')
  addNotes(addOutputOption(command), {
    examples: [
      'concordance jobs add align-corpus',
      'concordance jobs add align-resolution A-RES-76-299 --langs fr,en,ar',
    ],
  }).action((kind: string, slug: string | undefined, options: AddOptions) => {
    const handler = HANDLERS.find((one) => one.kind === kind)
    if (handler === undefined) throw new UsageError(kind, `no such kind of job; there are ${kinds}`)
    const input = options.input === undefined ? inputOf(slug, options.langs) : parse(options.input)
    if (!handler.accepts(input)) throw new UsageError('usage', `${kind} does not take this input; see --help`)
    return withStore(options, async (store) => {
      if (slug !== undefined && (await listResolutions(store, slug)).length === 0)
        throw new UsageError(slug, 'no such resolution in the store')
      await writeOutput(`${await addJob(store, { kind, input })}\n`, options.output)
    })
  })
}

/** `concordance jobs cancel ID`. */
function addCancel(jobs: Command): void {
  const command = jobs
    .command('cancel')
    .description('cancel a job with its parts: at once where it waits, at its next step where it runs')
    .argument('<id>', 'what jobs add wrote')
    .option(...DATABASE)
  addNotes(command, { examples: ['concordance jobs cancel 01J9Z3'] }).action(
    (id: string, options: StoreOptions) =>
      withStore(options, async (store) => {
        if (!(await cancelJob(store, id))) throw new UsageError(id, 'no such job, or it has ended')
      }),
  )
}

/** `concordance jobs watch [ID]`: waits for a job, or for all. */
function addWatch(jobs: Command, { exit }: Context): void {
  const command = jobs
    .command('watch')
    .description('wait till a job has ended, or till all have that have not yet, and write how')
    .argument('[id]', 'what jobs add wrote (default: all that have not ended)')
    .option(...DATABASE)
  addNotes(addOutputOption(command), {
    examples: ['concordance jobs watch', 'concordance jobs watch $(concordance jobs add align-corpus)'],
    exits: { 1: 'a job failed or was cancelled' },
  }).action((id: string | undefined, options: StoreOptions & { readonly output?: string }) =>
    withStore(options, async (store) => {
      const ended = await watchJobs(store, id, process.stderr)
      const t = makeTranslator('en')
      await writeOutput(ended.map((job) => `${jobLine(job, t)}\n`).join(''), options.output)
      if (ended.some(({ state }) => state !== 'done')) exit(EXIT.findings)
    }),
  )
}

function inputOf(slug: string | undefined, langs: string | undefined): Readonly<Record<string, unknown>> {
  const languages = langs?.split(',').map((code) => code.trim())
  return { ...(slug !== undefined && { slug }), ...(languages !== undefined && { languages }) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError('usage', '--input is no JSON')
  }
}
