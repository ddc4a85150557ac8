import { useTranslations } from 'next-intl'
import classes from './ApiReference.module.css'
import { SchemaType } from './SchemaType'
import type { ShownContent, ShownOperation, ShownParameter } from './shown-api'

/** One thing that can be asked: its method and address, its parameters, what is sent and what is answered. */
export function OperationEntry({
  address,
  method,
  operation,
}: {
  readonly address: string
  readonly method: string
  readonly operation: ShownOperation
}) {
  const t = useTranslations()
  const { operationId, summary, description, parameters, requestBody, responses } = operation
  return (
    <article id={operationId} className={classes.operation} dir="ltr">
      <h3>
        <a href={`#${operationId}`}>
          <b data-method={method}>{method.toUpperCase()}</b> <code>{address}</code>
        </a>
      </h3>
      <p lang="en">
        {summary}.{description !== undefined && ` ${description.replaceAll('`', '')}`}
      </p>
      {parameters.length > 0 && (
        <>
          <h4>{t('api.parameters')}</h4>
          <dl className={classes.members}>
            {parameters.map((parameter) => (
              <Parameter key={`${parameter.in} ${parameter.name}`} parameter={parameter} />
            ))}
          </dl>
        </>
      )}
      {requestBody !== undefined && (
        <>
          <h4>{t('api.body')}</h4>
          <dl className={classes.members}>
            <Content content={requestBody.content} />
          </dl>
        </>
      )}
      <h4>{t('api.answers')}</h4>
      <dl className={classes.members}>
        {Object.entries(responses)
          .filter(([status]) => Number(status) < 400)
          .map(([status, { description: words, content }]) => (
            <div key={status}>
              <dt>{status}</dt>
              <dd lang="en">{content === undefined ? words : <Types content={content} />}</dd>
            </div>
          ))}
        {Object.values(responses)
          .flatMap(({ headers }) => Object.entries(headers ?? {}))
          .map(([name, { description: words }]) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
                <small>{t('api.where.header')}</small>
              </dt>
              <dd lang="en">{words}</dd>
            </div>
          ))}
        <div>
          <dt>{t('api.problems')}</dt>
          <dd className={classes.codes}>
            {Object.entries(responses)
              .filter(([status]) => Number(status) >= 400)
              .flatMap(([status, { description: codes }]) =>
                codes.split(', ').map((code) => (
                  <a key={code} href={`#problem-${code}`}>
                    {status} {code}
                  </a>
                )),
              )}
          </dd>
        </div>
      </dl>
    </article>
  )
}

function Parameter({ parameter }: { readonly parameter: ShownParameter }) {
  const t = useTranslations()
  const { name, required, description, schema } = parameter
  return (
    <div>
      <dt>
        <code>{name}</code>
        <small>
          {t(`api.where.${parameter.in}`)}
          {required && ` · ${t('api.required')}`}
        </small>
      </dt>
      <dd lang="en">
        <span className={classes.type}>
          <SchemaType schema={schema} />
          {schema.default !== undefined && ` = ${JSON.stringify(schema.default)}`}
        </span>
        {description !== undefined && <span>{description}</span>}
      </dd>
    </div>
  )
}

function Content({ content }: { readonly content: ShownContent }) {
  return Object.entries(content).map(([type, { schema }]) => (
    <div key={type}>
      <dt>
        <code>{type}</code>
      </dt>
      <dd className={classes.type} lang="en">
        <SchemaType schema={schema} />
      </dd>
    </div>
  ))
}

function Types({ content }: { readonly content: ShownContent }) {
  return Object.entries(content).map(([type, { schema }]) => (
    <span key={type} className={classes.type}>
      <SchemaType schema={schema} />
    </span>
  ))
}
