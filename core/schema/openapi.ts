import { z } from 'zod'
import { OPERATIONS, type Operation } from './api-operations'
import * as values from './api-values'
import { PROBLEM_STATUS, type ProblemCode } from './problem-codes'

/** A JSON Schema (2020-12), or a reference to one. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** A parameter of an operation as OpenAPI has it. */
export interface ApiParameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description?: string
  readonly schema: JsonSchema
  readonly style?: 'form'
  readonly explode?: boolean
}

/** What is sent or answered, by media type. */
export type ApiContent = Readonly<Record<string, { readonly schema: JsonSchema }>>

/** Headers of an answer by name. */
export type ApiHeaders = Readonly<
  Record<string, { readonly description: string; readonly schema: JsonSchema }>
>

/** An operation as OpenAPI has it. */
export interface ApiOperation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description?: string
  readonly parameters: readonly ApiParameter[]
  readonly requestBody?: { readonly required: boolean; readonly content: ApiContent }
  readonly responses: Readonly<
    Record<
      string,
      { readonly description: string; readonly content?: ApiContent; readonly headers?: ApiHeaders }
    >
  >
  readonly security: readonly object[]
}

/** The interface as OpenAPI 3.1 describes it. */
export interface OpenApi {
  readonly openapi: '3.1.0'
  readonly info: {
    readonly title: string
    readonly version: string
    readonly description: string
    readonly license: { readonly name: string; readonly identifier: string }
  }
  readonly servers: readonly { readonly url: string }[]
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly securitySchemes: object
  }
}

/** The schemas that have a name of their own: what is answered, then what is sent. */
const ANSWERED = {
  Index: values.indexSchema,
  Document: values.documentSchema,
  VersionSummary: values.versionSummarySchema,
  Version: values.versionDetailSchema,
  SourceFile: values.sourceFileSchema,
  Alignment: values.alignmentSummarySchema,
  Row: values.rowDetailSchema,
  Confirmation: values.confirmationSchema,
  Finding: values.findingDetailSchema,
  Decision: values.decisionEntrySchema,
  DecisionWithHistory: values.decisionDetailSchema,
  Concept: values.conceptSchema,
  TermBaseSummary: values.termBaseSummarySchema,
  TermBase: values.termBaseSchema,
  ImportedTermBase: values.termBaseImportedSchema,
  WorkbookPlan: values.workbookPlanSchema,
  Job: values.jobSchema,
  ExportFormat: values.exportFormatSchema,
  Imported: values.importedSchema,
  Problem: values.problemSchema,
} as const
const SENT = {
  NewDecision: values.settleSchema,
  NewConfirmation: values.confirmSchema,
  NewJob: values.newJobSchema,
  ImportForm: values.importFormSchema,
  FileForm: values.fileFormSchema,
} as const

const DESCRIPTION = `The resolutions that this program has, their versions, alignments and findings, and what people settled about them.

Reading needs nothing. What changes something needs \`Authorization: Bearer\` with the token of the server (CONCORDANCE_TOKEN), or comes from a page of the same origin.

Lists are answered in pages: \`next\` is the cursor of the following one. Answers carry an ETag; with If-None-Match they are 304 where nothing changed. Decisions and confirmations are written with If-Match, which names the revision that was seen, "0" where there was none: 428 without it, 412 where somebody else was there meanwhile, with their entry in \`theirs\`.

A POST with an Idempotency-Key is done once: for a day the same request with the same key gets the first answer again, another request with it is refused. Refusals are not kept.

Requests are limited by client: see RateLimit-Policy and RateLimit in each answer. What is refused is a problem (RFC 9457) with a stable \`code\`.`

/** What the resources are. */
const TAGS = {
  about: 'The interface itself.',
  documents: 'Resolutions, each with its present versions.',
  exports: 'Documents as files.',
  versions: 'Texts, a language each; another text in a language supersedes the one before.',
  alignments: 'Versions laid side by side.',
  rows: 'The lines of an alignment.',
  findings: 'Differences that are worth a person’s look.',
  decisions: 'What people settled of findings.',
  terms: 'The term base.',
  'term-bases':
    'Term bases that people have brought, each under a name, every revision kept. They can be searched and taken away again; alignment and checks go by the term base of the program alone.',
  jobs: 'Long work.',
} as const

/** The description of the whole interface, for a version of the program. */
export function openApi(version: string): OpenApi {
  const operations: readonly Operation[] = Object.values(OPERATIONS)
  const paths: Record<string, Record<string, ApiOperation>> = {}
  const names = namesOf()
  for (const operation of operations)
    (paths[operation.path === '' ? '/' : operation.path] ??= {})[operation.method.toLowerCase()] = describe(
      operation,
      names,
    )
  return {
    openapi: '3.1.0',
    info: {
      title: 'Concordance',
      version,
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1' }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({
      name,
      description: TAGS[name as keyof typeof TAGS],
    })),
    paths,
    components: {
      schemas: { ...schemasOf(ANSWERED, 'output'), ...schemasOf(SENT, 'input') },
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  }
}

type Named = z.core.$ZodRegistry<{ id: string }>

function namesOf(): Named {
  const names: Named = z.registry<{ id: string }>()
  for (const [id, schema] of [...Object.entries(ANSWERED), ...Object.entries(SENT)]) names.add(schema, { id })
  return names
}

function schemasOf(schemas: Readonly<Record<string, z.ZodType>>, io: 'input' | 'output') {
  const names: Named = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(schemas)) names.add(schema, { id })
  const made = z.toJSONSchema(names, { ...options(io), uri: reference }).schemas
  return Object.fromEntries(Object.entries(made).map(([id, schema]) => [id, bare(schema)]))
}

function reference(id: string): string {
  return `#/components/schemas/${id}`
}

function options(io: 'input' | 'output') {
  return {
    io,
    override: ({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: JsonSchema }) => {
      const own = jsonSchema as Record<string, unknown>
      Object.assign(own, z.globalRegistry.get(zodSchema))
      // Later programs may answer more than this one.
      if (own.maximum === Number.MAX_SAFE_INTEGER) delete own.maximum
      if (io === 'output' && own.additionalProperties === false) delete own.additionalProperties
    },
  } as const
}

function bare(schema: object): JsonSchema {
  return Object.fromEntries(
    Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id' && key !== '~standard'),
  )
}

/** The schema of a value that has no name, or the reference to the one that has; lists name their items. */
function schemaOf(schema: z.ZodType, names: Named, io: 'input' | 'output'): JsonSchema {
  const id = names.get(schema)?.id
  if (id !== undefined) return { $ref: reference(id) }
  if (schema instanceof z.ZodObject && schema.shape.items instanceof z.ZodArray) {
    const { items, next } = schema.shape as { items: z.ZodArray<z.ZodType>; next: z.ZodType }
    return {
      type: 'object',
      required: ['items', 'next'],
      properties: {
        items: { type: 'array', items: schemaOf(items.element, names, io) },
        next: bare(z.toJSONSchema(next, options(io))),
      },
    }
  }
  return bare(z.toJSONSchema(schema, options(io)))
}

function describe(operation: Operation, names: Named): ApiOperation {
  const { id, tag, summary, description, method, body, file, status, answer } = operation
  const codes = problemsOf(operation)
  const statuses = [...new Set(codes.map((code) => PROBLEM_STATUS[code]))].sort((a, b) => a - b)
  const paged = operation.query instanceof z.ZodObject && 'cursor' in operation.query.shape
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    parameters: [...pathParameters(operation), ...queryParameters(operation), ...headerParameters(operation)],
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(body, names, 'input') } },
          },
        }),
    ...(file === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
              'multipart/form-data': { schema: { $ref: reference(file) } },
            },
          },
        }),
    responses: {
      [status]: {
        description: 'Done.',
        ...headersOf(operation, paged),
        content:
          answer === null
            ? { '*/*': { schema: { type: 'string', format: 'binary' } } }
            : { 'application/json': { schema: schemaOf(answer, names, 'output') } },
      },
      ...(method === 'GET' && { 304: { description: 'Nothing changed since If-None-Match.' } }),
      ...Object.fromEntries(
        statuses.map((own) => [
          own,
          {
            description: codes.filter((code) => PROBLEM_STATUS[code] === own).join(', '),
            content: { 'application/problem+json': { schema: { $ref: reference('Problem') } } },
          },
        ]),
      ),
    },
    security: method === 'GET' ? [{}, { token: [] }] : [{ token: [] }, {}],
  }
}

function headersOf({ headers = {} }: Operation, paged: boolean): { readonly headers?: ApiHeaders } {
  const all = {
    ...(paged && { Link: 'The next page, rel="next", where there is one.' }),
    ...headers,
  }
  const shown = Object.entries(all).map(([name, description]) => [
    name,
    { description, schema: { type: 'string' } },
  ])
  return shown.length === 0 ? {} : { headers: Object.fromEntries(shown) as ApiHeaders }
}

/** The problems that an operation may answer with. */
export function problemsOf(operation: Operation): readonly ProblemCode[] {
  const { method, path, query, body, file, revision, problems = [] } = operation
  return [
    ...(query === undefined ? [] : (['bad-query'] as const)),
    ...(query instanceof z.ZodObject && 'cursor' in query.shape ? (['bad-cursor'] as const) : []),
    ...(body === undefined && file === undefined
      ? []
      : (['bad-body', 'too-large', 'unsupported-type'] as const)),
    ...(method === 'GET' ? [] : (['cross-origin'] as const)),
    'unauthorized',
    ...(path.includes('{') ? (['not-found'] as const) : []),
    ...(method === 'POST' ? (['bad-header', 'key-reused'] as const) : []),
    ...(revision === true ? (['bad-header', 'revision-stale', 'revision-required'] as const) : []),
    ...problems,
    'too-many-requests',
    'internal',
    'store-unavailable',
  ]
}

function pathParameters({ path }: Operation): readonly ApiParameter[] {
  return [...path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
}

function queryParameters({ query }: Operation): readonly ApiParameter[] {
  if (!(query instanceof z.ZodObject)) return []
  return Object.entries(query.shape as Record<string, z.ZodType>).map(([name, schema]): ApiParameter => {
    const { description, ...own } = bare(z.toJSONSchema(schema, options('output')))
    return {
      name,
      in: 'query',
      required: !schema.safeParse(undefined).success,
      ...(typeof description === 'string' && { description }),
      schema: own,
      ...(own.type === 'array' && { style: 'form', explode: false }),
    }
  })
}

function headerParameters({ method, revision }: Operation): readonly ApiParameter[] {
  const header = (name: string, required: boolean, description: string): ApiParameter => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  })
  return [
    ...(method === 'GET' ? [header('If-None-Match', false, 'The ETag of the answer that is at hand.')] : []),
    ...(revision === true
      ? [header('If-Match', true, 'The revision that was seen, in quotation marks: "0" for none.')]
      : []),
    ...(method === 'POST'
      ? [
          header(
            'Idempotency-Key',
            false,
            'A name of the caller’s for this request, 1 to 200 visible characters.',
          ),
        ]
      : []),
  ]
}
