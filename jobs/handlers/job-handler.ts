import type { Knowledge } from '../../core/model'
import type { Store } from '../../store/database/open-store'
import { finishJob } from '../../store/held-jobs'
import { divideJob, type NewJob } from '../../store/jobs'
import type { Job } from '../../store/job-row'
import { JobError } from '../job-error'

/** What alignments are made by: the program (`aligner`), what it knows, and a hash of that (`options`). */
export interface JobMeans {
  readonly aligner: string
  readonly options: () => Promise<string>
  readonly knowledge: () => Promise<Knowledge>
}

/** What a handler works with. */
export interface JobContext {
  readonly store: Store
  readonly means: JobMeans
  /** Aborted where the job is to stop. */
  readonly signal: AbortSignal
  /** Tells that so many steps are done, of `total` where that is known, and lets a wish to stop in. Rejects where the job is to stop. */
  readonly progress: (done: number, total: number | null) => Promise<void>
}

/** A schema of `core/schema.ts`. */
export interface InputSchema<Input> {
  readonly safeParse: (value: unknown) => { readonly success: boolean; readonly data?: Input }
}

/** What can be done with jobs of one kind. */
export interface JobHandler {
  readonly kind: string
  /** Whether it takes this input. */
  readonly accepts: (input: unknown) => boolean
  /** Works a held job to its end; false where it was taken over meanwhile. Rejects, without having written anything, where it fails or is to stop. */
  readonly work: (job: Job, context: JobContext) => Promise<boolean>
}

/** The handler of a kind whose jobs are worked on in one go: `run` makes something and writes nothing, `effect` writes it in the transaction that ends the job, and gives what is kept as the job's result. */
export function jobHandler<Input, Made>(given: {
  readonly kind: string
  readonly schema: InputSchema<Input>
  readonly run: (input: Input, context: JobContext) => Promise<Made>
  readonly effect: (store: Store, made: Made, input: Input) => Promise<unknown>
}): JobHandler {
  const { kind, schema, run, effect } = given
  return {
    kind,
    accepts: (input) => schema.safeParse(input).success,
    async work(job, context) {
      const input = readInput(schema, job)
      const made = await run(input, context)
      context.signal.throwIfAborted()
      return finishJob(context.store, job, (inner) => effect(inner, made, input))
    },
  }
}

/** The handler of a kind whose jobs are divided into parts, which any worker may take; their progress is that of the whole. */
export function dividedJobHandler<Input>(given: {
  readonly kind: string
  readonly schema: InputSchema<Input>
  readonly parts: (store: Store, input: Input, job: Job) => Promise<readonly NewJob[]>
}): JobHandler {
  const { kind, schema, parts } = given
  return {
    kind,
    accepts: (input) => schema.safeParse(input).success,
    async work(job, { store, signal }) {
      const input = readInput(schema, job)
      signal.throwIfAborted()
      return divideJob(store, job, (inner) => parts(inner, input, job))
    },
  }
}

function readInput<Input>(schema: InputSchema<Input>, { kind, input }: Job): Input {
  const parsed = schema.safeParse(input)
  if (!parsed.success || parsed.data === undefined) throw new JobError('bad-input', kind)
  return parsed.data
}
