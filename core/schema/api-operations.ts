import { z } from 'zod'
import { decisionSchema, findingSchema, rowSchema } from '../schema'
import {
  alignmentSummarySchema,
  conceptSchema,
  confirmationSchema,
  confirmSchema,
  decisionDetailSchema,
  decisionEntrySchema,
  documentSchema,
  exportFormatSchema,
  findingDetailSchema,
  importedSchema,
  indexSchema,
  jobSchema,
  newJobSchema,
  pageOf,
  rowDetailSchema,
  settleSchema,
  termBaseImportedSchema,
  termBaseSchema,
  termBaseSummarySchema,
  versionDetailSchema,
  versionSummarySchema,
  workbookPlanSchema,
} from './api-values'
import { EXPORT_FORMATS } from './export-formats'
import type { ProblemCode } from './problem-codes'

/** The methods that the interface knows. */
export type ApiMethod = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** One thing that can be asked of the HTTP interface: all that its handler, its types and its documentation need to know. */
export interface Operation<
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly id: string
  readonly method: ApiMethod
  /** Below `/api/v1`, parameters in braces. */
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly description?: string
  readonly query?: Query
  /** A body of JSON. */
  readonly body?: Body
  /** The form that a file may come in as its part `file`, where the body is a file; it may also be the whole body. */
  readonly file?: 'ImportForm' | 'FileForm'
  readonly status: 200 | 201 | 202
  /** What is answered; null where it is a file. */
  readonly answer: Answer | null
  /** Whether `If-Match` must name the revision that was seen. */
  readonly revision?: true
  /** Headers of the answer that are its own, with what they say. */
  readonly headers?: Readonly<Record<string, string>>
  /** Problems besides those that every operation of its kind may have. */
  readonly problems?: readonly ProblemCode[]
}

function operation<
  Query extends z.ZodType = z.ZodType<Record<string, never>>,
  Body extends z.ZodType = z.ZodType<null>,
  Answer extends z.ZodType = z.ZodType,
>(given: Operation<Query, Body, Answer>): Operation<Query, Body, Answer> {
  return given
}

/** Items of a page, unless `limit` says otherwise, and at most. */
const PAGE = { usual: 50, most: 200 } as const

const page = {
  limit: z.coerce
    .number()
    .pipe(z.int().min(1).max(PAGE.most))
    .default(PAGE.usual)
    .meta({ description: 'Items of a page at most.' }),
  cursor: z
    .string()
    .max(1000)
    .optional()
    .meta({ description: 'The next of the page before. Opaque; holds however much is added meanwhile.' }),
}

const flag = z.stringbool({ truthy: ['true', '1'], falsy: ['false', '0'] })

function listOf<T extends z.ZodType<string, string>>(item: T) {
  return z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(item).min(1).max(50))
}

const language = z
  .string()
  .max(20)
  .meta({ description: 'A BCP 47 code.', examples: ['fr'] })
const symbol = z
  .string()
  .max(200)
  .meta({ description: 'A symbol or how it begins, in any case.', examples: ['A/RES/76/'] })
const document = z
  .string()
  .max(200)
  .meta({ description: 'A document’s slug.', examples: ['A-RES-76-299'] })

const baseName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .meta({ description: 'A term base’s name.', examples: ['house-style'] })
const by = z.string().trim().max(200).optional().meta({ description: 'Who does it.' })
const TERM_FILE =
  'TBX 2 or 3, CSV or XLSX with a column a language, told from its content; the body, or the part `file` of a form. Lines that cannot be read are left out and told. All of the rest is kept, or nothing.'

const EXPORT_QUERY = z.strictObject({
  languages: listOf(z.enum(['ar', 'zh', 'en', 'fr', 'ru', 'es'])).meta({
    description: 'Versions in the order of the columns.',
    examples: [['fr', 'en']],
  }),
  codes: listOf(findingSchema.shape.code)
    .optional()
    .meta({ description: 'Kinds of finding; all unless given.' }),
  open: flag.optional().meta({ description: 'Leaves out findings that were accepted or ignored.' }),
  confirmed: flag.optional().meta({ description: 'Only rows that a person has confirmed.' }),
  unit: z
    .enum(['paragraph', 'sentence'])
    .optional()
    .meta({ description: 'What a row is; sentences stay inside the rows of their paragraphs. Not akn.' }),
  layout: z
    .enum(['columns', 'stacked'])
    .optional()
    .meta({ description: 'docx: the versions side by side, or one below the other.' }),
  bom: flag
    .optional()
    .meta({ description: 'csv, tsv: whether the file begins with a byte order mark; it does unless given.' }),
  inline: flag
    .optional()
    .meta({ description: 'tmx, xliff, xliff2: italics and footnote marks as inline codes.' }),
  multilingual: flag
    .optional()
    .meta({ description: 'tmx: one file of all languages instead of one a pair.' }),
  allTerms: flag
    .optional()
    .meta({ description: 'tbx, tbx3: the whole term base instead of the terms of this text.' }),
  locale: z
    .enum(['ar', 'zh', 'en', 'fr', 'ru', 'es'])
    .default('en')
    .meta({ description: 'The language of headings and of the sentences of findings.' }),
})

/** Everything that can be asked, in the order in which it is documented. */
export const OPERATIONS = {
  getIndex: operation({
    id: 'getIndex',
    method: 'GET',
    path: '',
    tag: 'about',
    summary: 'What the interface is and where its resources are',
    status: 200,
    answer: indexSchema,
  }),
  getOpenApi: operation({
    id: 'getOpenApi',
    method: 'GET',
    path: '/openapi.json',
    tag: 'about',
    summary: 'This description, as OpenAPI 3.1',
    status: 200,
    answer: z.looseObject({ openapi: z.string() }),
  }),
  listDocuments: operation({
    id: 'listDocuments',
    method: 'GET',
    path: '/documents',
    tag: 'documents',
    summary: 'Resolutions with their present versions, in order of slug',
    query: z.strictObject({ symbol: symbol.optional(), language: language.optional(), ...page }),
    status: 200,
    answer: pageOf(documentSchema),
  }),
  importDocument: operation({
    id: 'importDocument',
    method: 'POST',
    path: '/documents',
    tag: 'documents',
    summary: 'Import a file',
    description:
      'The file is the body, or the part `file` of a form whose other parts take the place of the parameters. What it is, is told from its content first, then from `name`. All of it is kept, or nothing.',
    query: z.strictObject({
      symbol: symbol.optional().meta({ description: 'Where the text does not say it, or says another.' }),
      language: language.optional().meta({ description: 'Told from the text unless given.' }),
      status: z.enum(['official', 'unofficial']).optional(),
      force: flag.optional().meta({ description: 'Let it take the place of a text of better status.' }),
      name: z
        .string()
        .max(300)
        .optional()
        .meta({ description: 'The file’s name.', examples: ['fr.docx'] }),
    }),
    file: 'ImportForm',
    status: 201,
    answer: importedSchema,
    problems: ['worse-text', 'unreadable-file', 'symbol-missing', 'symbol-wrong', 'symbols-differ'],
  }),
  getDocument: operation({
    id: 'getDocument',
    method: 'GET',
    path: '/documents/{document}',
    tag: 'documents',
    summary: 'A resolution with its present versions and the files that they come from',
    status: 200,
    answer: documentSchema,
  }),
  listExports: operation({
    id: 'listExports',
    method: 'GET',
    path: '/documents/{document}/exports',
    tag: 'exports',
    summary: 'The formats that a document can be downloaded in',
    status: 200,
    answer: pageOf(exportFormatSchema),
  }),
  getExport: operation({
    id: 'getExport',
    method: 'GET',
    path: '/documents/{document}/exports/{format}',
    tag: 'exports',
    summary: 'Some versions of a document, aligned, as a file',
    description: `Formats: ${EXPORT_FORMATS.join(', ')}. Where the format makes several files of so many versions, a ZIP archive.`,
    query: EXPORT_QUERY,
    status: 200,
    answer: null,
    headers: {
      'Concordance-Losses':
        'What the files do not hold although the table has it, as a structured list (RFC 9651), an item a loss and file: gaps;count=3;file="A-RES-76-299.fr-en.tmx", the name percent-encoded. Losses: control-characters and lone-surrogates (written as U+FFFD), gaps (rows that one version alone has), no-source (rows without a source text), footnote-marks, italics, long-texts (cut), formula-cells (guarded by an apostrophe), isolates (written as marks of direction). Absent where nothing is lost. HEAD tells it without the file.',
    },
    problems: ['nothing-to-export'],
  }),
  listVersions: operation({
    id: 'listVersions',
    method: 'GET',
    path: '/versions',
    tag: 'versions',
    summary: 'Versions without their texts, by document and language',
    query: z.strictObject({
      document: document.optional(),
      symbol: symbol.optional(),
      language: language.optional(),
      status: z.enum(['official', 'unofficial', 'unknown']).optional(),
      superseded: flag.optional().meta({ description: 'Also those whose place another text has taken.' }),
      ...page,
    }),
    status: 200,
    answer: pageOf(versionSummarySchema),
  }),
  getVersion: operation({
    id: 'getVersion',
    method: 'GET',
    path: '/versions/{version}',
    tag: 'versions',
    summary: 'A version with its text',
    status: 200,
    answer: versionDetailSchema,
  }),
  getVersionFile: operation({
    id: 'getVersionFile',
    method: 'GET',
    path: '/versions/{version}/file',
    tag: 'versions',
    summary: 'The file that a version was read from, byte for byte',
    status: 200,
    answer: null,
  }),
  listAlignments: operation({
    id: 'listAlignments',
    method: 'GET',
    path: '/alignments',
    tag: 'alignments',
    summary: 'Alignments, by document',
    description:
      'A job `align-resolution` makes one, and so does a page or an export that shows it for the first time.',
    query: z.strictObject({
      document: document.optional(),
      symbol: symbol.optional(),
      language: language.optional().meta({ description: 'Only alignments with a version in this language.' }),
      superseded: flag.optional().meta({ description: 'Also those whose place a later one has taken.' }),
      ...page,
    }),
    status: 200,
    answer: pageOf(alignmentSummarySchema),
  }),
  getAlignment: operation({
    id: 'getAlignment',
    method: 'GET',
    path: '/alignments/{alignment}',
    tag: 'alignments',
    summary: 'An alignment without its rows',
    status: 200,
    answer: alignmentSummarySchema,
  }),
  listRows: operation({
    id: 'listRows',
    method: 'GET',
    path: '/alignments/{alignment}/rows',
    tag: 'rows',
    summary: 'The rows of an alignment, in order',
    query: z.strictObject({
      kind: listOf(rowSchema.shape.kind).optional(),
      confirmed: flag
        .optional()
        .meta({ description: 'Only those that are confirmed, or only those that are not.' }),
      texts: flag.optional().meta({ description: 'With the paragraphs, not only their addresses.' }),
      ...page,
    }),
    status: 200,
    answer: pageOf(rowDetailSchema),
  }),
  getRow: operation({
    id: 'getRow',
    method: 'GET',
    path: '/alignments/{alignment}/rows/{row}',
    tag: 'rows',
    summary: 'A row with its paragraphs',
    status: 200,
    answer: rowDetailSchema,
  }),
  getConfirmation: operation({
    id: 'getConfirmation',
    method: 'GET',
    path: '/alignments/{alignment}/rows/{row}/confirmation',
    tag: 'rows',
    summary: 'What people said of a row; its ETag is the revision',
    status: 200,
    answer: confirmationSchema,
  }),
  confirmRow: operation({
    id: 'confirmRow',
    method: 'PUT',
    path: '/alignments/{alignment}/rows/{row}/confirmation',
    tag: 'rows',
    summary: 'Confirm a row, which no later alignment changes',
    description:
      'Also refused where a row with some of the same paragraphs is confirmed, or the alignment is superseded.',
    body: confirmSchema,
    status: 200,
    answer: confirmationSchema,
    revision: true,
  }),
  withdrawConfirmation: operation({
    id: 'withdrawConfirmation',
    method: 'DELETE',
    path: '/alignments/{alignment}/rows/{row}/confirmation',
    tag: 'rows',
    summary: 'Take a confirmation back',
    status: 200,
    answer: confirmationSchema,
    revision: true,
  }),
  listFindings: operation({
    id: 'listFindings',
    method: 'GET',
    path: '/findings',
    tag: 'findings',
    summary: 'Findings of present alignments, or of one alignment, with what is settled of them',
    query: z.strictObject({
      alignment: z.string().max(100).optional(),
      document: document.optional(),
      symbol: symbol.optional(),
      language: language.optional().meta({ description: 'Only findings with a place in this language.' }),
      code: listOf(findingSchema.shape.code).optional(),
      severity: listOf(findingSchema.shape.severity).optional(),
      open: flag.optional().meta({
        description: 'True: what nobody has accepted or ignored; false: what somebody has.',
      }),
      ...page,
    }),
    status: 200,
    answer: pageOf(findingDetailSchema),
  }),
  getFinding: operation({
    id: 'getFinding',
    method: 'GET',
    path: '/findings/{finding}',
    tag: 'findings',
    summary: 'A finding',
    status: 200,
    answer: findingDetailSchema,
  }),
  listDecisions: operation({
    id: 'listDecisions',
    method: 'GET',
    path: '/decisions',
    tag: 'decisions',
    summary: 'What is settled now, by scope and key',
    query: z.strictObject({
      scope: decisionSchema.shape.scope.optional(),
      verdict: decisionSchema.shape.verdict.optional(),
      document: document.optional(),
      ...page,
    }),
    status: 200,
    answer: pageOf(decisionEntrySchema),
  }),
  getDecision: operation({
    id: 'getDecision',
    method: 'GET',
    path: '/decisions/{scope}/{key}',
    tag: 'decisions',
    summary: 'What is settled under a key, with its history; its ETag is the revision',
    status: 200,
    answer: decisionDetailSchema,
  }),
  settle: operation({
    id: 'settle',
    method: 'PUT',
    path: '/decisions/{scope}/{key}',
    tag: 'decisions',
    summary: 'Settle the findings of a key',
    body: settleSchema,
    status: 200,
    answer: decisionDetailSchema,
    revision: true,
    problems: ['unknown-document'],
  }),
  undoDecision: operation({
    id: 'undoDecision',
    method: 'DELETE',
    path: '/decisions/{scope}/{key}',
    tag: 'decisions',
    summary: 'Take the last decision back: what was settled before it holds again',
    status: 200,
    answer: decisionDetailSchema,
    revision: true,
  }),
  settleFromWorkbook: operation({
    id: 'settleFromWorkbook',
    method: 'POST',
    path: '/documents/{document}/decisions',
    tag: 'decisions',
    summary: 'Read the decisions of an edited workbook back',
    description:
      'The file is an XLSX export in which findings were settled; the body, or the part `file` of a form. Nothing is written unless `apply` says so; then every line that can be followed is, with the revision that the file has seen, and the others are refused line by line. Texts are never taken.',
    query: z.strictObject({ apply: flag.optional(), by }),
    file: 'FileForm',
    status: 200,
    answer: workbookPlanSchema,
    problems: ['unreadable-file'],
  }),
  listTerms: operation({
    id: 'listTerms',
    method: 'GET',
    path: '/terms',
    tag: 'terms',
    summary: 'Concepts of the term base, the best first where words are looked for',
    query: z.strictObject({
      q: z.string().max(200).optional().meta({ description: 'Words of a wording, in any language.' }),
      field: z.string().max(100).optional(),
      language: language.optional().meta({ description: 'Only concepts with a wording in this language.' }),
      base: baseName
        .optional()
        .meta({ description: 'The name of a term base that people have brought, instead of the program’s.' }),
      ...page,
    }),
    status: 200,
    answer: pageOf(conceptSchema),
  }),
  getTerm: operation({
    id: 'getTerm',
    method: 'GET',
    path: '/terms/{term}',
    tag: 'terms',
    summary: 'A concept',
    status: 200,
    answer: conceptSchema,
  }),
  listTermBases: operation({
    id: 'listTermBases',
    method: 'GET',
    path: '/term-bases',
    tag: 'term-bases',
    summary: 'Term bases that people have brought, in order of name',
    query: z.strictObject(page),
    status: 200,
    answer: pageOf(termBaseSummarySchema),
  }),
  importTermBase: operation({
    id: 'importTermBase',
    method: 'POST',
    path: '/term-bases',
    tag: 'term-bases',
    summary: 'Bring a term base under a new name',
    description: TERM_FILE,
    query: z.strictObject({ name: baseName, by }),
    file: 'FileForm',
    status: 201,
    answer: termBaseImportedSchema,
    problems: ['base-exists', 'unreadable-file', 'no-concepts'],
  }),
  getTermBase: operation({
    id: 'getTermBase',
    method: 'GET',
    path: '/term-bases/{base}',
    tag: 'term-bases',
    summary: 'A term base without its concepts; its ETag is the revision',
    description: 'Its concepts are at /terms?base=….',
    status: 200,
    answer: termBaseSchema,
  }),
  replaceTermBase: operation({
    id: 'replaceTermBase',
    method: 'PUT',
    path: '/term-bases/{base}',
    tag: 'term-bases',
    summary: 'Bring a term base anew; the revision before stays',
    description: TERM_FILE,
    query: z.strictObject({ by }),
    file: 'FileForm',
    status: 200,
    answer: termBaseImportedSchema,
    revision: true,
    problems: ['base-exists', 'unreadable-file', 'no-concepts'],
  }),
  removeTermBase: operation({
    id: 'removeTermBase',
    method: 'DELETE',
    path: '/term-bases/{base}',
    tag: 'term-bases',
    summary: 'Take a term base away; its revisions stay in the store',
    query: z.strictObject({ by }),
    status: 200,
    answer: termBaseSchema,
    revision: true,
  }),
  getTermBaseFile: operation({
    id: 'getTermBaseFile',
    method: 'GET',
    path: '/term-bases/{base}/file',
    tag: 'term-bases',
    summary: 'A term base as a file',
    query: z.strictObject({ format: z.enum(['tbx', 'csv', 'xlsx']).default('tbx') }),
    status: 200,
    answer: null,
    problems: ['nothing-to-export'],
  }),
  listJobs: operation({
    id: 'listJobs',
    method: 'GET',
    path: '/jobs',
    tag: 'jobs',
    summary: 'Jobs, the latest first, without those that are parts of others',
    query: z.strictObject({
      state: listOf(jobSchema.shape.state).optional(),
      kind: z.string().max(100).optional(),
      parent: z.string().max(100).optional().meta({ description: 'The parts of this job.' }),
      ...page,
    }),
    status: 200,
    answer: pageOf(jobSchema),
  }),
  addJob: operation({
    id: 'addJob',
    method: 'POST',
    path: '/jobs',
    tag: 'jobs',
    summary: 'Add a job',
    description: 'Where one of the same kind and input waits or runs, that one is answered.',
    body: newJobSchema,
    status: 202,
    answer: jobSchema,
    problems: ['unknown-document'],
  }),
  getJob: operation({
    id: 'getJob',
    method: 'GET',
    path: '/jobs/{job}',
    tag: 'jobs',
    summary: 'A job',
    status: 200,
    answer: jobSchema,
  }),
  cancelJob: operation({
    id: 'cancelJob',
    method: 'POST',
    path: '/jobs/{job}/cancel',
    tag: 'jobs',
    summary: 'Cancel a job: at once where it waits, within seconds where it runs',
    status: 202,
    answer: jobSchema,
    problems: ['job-ended'],
  }),
} as const
