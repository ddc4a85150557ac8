'use client'

import { useEffect, useId, useRef, useState } from 'react'
import type { DecisionRequest } from './settle-requests'
import type { Decision, Verdict } from '../../core/model'
import { useDesk } from './SettleDesk'
import classes from './SettleFinding.module.css'

/** A finding's keys with their last revisions, and what is settled of it: `line` says it in the reader's language. */
export interface SettleFindingProps {
  readonly keys: Readonly<Record<Decision['scope'], string>>
  readonly revisions: Readonly<Record<Decision['scope'], number>>
  readonly settled: {
    readonly scope: Decision['scope']
    readonly verdict: Verdict
    readonly line: string
  } | null
}

const SCOPES: readonly Decision['scope'][] = ['finding', 'text', 'everywhere']

/** Settles a finding, as an error, as accepted, or ignored for a reason, for itself or for all like it; or, where it is settled, says so and takes it back. What was typed stays where it could not be kept. */
export function SettleFinding({ keys, revisions, settled }: SettleFindingProps) {
  const { words, send } = useDesk()
  const [scope, setScope] = useState<Decision['scope']>('finding')
  const [reason, setReason] = useState('')
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState<string | null>(null)
  const group = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const acted = useRef(false)
  const id = useId()
  const line = settled?.line ?? ''
  useEffect(() => {
    // What had the focus is gone with the state that it belonged to.
    if (acted.current) group.current?.querySelector('button')?.focus()
    acted.current = false
  }, [line])
  useEffect(() => {
    if (asking) field.current?.focus()
  }, [asking])

  const act = async (body: DecisionRequest) => {
    if (busy) return
    setBusy(true)
    acted.current = true
    const refused = await send('decisions', body)
    setBusy(false)
    setMessage(refused)
    if (refused !== null) acted.current = false
    else if (body.action === 'settle') {
      setAsking(false)
      setReason('')
    }
  }
  const seen = (own: Decision['scope']) => ({ scope: own, key: keys[own], revision: revisions[own] })
  const settle = (verdict: Verdict, why: string | null) =>
    act({
      action: 'settle',
      ...seen(scope),
      others: SCOPES.filter((own) => own !== scope).map(seen),
      verdict,
      reason: why,
    })

  return (
    <div ref={group} role="group" aria-label={words.group} className={classes.settle} aria-busy={busy}>
      {settled !== null ? (
        <p className={classes.settled} data-verdict={settled.verdict}>
          <span>{settled.line}</span>
          <button type="button" onClick={() => act({ action: 'undo', ...seen(settled.scope) })}>
            {words.undo}
          </button>
        </p>
      ) : (
        <>
          <p className={classes.scope}>
            <label htmlFor={`${id}scope`}>{words.scope}</label>
            <select
              id={`${id}scope`}
              value={scope}
              onChange={({ target }) => setScope(SCOPES.find((own) => own === target.value) ?? 'finding')}
            >
              {SCOPES.map((own) => (
                <option key={own} value={own}>
                  {words.scopes[own]}
                </option>
              ))}
            </select>
          </p>
          {asking ? (
            <form
              className={classes.reason}
              onSubmit={(event) => {
                event.preventDefault()
                if (reason.trim() === '') setMessage(words.reasonNeeded)
                else void settle('ignored', reason.trim())
              }}
            >
              <label htmlFor={`${id}reason`}>{words.reason}</label>
              <input
                ref={field}
                id={`${id}reason`}
                value={reason}
                maxLength={1000}
                dir="auto"
                aria-required
                autoComplete="off"
                onChange={({ target }) => setReason(target.value)}
              />
              <p className={classes.verdicts}>
                <button type="submit">{words.save}</button>
                <button
                  type="button"
                  onClick={() => {
                    setAsking(false)
                    setMessage(null)
                  }}
                >
                  {words.cancel}
                </button>
              </p>
            </form>
          ) : (
            <p className={classes.verdicts}>
              <button type="button" onClick={() => settle('error', null)}>
                {words.error}
              </button>
              <button type="button" onClick={() => settle('accepted', null)}>
                {words.accept}
              </button>
              <button type="button" onClick={() => setAsking(true)}>
                {words.ignore}
              </button>
            </p>
          )}
        </>
      )}
      {message !== null && (
        <p role="alert" className={classes.message}>
          {message}
        </p>
      )}
    </div>
  )
}
