/** A JSON Schema, as far as the page reads it. */
export interface ShownSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly items?: ShownSchema
  readonly properties?: Readonly<Record<string, ShownSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: ShownSchema | boolean
  readonly anyOf?: readonly ShownSchema[]
  readonly oneOf?: readonly ShownSchema[]
  readonly description?: string
  readonly default?: unknown
  readonly format?: string
}

/** A parameter of an operation. */
export interface ShownParameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description?: string
  readonly schema: ShownSchema
}

/** What is sent or answered, by media type. */
export type ShownContent = Readonly<Record<string, { readonly schema: ShownSchema }>>

/** An operation of the interface. */
export interface ShownOperation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description?: string
  readonly parameters: readonly ShownParameter[]
  readonly requestBody?: { readonly content: ShownContent }
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly description: string
        readonly content?: ShownContent
        readonly headers?: Readonly<Record<string, { readonly description?: string }>>
      }
    >
  >
}

/** An OpenAPI document, as far as the page reads it. */
export interface ShownApi {
  readonly info: { readonly description: string }
  readonly servers: readonly { readonly url: string }[]
  readonly tags: readonly { readonly name: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, ShownOperation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, ShownSchema>> }
}
