import { Fragment } from 'react'
import type { ShownSchema } from './shown-api'

/** What a schema allows, on one line: names of shapes are links, lists have brackets behind them, alternatives strokes between them. */
export function SchemaType({ schema }: { readonly schema: ShownSchema }) {
  const { $ref, items, properties, anyOf, oneOf, type, format } = schema
  if ($ref !== undefined) {
    const name = $ref.slice($ref.lastIndexOf('/') + 1)
    return <a href={`#schema-${name}`}>{name}</a>
  }
  const others = anyOf ?? oneOf
  if (others !== undefined) return <Alternatives schemas={others} />
  if (schema.enum !== undefined) return <>{schema.enum.map((value) => JSON.stringify(value)).join(' | ')}</>
  if (schema.const !== undefined) return <>{JSON.stringify(schema.const)}</>
  if (items !== undefined) {
    const several = items.enum !== undefined || items.anyOf !== undefined
    return (
      <>
        {several && '('}
        <SchemaType schema={items} />
        {several && ')'}[]
      </>
    )
  }
  if (properties !== undefined) return <Members schema={schema} />
  if (typeof schema.additionalProperties === 'object')
    return (
      <>
        {'{ [name]: '}
        <SchemaType schema={schema.additionalProperties} />
        {' }'}
      </>
    )
  const name = type === undefined ? 'any' : [type].flat().join(' | ')
  return <>{format === undefined ? name : `${name} (${format})`}</>
}

function Alternatives({ schemas }: { readonly schemas: readonly ShownSchema[] }) {
  return schemas.map((schema, k) => (
    <Fragment key={k}>
      {k > 0 && ' | '}
      <SchemaType schema={schema} />
    </Fragment>
  ))
}

function Members({ schema: { properties = {}, required = [] } }: { readonly schema: ShownSchema }) {
  return (
    <>
      {'{ '}
      {Object.entries(properties).map(([name, member], k) => (
        <Fragment key={name}>
          {k > 0 && ', '}
          {required.includes(name) ? name : `${name}?`}: <SchemaType schema={member} />
        </Fragment>
      ))}
      {' }'}
    </>
  )
}
