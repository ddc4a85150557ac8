import classes from './StoreNotice.module.css'

/** Says in one line that the store cannot be used, why, and what to do; both already in the reader's language. */
export function StoreNotice({ title, reason }: { readonly title: string; readonly reason: string }) {
  return (
    <main id="text" tabIndex={-1} className={classes.page}>
      <h1>{title}</h1>
      <p role="alert">{reason}</p>
    </main>
  )
}
