import { z } from 'zod'
import {
  alignCorpusSchema,
  alignResolutionSchema,
  decisionSchema,
  findingSchema,
  paragraphSchema,
  rowSchema,
  versionSchema,
} from '../schema'
import { EXPORT_FORMATS } from './export-formats'
import { PROBLEM_CODES, type ProblemCode } from './problem-codes'

/** What the HTTP interface answers, as zod schemas. Keys that are not named here are dropped on the way out; later programs may add some. */

const time = z.iso.datetime().meta({ description: 'ISO 8601, UTC.' })
const slug = z.string().meta({
  description: 'A document’s address, made of its symbol: A/RES/76/299 is A-RES-76-299.',
  examples: ['A-RES-76-299'],
})
const revision = z
  .int()
  .min(0)
  .meta({ description: 'Of the last entry, 0 where there was never one; the number in the ETag.' })
const keys = z.object({
  finding: decisionSchema.shape.key,
  text: decisionSchema.shape.key,
  everywhere: decisionSchema.shape.key,
})

/** A file that a version was read from. */
export const sourceFileSchema = z.object({
  name: z.string(),
  type: z.string(),
  size: z.int().min(0).meta({ description: 'Bytes.' }),
  sha256: z.string(),
})

/** A version without its text. */
export const versionSummarySchema = z.object({
  id: z.string(),
  document: slug,
  language: z.string(),
  status: versionSchema.shape.status,
  title: z.string().nullable(),
  source: z.string().nullable(),
  origin: z.enum(['shipped', 'imported']),
  addedAt: time,
  supersededAt: time
    .nullable()
    .meta({ description: 'When another text took its place; null for the present one.' }),
  file: sourceFileSchema.nullable(),
})

/** A version with its text, which never changes. */
export const versionDetailSchema = versionSummarySchema.extend({
  symbol: z.string().nullable(),
  paragraphs: z.array(paragraphSchema),
})

/** A resolution with its present versions. */
export const documentSchema = z.object({
  slug,
  symbol: z.string(),
  adopted: z.iso.date().nullable(),
  meeting: z.int().nullable(),
  titles: z.record(z.string(), z.string()).meta({ description: 'By language.' }),
  versions: z.array(versionSummarySchema),
})

/** An alignment, which never changes; a later one of the same languages supersedes it. */
export const alignmentSummarySchema = z.object({
  id: z.string(),
  document: slug,
  symbol: z.string(),
  pivot: z.string(),
  versions: z.array(z.object({ language: z.string(), id: z.string() })),
  madeAt: time,
  supersededAt: time.nullable(),
})

/** What is said of a row by people. */
export const confirmationSchema = z.object({
  document: slug,
  key: z.string().meta({ description: 'Made of what the row says, so that it outlives an alignment.' }),
  revision,
  confirmed: z.boolean(),
  by: z.string().nullable(),
  at: time.nullable(),
})

/** A row of an alignment with what people said of it, and its paragraphs where they were asked for. */
export const rowDetailSchema = rowSchema.extend({
  confirmation: confirmationSchema,
  texts: z
    .record(z.string(), z.array(paragraphSchema.pick({ address: true, label: true, text: true })))
    .optional(),
})

/** An entry of a decision’s history; `verdict` is null where it left nothing settled. */
export const decisionEntrySchema = z.object({
  scope: decisionSchema.shape.scope,
  key: decisionSchema.shape.key,
  verdict: decisionSchema.shape.verdict.nullable(),
  reason: z.string().nullable(),
  by: z.string().nullable(),
  at: z.string().nullable(),
  revision,
  document: slug.nullable(),
  undoes: z.int().nullable(),
})

/** What is settled under a key, with everything that was before, the earliest first. */
export const decisionDetailSchema = decisionEntrySchema.extend({ history: z.array(decisionEntrySchema) })

/** A finding of an alignment with its keys, and what was settled of it. */
export const findingDetailSchema = findingSchema.extend({
  id: z.string(),
  alignment: z.string(),
  document: slug,
  symbol: z.string(),
  keys,
  decision: decisionEntrySchema.nullable(),
})

/** A concept of the term base. */
export const conceptSchema = z.object({
  id: z.string(),
  field: z.string(),
  definition: z.string().optional(),
  source: z.string().optional(),
  note: z.string().optional(),
  terms: z.record(
    z.string(),
    z.array(
      z.object({
        wording: z.string(),
        status: z.enum(['preferred', 'admitted', 'deprecated', 'forbidden']),
        match: z.enum(['exact', 'inflected', 'begins']),
        weak: z.boolean().optional(),
        gap: z.boolean().optional(),
        partOfSpeech: z.string().optional(),
        note: z.string().optional(),
      }),
    ),
  ),
})

/** A term base that people have brought, without its concepts. */
export const termBaseSummarySchema = z.object({
  name: z.string(),
  revision,
  by: z.string().nullable(),
  at: time,
})

/** A term base and what it holds; without concepts it is one that was removed. */
export const termBaseSchema = termBaseSummarySchema.extend({
  concepts: z.int().min(0),
  languages: z.array(z.string()),
})

/** A term base as it was brought, with what of the file was left out. */
export const termBaseImportedSchema = termBaseSchema.extend({
  refused: z
    .array(z.object({ line: z.int(), reason: z.string(), detail: z.string() }))
    .meta({ description: 'Lines of the file that could not be read, from 1.' }),
})

const sheetPlace = {
  sheet: z.string(),
  line: z.int().min(1).meta({ description: 'As the sheet counts, from 1.' }),
  row: z.string(),
}

/** What following an edited workbook would do, or did. */
export const workbookPlanSchema = z.object({
  symbol: z.string(),
  applied: z.boolean().meta({ description: 'Whether it was written.' }),
  planned: z.array(
    z.object({
      ...sheetPlace,
      kind: z.enum(['set', 'changed', 'withdrawn']),
      code: findingSchema.shape.code,
      languages: z.array(z.string()),
      key: decisionSchema.shape.key,
      from: decisionSchema.nullable().meta({ description: 'What holds until then.' }),
      to: z.object({ verdict: decisionSchema.shape.verdict, reason: z.string().nullable() }).nullable(),
    }),
  ),
  refused: z.array(
    z.object({
      ...sheetPlace,
      reason: z.enum([
        'unknown-id',
        'unknown-verdict',
        'no-finding',
        'no-verdict',
        'no-reason',
        'two-decisions',
        'no-column',
        'finding-gone',
        'decided-since',
        'wider-scope',
      ]),
      detail: z.string(),
    }),
  ),
  changedTexts: z
    .array(z.object({ ...sheetPlace, language: z.string() }))
    .meta({ description: 'Texts that were edited, and are not taken.' }),
})

/** A form with a file alone. */
export const fileFormSchema = z.object({ file: z.string().meta({ format: 'binary' }) })

/** A job as it is now. */
export const jobSchema = z.object({
  id: z.string(),
  kind: z.string(),
  parent: z.string().nullable(),
  input: z.unknown(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  done: z.int().meta({ description: 'Steps or parts done.' }),
  total: z.int().nullable(),
  cancel: z.boolean().meta({ description: 'Whether somebody has asked for its end.' }),
  result: z.unknown(),
  error: z.object({ code: z.string(), detail: z.string() }).nullable(),
  queuedAt: time,
  startedAt: time.nullable(),
  endedAt: time.nullable(),
})

/** A format of export. */
export const exportFormatSchema = z.object({
  format: z.enum(EXPORT_FORMATS),
  extension: z.string(),
  type: z.string(),
})

/** What became of an imported file. */
export const importedSchema = z.object({
  document: slug,
  symbol: z.string(),
  rows: z
    .int()
    .meta({ description: 'Rows of an aligned file, which are not kept: its texts are aligned anew.' }),
  texts: z.array(
    z.object({
      language: z.string(),
      status: versionSchema.shape.status,
      title: z.string().nullable(),
      paragraphs: z.int(),
      outcome: z.enum(['added', 'replaced', 'unchanged']),
      before: versionSchema.shape.status.nullable(),
      notices: z.array(z.object({ code: z.string(), detail: z.string(), count: z.int() })),
    }),
  ),
})

/** What went wrong (RFC 9457). */
export const problemSchema = z.object({
  type: z.string().meta({ description: 'Where the code is explained.' }),
  title: z.string().meta({ description: 'In the language of Accept-Language, else in English.' }),
  status: z.int(),
  code: z.enum(PROBLEM_CODES as readonly [ProblemCode, ...ProblemCode[]]),
  detail: z.string().optional(),
  errors: z
    .array(z.object({ name: z.string(), message: z.string() }))
    .optional()
    .meta({ description: 'Parameters or parts of the body that do not fit.' }),
  theirs: z
    .union([decisionEntrySchema, confirmationSchema])
    .nullable()
    .optional()
    .meta({ description: 'With revision-stale: what somebody else has settled meanwhile.' }),
})

/** What the interface is. */
export const indexSchema = z.object({
  name: z.string(),
  version: z.string(),
  resources: z.record(z.string(), z.string()),
})

/** What is sent to settle findings under a key. What is ignored needs a reason; `others` are the finding’s keys of the other scopes, as they were seen. */
export const settleSchema = z
  .strictObject({
    verdict: decisionSchema.shape.verdict,
    reason: z.string().trim().max(1000).nullable().default(null),
    by: z.string().trim().max(200).nullable().default(null),
    document: z
      .string()
      .max(200)
      .nullable()
      .default(null)
      .meta({ description: 'The document in which it was settled.' }),
    others: z
      .array(z.object({ scope: decisionSchema.shape.scope, key: decisionSchema.shape.key, revision }))
      .max(2)
      .default([]),
  })
  .refine(({ verdict, reason }) => verdict !== 'ignored' || (reason !== null && reason !== ''), {
    path: ['reason'],
    message: 'what is ignored needs a reason',
  })

/** Who confirms a row. */
export const confirmSchema = z.strictObject({ by: z.string().trim().max(200).nullable().default(null) })

/** A job to add. */
export const newJobSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('align-corpus'), input: alignCorpusSchema.default({}) }),
  z.strictObject({ kind: z.literal('align-resolution'), input: alignResolutionSchema }),
])

/** A form with a file to import. */
export const importFormSchema = z.object({
  file: z.string().meta({ format: 'binary' }),
  symbol: z.string().max(200).optional(),
  language: z.string().max(20).optional(),
  status: z.enum(['official', 'unofficial']).optional(),
  force: z.enum(['true', 'false']).optional(),
})

/** What the answers of lists look like: some items, and how to ask for the next. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    next: z
      .string()
      .nullable()
      .meta({ description: 'The cursor of the next page; null on the last. Also as Link, rel="next".' }),
  })
}
