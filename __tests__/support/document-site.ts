import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How a site of the test answers a request: `k` counts the requests for this path from 1. */
export type Answer = (response: ServerResponse, k: number, request: IncomingMessage) => void

/** A site on this machine that plays one with documents. `asked` are the paths that were asked for, in order. */
export interface DocumentSite {
  readonly url: string
  readonly asked: string[]
  /** Answers a path so from now on. */
  readonly on: (path: string, answer: Answer) => void
  readonly stop: () => Promise<void>
}

/** Starts a site on a free port of 127.0.0.1; what has no answer is 404. */
export async function startSite(): Promise<DocumentSite> {
  const answers = new Map<string, Answer>()
  const asked: string[] = []
  const server: Server = createServer((request, response) => {
    const path = decodeURI(request.url ?? '')
    asked.push(path)
    const answer = answers.get(path)
    if (answer === undefined) response.writeHead(404).end('nothing here')
    else answer(response, asked.filter((one) => one === path).length, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    on: (path, answer) => void answers.set(path, answer),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** Answers with a document of a media type. */
export function send(body: string | Uint8Array, type = 'text/plain; charset=utf-8'): Answer {
  return (response) => void response.writeHead(200, { 'content-type': type }).end(body)
}
