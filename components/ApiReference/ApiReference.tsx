import { useTranslations } from 'next-intl'
import type { Messages } from '../../i18n/load-messages'
import classes from './ApiReference.module.css'
import { OperationEntry } from './OperationEntry'
import { SchemaType } from './SchemaType'
import type { ShownApi, ShownSchema } from './shown-api'

/** A problem's code, which is the key of the sentence that says it. */
type ProblemKey = keyof Messages['api']['problem']

/** The documentation of the HTTP interface, made from its OpenAPI document; `problems` are the codes with their statuses. What the document itself says is in English. */
export function ApiReference({
  api,
  href,
  problems,
}: {
  readonly api: ShownApi
  readonly href: string
  readonly problems: readonly (readonly [code: ProblemKey, status: number])[]
}) {
  const t = useTranslations()
  const base = api.servers[0]?.url ?? ''
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const tags = api.tags.map(({ name }) => name as keyof Messages['api']['tag'])
  return (
    <main id="text" tabIndex={-1} className={classes.page}>
      <h1>{t('api.title')}</h1>
      <p className={classes.intro}>{t('api.intro')}</p>
      <p>
        <a href={href}>{t('api.description')}</a>
      </p>
      <nav aria-label={t('api.resources')} className={classes.contents}>
        {tags.map((tag) => (
          <a key={tag} href={`#${tag}`}>
            {t(`api.tag.${tag}`)}
          </a>
        ))}
        <a href="#problems">{t('api.problems')}</a>
        <a href="#schemas">{t('api.schemas')}</a>
      </nav>
      <div className={classes.about} lang="en" dir="ltr">
        {api.info.description.split('\n\n').map((text) => (
          <p key={text}>
            <Marked text={text} />
          </p>
        ))}
      </div>
      {tags.map((tag) => (
        <section key={tag} id={tag} className={classes.group} aria-labelledby={`${tag}-name`}>
          <h2 id={`${tag}-name`}>{t(`api.tag.${tag}`)}</h2>
          {operations
            .filter(({ operation }) => operation.tags.includes(tag))
            .map(({ path, method, operation }) => (
              <OperationEntry
                key={operation.operationId}
                address={`${base}${path === '/' ? '' : path}`}
                method={method}
                operation={operation}
              />
            ))}
        </section>
      ))}
      <section id="problems" className={classes.group} aria-labelledby="problems-name">
        <h2 id="problems-name">{t('api.problems')}</h2>
        <p>{t('api.problemsIntro')}</p>
        <dl className={classes.problems}>
          {problems.map(([code, status]) => (
            <div key={code} id={`problem-${code}`}>
              <dt>
                <span>{status}</span> <code dir="ltr">{code}</code>
              </dt>
              <dd>{t(`api.problem.${code}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section id="schemas" className={classes.group} aria-labelledby="schemas-name">
        <h2 id="schemas-name">{t('api.schemas')}</h2>
        {Object.entries(api.components.schemas).map(([name, schema]) => (
          <Shape key={name} name={name} schema={schema} />
        ))}
      </section>
    </main>
  )
}

function Shape({ name, schema }: { readonly name: string; readonly schema: ShownSchema }) {
  const required = new Set(schema.required)
  return (
    <article id={`schema-${name}`} className={classes.shape} lang="en" dir="ltr">
      <h3>
        <code>{name}</code>
      </h3>
      {schema.properties === undefined ? (
        <p className={classes.type}>
          <SchemaType schema={schema} />
        </p>
      ) : (
        <dl className={classes.members}>
          {Object.entries(schema.properties).map(([member, own]) => (
            <div key={member}>
              <dt>
                <code>{required.has(member) ? member : `${member}?`}</code>
              </dt>
              <dd>
                <span className={classes.type}>
                  <SchemaType schema={own} />
                </span>
                {own.description !== undefined && <span>{own.description}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  )
}

/** Words between grave accents are code. */
function Marked({ text }: { readonly text: string }) {
  return text.split('`').map((part, k) => (k % 2 === 1 ? <code key={k}>{part}</code> : part))
}
