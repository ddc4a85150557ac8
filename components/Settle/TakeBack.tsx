'use client'

import type { DecisionRequest, RowRequest } from './settle-requests'
import { useDesk } from './SettleDesk'

/** What is taken back, and where it is asked for. `about` names it to those who do not see where the button stands. */
export type TakeBackProps =
  | { readonly place: 'decisions'; readonly body: DecisionRequest; readonly about: string }
  | { readonly place: 'rows'; readonly body: RowRequest; readonly about: string }

/** A button that takes back what was settled earlier. */
export function TakeBack({ place, body, about }: TakeBackProps) {
  const { words, send, say } = useDesk()
  return (
    <button
      type="button"
      aria-label={`${words.undo} – ${about}`}
      onClick={async () => say(await send(place, body))}
    >
      {words.undo}
    </button>
  )
}
