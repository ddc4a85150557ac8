import { FetchError } from './fetch-error'

/** Where a redirection leads, as a whole address; what was asked over https is not got over http, and nothing over anything else. Throws FetchError `unsafe-address`. */
export function nextAddress(from: string, to: string): string {
  if (!URL.canParse(to, from)) throw new FetchError('unsafe-address', to)
  const { protocol, href } = new URL(to, from)
  const safe = protocol === 'https:' || (protocol === 'http:' && !from.startsWith('https:'))
  if (!safe) throw new FetchError('unsafe-address', href)
  return href
}
