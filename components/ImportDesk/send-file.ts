/** What came back: the status, 0 where nothing did, and the body where it is JSON, else null. */
export interface Sent {
  readonly status: number
  readonly answer: unknown
}

/** Sends a file or a form, tells how much of it is sent (0–1), and gives the answer. Never rejects, except where it is aborted: with the signal's reason. The platform's fetch cannot tell how much is sent. */
export function sendFile(
  address: string,
  body: Blob | FormData,
  { signal, progress }: { readonly signal: AbortSignal; readonly progress?: (share: number) => void },
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason)
      return
    }
    const request = new XMLHttpRequest()
    const done = () => resolve({ status: request.status, answer: parse(request.responseText) })
    request.open('POST', address)
    if (body instanceof Blob) request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      progress?.(total > 0 ? loaded / total : 1),
    )
    request.upload.addEventListener('load', () => progress?.(1))
    for (const event of ['load', 'error', 'timeout'] as const) request.addEventListener(event, done)
    signal.addEventListener('abort', () => {
      request.abort()
      reject(signal.reason)
    })
    request.send(body)
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
