'use client'

import { useState } from 'react'
import type { RowRequest } from './settle-requests'
import { useDesk } from './SettleDesk'
import classes from './ConfirmRow.module.css'

/** A row by its id, its confirmation as it was last seen (`confirmation` null where it has none), and what the button says to those who do not see it. */
export interface ConfirmRowProps {
  readonly row: string
  readonly confirmation: string | null
  readonly revision: number
  readonly label: string
}

/** The small sign of a confirmed row, and the button that confirms one or takes that back. */
export function ConfirmRow({ row, confirmation, revision, label }: ConfirmRowProps) {
  const { alignment, languages, send, say } = useDesk()
  const [busy, setBusy] = useState(false)
  const act = async () => {
    if (busy) return
    setBusy(true)
    const body: RowRequest =
      confirmation === null
        ? { action: 'confirm', languages, alignment, row, revision }
        : { action: 'withdraw', key: confirmation, revision }
    say(await send('rows', body))
    setBusy(false)
  }
  return (
    <button
      type="button"
      className={classes.confirm}
      data-confirmed={confirmation === null ? undefined : ''}
      aria-label={label}
      title={label}
      aria-busy={busy}
      onClick={act}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M3 8.5l3.5 3.5L13 4.5" />
      </svg>
    </button>
  )
}
