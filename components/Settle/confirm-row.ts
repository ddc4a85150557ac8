import type { Desk } from './SettleDesk'
import type { RowRequest } from './settle-requests'

/** Confirms the row of a button that `writeConfirm` made, or takes its confirmation back, and has the desk say what became of it. A button that is at it already does nothing. */
export async function confirmRow(button: HTMLElement, desk: Omit<Desk, 'words'>): Promise<void> {
  if (button.getAttribute('aria-busy') === 'true') return
  button.setAttribute('aria-busy', 'true')
  desk.say(await desk.send('rows', requestOf(button.dataset, desk)))
  button.setAttribute('aria-busy', 'false')
}

function requestOf(
  { confirm = '', confirmed, revision: seen }: DOMStringMap,
  { alignment, languages }: Pick<Desk, 'alignment' | 'languages'>,
): RowRequest {
  const revision = Number(seen)
  return confirmed === undefined
    ? { action: 'confirm', languages, alignment, row: confirm, revision }
    : { action: 'withdraw', key: confirmed, revision }
}
