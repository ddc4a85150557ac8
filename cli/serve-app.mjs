// One process that serves the built application: alone, or one of several that share a port (see serve.mjs).
import compression from 'compression'
import cluster from 'node:cluster'
import { createServer, request as ask } from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pLimit from 'p-limit'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What only one process holds is named after it: a comparison's address begins with the number of the process that has it in memory. */
const OWNED = /^\/[a-z]{2}\/compare\/(\d{1,2})-/u

/** The socket of a process, for the others. */
function socketOf(folder, number) {
  return path.join(folder, `${number}.sock`)
}

/** Hands a request on to the process that has what it asks for, and its answer back; where there is no such process (any more), `answer` says that there is no such thing. */
function handOn(request, response, socketPath, answer) {
  const { method, url, headers } = request
  const there = ask({ socketPath, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode, answer.headers)
    answer.pipe(response)
  })
  there.on('error', ({ code }) => {
    if (!response.headersSent && (code === 'ENOENT' || code === 'ECONNREFUSED')) return answer()
    response.destroy()
  })
  response.on('close', () => there.destroy())
  request.pipe(there)
}

const LOOPBACK = /^(?:::1|(?:::ffff:)?127\..*)$/u

const pack = compression()

/** Answers, packed for readers elsewhere. Between programs of one machine packing and unpacking cost more than they save; a server that stands before this one packs by itself. */
function packed(request, response, answer) {
  if (LOOPBACK.test(request.socket.remoteAddress ?? '')) answer()
  else pack(request, response, answer)
}

/** Pages that are made at a time: one waits for nothing but the processor, so that more at once only make each other late, and the first of them most. */
const pageTurn = pLimit(3)

/** Milliseconds after which a page that is still being sent gives its turn to the next: its reader is slow, or it waits for an alignment. */
const TURN = 200

/** A page of the interface, as browsers ask for one. */
function isPage({ method, headers }) {
  return method === 'GET' && (headers.accept ?? '').includes('text/html')
}

/** Answers with a page when it is its turn. */
function inTurn(response, answer) {
  void pageTurn(
    () =>
      new Promise((done) => {
        if (response.destroyed) return done()
        response.once('close', done)
        setTimeout(done, TURN)
        answer()
      }),
  )
}

/** Serves on a host and port, and resolves with the port; rejects with the error of the system. */
export async function serveApp(host, port) {
  process.env.NODE_ENV = 'production'
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  process.env.CONCORDANCE_HOME ??= root
  // Where the sources are from which threads begin.
  process.env.CONCORDANCE_ROOT = root
  const { default: next } = await import('next')
  // The framework takes every loopback address for "localhost" when the proxy rewrites an address, and would call itself over the network for any other
  // name; so it is told that name, whatever address is listened on.
  const app = next({ dir: root, hostname: 'localhost', port })
  await app.prepare()
  const answer = app.getRequestHandler()
  const { CONCORDANCE_PROCESS: own, CONCORDANCE_SOCKETS: folder } = process.env
  const server = createServer((request, response) => {
    // Who asks, for the limits of the HTTP interface: never what a client says of itself.
    request.headers['x-concordance-client'] = request.socket.remoteAddress ?? ''
    packed(request, response, () => {
      const owner = folder === undefined ? undefined : OWNED.exec(request.url ?? '')?.[1]
      if (owner !== undefined && owner !== own)
        handOn(request, response, socketOf(folder, owner), () => void answer(request, response))
      else if (isPage(request)) inTurn(response, () => void answer(request, response))
      else void answer(request, response)
    })
  })
  if (folder !== undefined)
    await listen(createServer(answer), { path: socketOf(folder, own), exclusive: true })
  await listen(server, { port, host })
  return server.address().port
}

function listen(server, options) {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(options, resolve)
  })
}

/** Ends the process; what is being worked on is given back first, so that nobody has to wait for it (see app/work-jobs.ts). */
export async function endApp() {
  await globalThis[Symbol.for('concordance.worker')]?.stop().catch(() => undefined)
  process.exit(0)
}

if (cluster.isWorker) {
  let ending = false
  const end = () => {
    if (ending) return
    ending = true
    void endApp()
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end)
  process.on('disconnect', end)
  try {
    await serveApp(process.env.HOST ?? '127.0.0.1', Number(process.env.PORT ?? '3000'))
    process.send({ listening: true })
  } catch (error) {
    process.send({ failed: { code: error.code ?? '', message: error.message } })
  }
}
