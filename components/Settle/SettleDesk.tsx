'use client'

import { useRouter } from 'next/navigation'
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Decision } from '../../core/model'
import { confirmRow } from './confirm-row'
import classes from './SettleDesk.module.css'

/** The words of everything that settles, in the reader's language. */
export interface SettleWords {
  readonly group: string
  readonly error: string
  readonly accept: string
  readonly ignore: string
  readonly scope: string
  readonly scopes: Readonly<Record<Decision['scope'], string>>
  readonly reason: string
  readonly reasonNeeded: string
  readonly save: string
  readonly cancel: string
  readonly undo: string
  readonly failed: string
  readonly dismiss: string
}

/** What everything that settles on a page shares. `send` gives null where it was kept, else what is to be said; either way the page then shows what is there now. */
export interface Desk {
  readonly words: SettleWords
  readonly alignment: string
  readonly languages: readonly string[]
  readonly send: (place: 'decisions' | 'rows', body: object) => Promise<string | null>
  /** Shows a message until it is closed. */
  readonly say: (message: string | null) => void
}

const DeskContext = createContext<Desk | null>(null)

/** What surrounds the page gives to all that settles; throws outside a SettleDesk. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('not inside a SettleDesk')
  return desk
}

/** `path` is the page's own address without its query; `alignment` and `languages` are what it shows. */
export interface SettleDeskProps {
  readonly words: SettleWords
  readonly path: string
  readonly alignment: string
  readonly languages: readonly string[]
  readonly children: ReactNode
}

/** Surrounds a page on which things can be settled: sends what is settled, has the page drawn anew, and shows what is to be said of it. The rows' own buttons are text from the server, so that it listens for them. */
export function SettleDesk({ words, path, alignment, languages, children }: SettleDeskProps) {
  const router = useRouter()
  const [message, say] = useState<string | null>(null)
  const send = useCallback(
    async (place: 'decisions' | 'rows', body: object) => {
      const response = await fetch(`${path}/${place}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }).catch(() => null)
      if (response?.ok === true || response?.status === 409) router.refresh()
      if (response?.ok === true) return null
      const answer: unknown = await response?.json().catch(() => null)
      return messageOf(answer) ?? words.failed
    },
    [path, router, words.failed],
  )
  const desk = useMemo(
    () => ({ words, alignment, languages, send, say }),
    [words, alignment, languages, send],
  )
  useEffect(() => {
    const onClick = ({ target }: MouseEvent) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-confirm]') : null
      if (button !== null) void confirmRow(button, desk)
    }
    document.addEventListener('click', onClick)
    return () => document.removeEventListener('click', onClick)
  }, [desk])
  return (
    <DeskContext value={desk}>
      {children}
      {message !== null && (
        <p role="alert" className={classes.message}>
          <span>{message}</span>
          <button type="button" aria-label={words.dismiss} onClick={() => say(null)}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M4 4l8 8M12 4l-8 8" />
            </svg>
          </button>
        </p>
      )}
    </DeskContext>
  )
}

function messageOf(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('message' in answer)) return null
  return typeof answer.message === 'string' ? answer.message : null
}
