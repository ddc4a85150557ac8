import { FetchError } from './fetch-error'

/** Why an attempt failed, and the milliseconds that the site asks to wait, null where it asks for none. */
export interface Fault {
  readonly error: FetchError
  readonly wait: number | null
}

/** What the system says where there is no way to the site: no name, no route, nobody there. */
const AWAY: readonly string[] = [
  'ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'EHOSTDOWN', 'EADDRNOTAVAIL', 'UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT',
] // prettier-ignore

/** Reads what an attempt failed with: our own errors as they are, and those of the network by their codes. Null for what is no such fault. `time` is the limit in milliseconds. */
export function readFault(error: unknown, address: string, time: number): Fault | null {
  if (error instanceof FetchError)
    return { error, wait: 'wait' in error && typeof error.wait === 'number' ? error.wait : null }
  const { name, cause } = (error ?? {}) as { readonly name?: unknown; readonly cause?: unknown }
  if (name === 'TimeoutError') return { error: new FetchError('slow', `${time / 1000} s`), wait: null }
  // The platform's fetch throws TypeError for whatever the network does; the reason is its cause.
  if (name !== 'TypeError' || cause === undefined) return null
  const codes = codesOf(cause)
  if (codes.some((code) => AWAY.includes(code)))
    return { error: new FetchError('offline', new URL(address).host), wait: null }
  return { error: new FetchError('cut-short', codes[0] ?? ''), wait: null }
}

/** Faults that may be gone a moment later. */
export function isPassingFault({ code, detail }: FetchError): boolean {
  return (
    code === 'busy' ||
    code === 'slow' ||
    code === 'cut-short' ||
    (code === 'refused' && ['500', '502', '504'].includes(detail))
  )
}

/** The codes of an error and of those that it is made of: a name with several addresses fails once for each. */
function codesOf(error: unknown): readonly string[] {
  const { code, errors } = (error ?? {}) as { readonly code?: unknown; readonly errors?: unknown }
  return [
    ...(typeof code === 'string' ? [code] : []),
    ...(Array.isArray(errors) ? errors.flatMap(codesOf) : []),
  ]
}
