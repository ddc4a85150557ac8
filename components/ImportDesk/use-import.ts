import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { ImportAnswer, RefusalAnswer, SaveAnswer } from './import-answers'
import { changeItems, type Item, type ItemFields, type ItemState } from './import-items'
import { sendFile, type Sent } from './send-file'

/** Files that are sent and read at a time. */
const AT_ONCE = 2

/** What is said where the server does not: `tooLarge` of a file over the limit in bytes, `unanswered` of no answer. */
export interface ImportSayings {
  readonly limit: number
  readonly tooLarge: string
  readonly unanswered: string
}

/** The files that were brought and all that can be done with them. `base` is the page's own address. */
export interface Importing {
  readonly items: readonly Item[]
  readonly add: (files: readonly { readonly name: string; readonly file: Blob }[]) => void
  /** Ends whatever is being done with a file, and takes it from the list. */
  readonly remove: (id: number) => void
  readonly correct: (id: number, fields: Partial<ItemFields>) => void
  readonly readAgain: (id: number) => void
  /** Keeps a file's texts; with `force` also in place of a text of better status. */
  readonly save: (item: Item, force?: boolean) => Promise<void>
}

/** Reads each file as soon as there is a turn, and keeps what is asked to be kept. Nothing but the page itself remembers the files. */
export function useImport(base: string, sayings: ImportSayings): Importing {
  const [{ items }, dispatch] = useReducer(changeItems, { next: 1, items: [] })
  const running = useRef(new Map<number, AbortController>())
  const setState = useCallback((id: number, state: ItemState) => dispatch({ kind: 'state', id, state }), [])
  const stop = useCallback((id: number) => {
    running.current.get(id)?.abort()
    running.current.delete(id)
  }, [])

  const read = useCallback(
    async ({ id, name, file, fields, corrected }: Item) => {
      if (file.size > sayings.limit) {
        setState(id, { kind: 'failed', refusal: { code: 'too-large', message: sayings.tooLarge } })
        return
      }
      const gone = new AbortController()
      running.current.set(id, gone)
      setState(id, { kind: 'sending', percent: 0 })
      const query = new URLSearchParams({ name })
      if (corrected.includes('language') && fields.language !== '') query.set('language', fields.language)
      try {
        const sent = await sendFile(`${base}/read?${query}`, file, {
          signal: gone.signal,
          progress: (share) =>
            setState(
              id,
              share < 1 ? { kind: 'sending', percent: Math.floor(share * 100) } : { kind: 'reading' },
            ),
        })
        running.current.delete(id)
        setState(
          id,
          sent.status === 200
            ? { kind: 'ready', answer: sent.answer as ImportAnswer }
            : { kind: 'failed', refusal: refusalOf(sent, sayings) },
        )
      } catch (error) {
        if (!gone.signal.aborted) throw error
      }
    },
    [base, sayings, setState],
  )

  useEffect(() => {
    const busy = items.filter(({ state }) => state.kind === 'sending' || state.kind === 'reading').length
    for (const item of items.filter(({ state }) => state.kind === 'waiting').slice(0, AT_ONCE - busy))
      void read(item)
  }, [items, read])

  // Whoever leaves the page wants nothing of it any more.
  useEffect(() => {
    const all = running.current
    return () => all.forEach((own) => own.abort())
  }, [])

  const save = useCallback(
    async ({ id, name, file, fields, state }: Item, force = false) => {
      if (state.kind !== 'ready' && state.kind !== 'refused') return
      const { answer } = state
      setState(id, { kind: 'saving', answer })
      const { symbol, title, language, status } = fields
      const query = new URLSearchParams({ name, symbol, title, language, status })
      if (force) query.set('force', '1')
      const sent = await sendFile(`${base}/save?${query}`, file, { signal: new AbortController().signal })
      setState(
        id,
        sent.status === 200
          ? { kind: 'saved', answer, saved: sent.answer as SaveAnswer }
          : { kind: 'refused', answer, refusal: refusalOf(sent, sayings) },
      )
    },
    [base, sayings, setState],
  )

  return {
    items,
    add: (files) => dispatch({ kind: 'add', files }),
    remove: (id) => {
      stop(id)
      dispatch({ kind: 'remove', id })
    },
    correct: (id, fields) => {
      if (fields.language !== undefined) stop(id)
      dispatch({ kind: 'correct', id, fields })
    },
    readAgain: (id) => setState(id, { kind: 'waiting' }),
    save,
  }
}

/** Why something was not done, in the server's words where it has any. */
export function refusalOf(
  { status, answer }: Sent,
  { tooLarge, unanswered }: Omit<ImportSayings, 'limit'>,
): RefusalAnswer {
  const { code, message } = (answer ?? {}) as { readonly code?: unknown; readonly message?: unknown }
  if (typeof message === 'string') return { code: typeof code === 'string' ? code : '', message }
  return status === 413 ? { code: 'too-large', message: tooLarge } : { code: '', message: unanswered }
}
