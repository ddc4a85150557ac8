'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { JobEntry } from './JobEntry'
import classes from './JobDesk.module.css'
import type { ShownJob } from './shown-job'

/** Where jobs are asked for and changed, those that the page came with, and the words. */
export interface JobDeskProps {
  readonly address: string
  readonly first: readonly ShownJob[]
  readonly words: Readonly<
    Record<'alignCorpus' | 'list' | 'none' | 'cancel' | 'unanswered' | 'stale', string>
  >
}

/** Milliseconds between two looks: while something waits or runs, and while nothing does. */
const LOOK = { busy: 1500, idle: 10_000 } as const

/** The jobs as they are now: adds one, cancels them, and looks again as long as the page is seen. What the server refuses is said; nothing moves. */
export function JobDesk({ address, first, words }: JobDeskProps) {
  const [jobs, setJobs] = useState(first)
  const [message, setMessage] = useState<string | null>(null)
  const [stale, setStale] = useState(false)
  const [sending, setSending] = useState(false)
  // An answer that was asked for before another one has come says nothing any more.
  const asked = useRef(0)
  const busy = jobs.some(({ state }) => state === 'queued' || state === 'running' || state === 'stopping')

  const ask = useCallback(
    async (body?: unknown): Promise<string | null> => {
      asked.current += 1
      const own = asked.current
      try {
        const response = await fetch(
          address,
          body === undefined
            ? { cache: 'no-store' }
            : {
                method: 'POST',
                headers: { 'content-type': 'application/json' },
                body: JSON.stringify(body),
              },
        )
        const answer = (await response.json()) as { jobs?: readonly ShownJob[]; message?: string }
        if (!response.ok || answer.jobs === undefined) return answer.message ?? words.unanswered
        if (own === asked.current) setJobs(answer.jobs)
        return null
      } catch {
        return words.unanswered
      }
    },
    [address, words.unanswered],
  )

  useEffect(() => {
    const look = async () => {
      if (document.visibilityState === 'visible') setStale((await ask()) !== null)
    }
    const timer = setInterval(look, busy ? LOOK.busy : LOOK.idle)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [ask, busy])

  const send = async (body: unknown) => {
    if (sending) return
    setSending(true)
    const refused = await ask(body)
    setMessage(refused)
    if (refused === null) setStale(false)
    setSending(false)
  }

  return (
    <>
      <p className={classes.begin}>
        <button type="button" aria-disabled={sending} onClick={() => send({ action: 'align-corpus' })}>
          {words.alignCorpus}
        </button>
      </p>
      <p role="status" className={classes.message}>
        {message ?? (stale ? words.stale : '')}
      </p>
      {jobs.length === 0 ? (
        <p className={classes.none}>{words.none}</p>
      ) : (
        <ul aria-label={words.list} className={classes.list}>
          {jobs.map((job) => (
            <JobEntry
              key={job.id}
              job={job}
              cancel={words.cancel}
              onCancel={() => send({ action: 'cancel', id: job.id })}
            />
          ))}
        </ul>
      )}
    </>
  )
}
