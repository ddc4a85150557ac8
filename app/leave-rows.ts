import { headers } from 'next/headers'
import { after } from 'next/server'
import { leaveRows, takeRows } from '../components/ReadingView/left-rows'

/**
 * For a page that is asked for as a document, as browsers do where an address is entered or followed (`Accept: text/html`): leaves a table's rows for who writes it, until it is sent. Undefined where the page's own
 * script asks, which needs the texts themselves.
 */
export async function leaveInDocument(): Promise<((rows: readonly string[]) => string) | undefined> {
  if (!((await headers()).get('accept') ?? '').includes('text/html')) return undefined
  return (rows) => {
    const name = leaveRows(rows)
    after(() => takeRows(name))
    return name
  }
}
