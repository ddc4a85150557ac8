import classes from './NotFound.module.css'

/** What the page says, already in the reader's language, and where its link leads. */
export interface NotFoundProps {
  readonly title: string
  readonly body: string
  readonly back: string
  readonly home: string
}

/** Says that there is nothing at this address, and leads back to the list. */
export function NotFound({ title, body, back, home }: NotFoundProps) {
  return (
    <main id="text" tabIndex={-1} className={classes.page}>
      <p className={classes.code}>404</p>
      <h1>{title}</h1>
      <p>{body}</p>
      <p>
        <a href={home}>{back}</a>
      </p>
    </main>
  )
}
