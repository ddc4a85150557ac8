import { setTimeout as sleep } from 'node:timers/promises'
import { readLimited } from '../read-limited'
import { FetchError } from './fetch-error'
import { nextAddress } from './next-address'
import { isPassingFault, readFault } from './read-fault'
import { retryAfter } from './retry-after'

/** What getting a document may cost: milliseconds a request, bytes, redirections, attempts in all, and milliseconds that the site may ask to wait. */
export interface FetchLimits {
  readonly time: number
  readonly bytes: number
  readonly redirects: number
  readonly attempts: number
  readonly wait: number
}

/** The limits unless others are given. A resolution is below a megabyte, the longest reports some tens. */
export const FETCH_LIMITS: FetchLimits = {
  time: 60_000,
  bytes: 100_000_000,
  redirects: 5,
  attempts: 4,
  wait: 60_000,
}

/** How a document is got. `pause` waits for so many milliseconds, and rejects where the signal is aborted. */
export interface FetchOptions {
  readonly limits?: Partial<FetchLimits>
  readonly signal?: AbortSignal
  readonly pause?: (milliseconds: number, signal?: AbortSignal) => Promise<unknown>
}

/** A document as it came: its bytes, the media type that the site gives, and the address that it was found at in the end. */
export interface FetchedDocument {
  readonly bytes: Uint8Array
  readonly type: string | null
  readonly address: string
}

/** Milliseconds before the second attempt; each later wait is four times the one before. */
const FIRST_PAUSE = 500

/**
 * Gets a document from an address over http or https. Passing faults are tried again, after what the site asks for or after longer and longer pauses. Rejects with FetchError, or with the signal's reason where it is
 * aborted; nothing of a document is given unless all of it came.
 */
export async function fetchDocument(
  address: string,
  {
    limits: given = {},
    signal,
    pause = (ms, own) => sleep(ms, undefined, { signal: own }),
  }: FetchOptions = {},
): Promise<FetchedDocument> {
  const limits = { ...FETCH_LIMITS, ...given }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await follow(address, limits, signal)
    } catch (error) {
      signal?.throwIfAborted()
      const fault = readFault(error, address, limits.time)
      if (fault === null) throw error
      if (attempt >= limits.attempts || !isPassingFault(fault.error)) throw fault.error
      const wait = fault.wait ?? FIRST_PAUSE * 4 ** (attempt - 1)
      if (wait > limits.wait) throw fault.error
      await pause(wait, signal)
    }
  }
}

async function follow(
  start: string,
  { time, bytes, redirects }: FetchLimits,
  signal: AbortSignal | undefined,
): Promise<FetchedDocument> {
  const late = AbortSignal.timeout(time)
  const ended = signal === undefined ? late : AbortSignal.any([late, signal])
  let address = start
  for (let led = 0; led <= redirects; led += 1) {
    const response = await fetch(address, {
      redirect: 'manual',
      signal: ended,
      headers: { accept: 'application/pdf, text/html;q=0.5, */*;q=0.1' },
    })
    const to = response.headers.get('location')
    if (response.status >= 300 && response.status < 400 && to !== null) {
      await response.body?.cancel()
      address = nextAddress(address, to)
    } else if (response.ok) {
      return { bytes: await readBody(response, bytes), type: response.headers.get('content-type'), address }
    } else {
      await response.body?.cancel()
      throw refusalOf(response)
    }
  }
  throw new FetchError('redirects', start)
}

function refusalOf({ status, headers }: Response): Error {
  if (status === 404 || status === 410) return new FetchError('missing')
  if (status !== 429 && status !== 503) return new FetchError('refused', String(status))
  const wait = retryAfter(headers.get('retry-after'), Date.now())
  return Object.assign(new FetchError('busy', wait === null ? '' : `${Math.ceil(wait / 1000)} s`), { wait })
}

/** The whole body. A length that is told and too much is refused before anything of it is read. */
async function readBody(response: Response, most: number): Promise<Uint8Array> {
  const tooLarge = () => new FetchError('too-large', `${Math.floor(most / 1_000_000)} MB`)
  if (Number(response.headers.get('content-length') ?? 0) > most) {
    await response.body?.cancel()
    throw tooLarge()
  }
  const read = await readLimited(response.body, most)
  if (read === null) throw tooLarge()
  return read
}
