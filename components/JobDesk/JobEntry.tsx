import classes from './JobDesk.module.css'
import type { ShownJob } from './shown-job'

/** One job: what it does, how far it is, when it was begun and ended, what went wrong, and a way to stop it. The bar keeps its place when there is nothing to measure. */
export function JobEntry({
  job,
  cancel,
  onCancel,
}: {
  readonly job: ShownJob
  readonly cancel: string
  readonly onCancel: () => void
}) {
  const { what, languages, state, stateWord, progress, times, error, failures } = job
  return (
    <li>
      <article className={classes.job} data-state={state} aria-label={what}>
        <h2>{what}</h2>
        {languages !== '' && <p className={classes.languages}>{languages}</p>}
        <p className={classes.state}>
          <span>{stateWord}</span>
          {progress !== null && progress.word !== '' && <span>{progress.word}</span>}
        </p>
        {job.cancel !== null && (
          <button type="button" className={classes.cancel} aria-label={job.cancel} onClick={onCancel}>
            {cancel}
          </button>
        )}
        <div className={classes.bar}>
          {progress !== null && (
            <progress aria-label={what} max={progress.total || 1} value={barValue(progress)} />
          )}
        </div>
        {error !== null && <p className={classes.error}>{error}</p>}
        {failures.length > 0 && (
          <ul className={classes.failures}>
            {failures.map((part) => (
              <li key={part.id}>
                {part.what} – {part.error}
              </li>
            ))}
          </ul>
        )}
        <p className={classes.times}>
          {times.map(({ at, word }) => (
            <time key={word} dateTime={at}>
              {word}
            </time>
          ))}
        </p>
      </article>
    </li>
  )
}

/** Before the first step the bar is empty: one that wanders to and fro would draw the eye. */
function barValue({ done, total }: { readonly done: number; readonly total: number | null }): number {
  return total === null ? 0 : Math.min(done, total)
}
