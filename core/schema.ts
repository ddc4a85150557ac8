import { z } from 'zod'
import type {
  Alignment,
  Check,
  Decision,
  Evidence,
  Finding,
  FindingCode,
  ParagraphKind,
  ReadingReport,
} from './model'

/**
 * The shapes of `model.ts` as they cross the border: what the command line prints and what other programs may rely on. Keys that are not named
 * here are dropped on the way out.
 */

const kinds = [
  'heading', 'title', 'enacting', 'preambular', 'operative', 'section', 'article', 'annex', 'table', 'footnote', 'closing', 'body',
] as const satisfies readonly ParagraphKind[] // prettier-ignore

const codes = [
  'number', 'date', 'symbol', 'opening-verb', 'footnote', 'gap', 'term-missing', 'term-added', 'term-variant', 'term-deprecated', 'term-order',
  'term-inconsistent', 'name', 'country-name', 'negation', 'obligation', 'list-length', 'quotation', 'brackets', 'untranslated', 'omission', 'length',
] as const satisfies readonly FindingCode[] // prettier-ignore

const evidenceKinds = [
  'symbol', 'date', 'number', 'concept', 'meaning', 'name', 'opening', 'note', 'label', 'words', 'learned', 'length', 'version', 'vectors', 'file',
] as const satisfies readonly Evidence['kind'][] // prettier-ignore

/** A footnote mark: `at` is an offset in UTF-16 code units into the paragraph's text; `note` the address of its note, or null. */
export const markSchema = z.object({ at: z.int().min(0), mark: z.string(), note: z.string().nullable() })

/** A stretch of a text, half-open, in UTF-16 code units. */
const spanSchema = z.object({ from: z.int().min(0), to: z.int().min(0) })

/** A paragraph: `text` is what a reader reads, without its printed label and without footnote marks; `italics` are the stretches of it that are printed so. */
export const paragraphSchema = z.object({
  address: z.string(),
  kind: z.enum(kinds),
  label: z.string().nullable(),
  text: z.string(),
  marks: z.array(markSchema),
  italics: z.array(spanSchema),
})

/** One language's text: every paragraph once, footnotes included. */
export const versionSchema = z.object({
  language: z.string(),
  symbol: z.string().nullable(),
  title: z.string().nullable(),
  status: z.enum(['official', 'unofficial', 'unknown']),
  paragraphs: z.array(paragraphSchema),
})

/** How a file was read: what was recognised, mended and taken out, and what a person should look at (see ReadingReport). */
export const reportSchema = z.object({
  format: z.string(),
  encoding: z.string().nullable(),
  languageFrom: z.enum(['given', 'text', 'file']),
  shape: z.enum(['resolution', 'decision', 'treaty', 'report', 'unknown']),
  counts: z.partialRecord(z.enum(kinds), z.int().min(0)),
  repairs: z.array(
    z.object({ kind: z.string(), before: z.string(), after: z.string(), page: z.int().nullable() }),
  ),
  removed: z.array(z.object({ kind: z.string(), text: z.string() })),
  notices: z.array(z.object({ code: z.string(), detail: z.string(), count: z.int().min(0) })),
})

/** Proof, when types are checked, that a report of the core fits the published shape: never where it does not. */
export type ReportFits = ReadingReport extends Readonlike<z.infer<typeof reportSchema>> ? true : never

/** What `concordance segment` prints: a version and how it was read; a list of them where a file has several. */
export const segmentedSchema = versionSchema.extend({ report: reportSchema })

/** What `concordance import --format json` prints: what became of each file, in the order in which they were named. `rows` counts an aligned file's rows, which are not kept. */
export const importsSchema = z.array(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('imported'),
      file: z.string(),
      slug: z.string(),
      symbol: z.string(),
      rows: z.int().min(0),
      texts: z.array(
        z.object({
          language: z.string(),
          status: z.enum(['official', 'unofficial', 'unknown']),
          title: z.string().nullable(),
          paragraphs: z.int().min(0),
          outcome: z.enum(['added', 'replaced', 'unchanged']),
          before: z.enum(['official', 'unofficial', 'unknown']).nullable(),
          report: reportSchema,
        }),
      ),
    }),
    z.object({ kind: z.literal('failed'), file: z.string(), reason: z.string() }),
  ]),
)

/** What `concordance fetch --format json` prints: what became of each language, in the order in which they were asked for; where the site cannot be reached nothing more is asked. */
export const fetchesSchema = z.array(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('fetched'),
      slug: z.string(),
      language: z.string(),
      status: z.enum(['official', 'unofficial', 'unknown']),
      title: z.string().nullable(),
      paragraphs: z.int().min(0),
      outcome: z.enum(['added', 'replaced', 'unchanged']),
      before: z.enum(['official', 'unofficial', 'unknown']).nullable(),
      report: reportSchema,
    }),
    z.object({ kind: z.literal('failed'), language: z.string(), code: z.string(), reason: z.string() }),
  ]),
)

/** What the page sends to get one official text from the document site. */
export const fetchRequestSchema = z.object({
  symbol: z.string().min(1).max(200),
  language: z.enum(['ar', 'zh', 'en', 'fr', 'ru', 'es']),
})

/** A reason for a row: `weight` in nats, positive for it and negative against it. */
export const evidenceSchema = z.object({ kind: z.enum(evidenceKinds), value: z.string(), weight: z.number() })

/** A row of the grid: `cells` has every version's key, an absent side is an empty list; `confidence` is 0–1. */
export const rowSchema = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  cells: z.record(z.string(), z.array(z.string())),
  confidence: z.number().min(0).max(1),
  evidence: z.array(evidenceSchema),
  moved: z.array(z.string()),
})

/** What `concordance align` prints: rows follow the pivot's order. */
export const alignmentSchema = z.object({
  pivot: z.string(),
  versions: z.array(versionSchema),
  rows: z.array(rowSchema),
})

/** A place: a half-open range of UTF-16 code units of one paragraph's text. */
export const placeSchema = spanSchema.extend({ address: z.string() })

/** A finding between the pivot and one other version. */
export const findingSchema = z.object({
  code: z.enum(codes),
  severity: z.enum(['error', 'warning', 'info']),
  row: z.string(),
  places: z.record(z.string(), z.array(placeSchema)),
  found: z.string().nullable(),
  expected: z.string().nullable(),
  rule: z.string(),
  sought: z.array(z.string()),
  matched: z.string().nullable(),
  concept: z.string().nullable(),
  confidence: z.number().min(0).max(1),
})

/** A check as the core makes it: the alignment with its findings. */
export const checkSchema = alignmentSchema.extend({ findings: z.array(findingSchema) })

/** A check as other programs get it. */
export type CheckJson = z.infer<typeof checkSchema>

type Readonlike<T> = T extends readonly (infer U)[]
  ? readonly Readonlike<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Readonlike<T[K]> }
    : T

/** Proof, when types are checked, that a check of the core fits the published shape: never where it does not. */
export type CheckFits = Check extends Readonlike<CheckJson> ? true : never

/** A key of a decision: 64 bits as 16 hexadecimal digits. */
const keySchema = z.string().regex(/^[0-9a-f]{16}$/u)

/** A decision of a person on findings: `key` as `concordance check` gives it for the scope. Who and when may be left out. */
export const decisionSchema = z.object({
  scope: z.enum(['finding', 'text', 'everywhere']),
  key: keySchema,
  verdict: z.enum(['error', 'accepted', 'ignored']),
  reason: z.string().nullable().default(null),
  by: z.string().nullable().default(null),
  at: z.iso.datetime({ offset: true }).nullable().default(null),
})

/** A file of decisions: a list, later ones before earlier ones where both speak to one finding. */
export const decisionsSchema = z.array(decisionSchema)

/** A finding as `concordance check` prints it, with its keys by scope, for a file of decisions, and the decision that it took. */
export const reportedFindingSchema = findingSchema.extend({
  keys: z.object({ finding: keySchema, text: keySchema, everywhere: keySchema }),
  decision: decisionSchema.nullable(),
})

/** What `concordance check` prints: each finding with its keys by scope, for a file of decisions, and the decision that it took; then the decisions that none took. */
export const checkReportSchema = checkSchema.extend({
  findings: z.array(reportedFindingSchema),
  unusedDecisions: decisionsSchema,
})

/** A check with what people settled about its findings. */
export interface CheckReport extends Alignment {
  readonly findings: readonly (Finding & {
    readonly keys: Readonly<Record<Decision['scope'], string>>
    readonly decision: Decision | null
  })[]
  /** In the order of their file. */
  readonly unusedDecisions: readonly Decision[]
}

/** Proof, when types are checked, that a report fits the published shape: never where it does not. */
export type CheckReportFits = CheckReport extends Readonlike<z.infer<typeof checkReportSchema>> ? true : never

const revisionSchema = z.int().min(0)

const seenSchema = z.object({ scope: decisionSchema.shape.scope, key: keySchema, revision: revisionSchema })

/** What a page sends to settle findings, or to take the last decision on them back: `revision` is the last that the person saw, 0 for none. `others` are the finding's keys of the other scopes, as they were seen. What is ignored needs a reason. */
export const decisionRequestSchema = z.discriminatedUnion('action', [
  z
    .object({
      action: z.literal('settle'),
      ...seenSchema.shape,
      others: z.array(seenSchema).max(2).default([]),
      verdict: decisionSchema.shape.verdict,
      reason: z.string().trim().max(1000).nullable(),
    })
    .refine(({ verdict, reason }) => verdict !== 'ignored' || (reason !== null && reason !== '')),
  z.object({ action: z.literal('undo'), ...seenSchema.shape }),
])

/** What a page sends to confirm a row of the alignment that it shows (`languages` are the versions in their order), or to take a confirmation back. */
export const rowRequestSchema = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('confirm'),
    languages: z.array(z.string().max(20)).min(2).max(12),
    alignment: z.string().max(100),
    row: z.string().max(100),
    revision: revisionSchema,
  }),
  z.object({ action: z.literal('withdraw'), key: z.string().max(100), revision: revisionSchema }),
])

const languagesSchema = z.array(z.string().min(1).max(20)).min(2).max(12)

/** The input of a job that aligns and checks one resolution of the store in some of its languages. */
export const alignResolutionSchema = z.object({
  slug: z.string().min(1).max(200),
  languages: languagesSchema,
  pivot: z.string().max(20).optional(),
})

/** The input of a job that aligns and checks every resolution of the store; in all languages that each has unless some are named. */
export const alignCorpusSchema = z.object({ languages: languagesSchema.optional() })

/** What a page sends to align and check the whole corpus anew, or to cancel a job. */
export const jobRequestSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('align-corpus') }),
  z.object({ action: z.literal('cancel'), id: z.string().min(1).max(100) }),
])

const verbUseSchema = z.object({
  document: z.int().min(1),
  symbol: z.string().nullable(),
  row: z.string(),
  cells: z.record(z.string(), z.array(z.string())),
})

/**
 * What `concordance check --verbs` prints, over one document or many (`document` is its number among those that could be read): each opening verb of the pivot with what answers it in each other version, the commonest first, and where; then
 * what departs from the usual (see VerbFinding).
 */
export const verbTableSchema = z.object({
  pivot: z.string(),
  documents: z.int().min(1),
  verbs: z.array(
    z.object({
      language: z.string(),
      verb: z.string(),
      count: z.int().min(1),
      renderings: z.array(
        z.object({
          wording: z.string(),
          count: z.int().min(1),
          shared: z.boolean(),
          accepted: z.boolean(),
          uses: z.array(verbUseSchema),
        }),
      ),
    }),
  ),
  findings: z.array(
    z.object({
      rule: z.enum(['rendered-otherwise', 'rendering-shared']),
      severity: z.enum(['error', 'warning', 'info']),
      language: z.string(),
      verb: z.string(),
      wording: z.string(),
      count: z.int().min(1),
      usual: z.string(),
      usualCount: z.int().min(1),
      uses: z.array(verbUseSchema),
    }),
  ),
})

/** The table of opening verbs as other programs get it. */
export type VerbTable = Readonlike<z.infer<typeof verbTableSchema>>

/** The published shapes by the command that prints them: `export` is what `concordance export --format json` writes, `decisions` what `--decisions` reads. */
export const PUBLISHED_SCHEMAS = {
  align: alignmentSchema,
  check: checkReportSchema,
  export: checkSchema,
  segment: versionSchema,
  verbs: verbTableSchema,
  decisions: decisionsSchema,
} as const

/** A published shape as JSON Schema (draft 2020-12), as a value that can be written as JSON. */
export function jsonSchemaOf(name: keyof typeof PUBLISHED_SCHEMAS): object {
  return z.toJSONSchema(PUBLISHED_SCHEMAS[name], { io: name === 'decisions' ? 'input' : 'output' })
}
