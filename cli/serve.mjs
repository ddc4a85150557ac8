#!/usr/bin/env node
// Builds the web application if its sources are newer than the last build, then serves it and prints its address.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const host = process.env.HOST ?? '127.0.0.1'
const port = process.env.PORT ?? '3000'

/** Everything that ends up in the build. */
const SOURCES = [
  'app',
  'components',
  'core',
  'i18n',
  'instrumentation.ts',
  'jobs',
  'messages',
  'store',
  'next.config.js',
  'postcss.config.cjs',
  'tsconfig.json',
  'proxy.ts',
  'package-lock.json',
]

function fail(what, reason) {
  process.stderr.write(`concordance: ${what}: ${reason}\n`)
  process.exit(2)
}

function newest(file) {
  const stat = statSync(file)
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(file).reduce((time, name) => Math.max(time, newest(path.join(file, name))), stat.mtimeMs)
}

function isBuilt() {
  const mark = path.join(root, '.next/BUILD_ID')
  if (!existsSync(mark)) return false
  const built = statSync(mark).mtimeMs
  return SOURCES.map((name) => path.join(root, name)).every(
    (file) => !existsSync(file) || newest(file) < built,
  )
}

function build() {
  const next = path.join(root, 'node_modules/next/dist/bin/next')
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
}

/** Whether only programs of this machine can reach an address. */
function isLoopback(name) {
  return name === 'localhost' || name === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(name)
}

if (!isLoopback(host) && (process.env.CONCORDANCE_TOKEN ?? '') === '')
  fail(
    'HOST',
    `'${host}' is reached by other machines: set CONCORDANCE_TOKEN to a secret, which programs need to change anything there`,
  )
if (!/^\d{1,5}$/u.test(port) || Number(port) > 65535) fail('PORT', `'${port}' is not a port number`)
if (!isBuilt()) {
  const code = await build()
  if (code !== 0) process.exit(code)
}

process.env.NODE_ENV = 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'
process.env.CONCORDANCE_HOME ??= root
// Where the sources are from which threads begin.
process.env.CONCORDANCE_ROOT = root
const { default: next } = await import('next')
// The framework takes every loopback address for "localhost" when the proxy rewrites an address, and would call itself over the network for any other
// name; so it is told that name, whatever address is listened on.
const app = next({ dir: root, hostname: 'localhost', port: Number(port) })
await app.prepare()
const handle = app.getRequestHandler()
const server = createServer((request, response) => {
  // Who asks, for the limits of the HTTP interface: never what a client says of itself.
  request.headers['x-concordance-client'] = request.socket.remoteAddress ?? ''
  return handle(request, response)
})
server.on('error', (error) =>
  fail(
    `${host}:${port}`,
    error.code === 'EADDRINUSE' ? 'another program listens there; choose another with PORT=…' : error.message,
  ),
)
server.listen(Number(port), host, () => {
  const name = host.includes(':') ? `[${host}]` : host
  process.stdout.write(`Concordance is at http://${name}:${server.address().port}\n`)
})
let ending = false
async function end() {
  if (ending) return
  ending = true
  // What is being worked on is given back, so that nobody has to wait for it; see app/work-jobs.ts.
  await globalThis[Symbol.for('concordance.worker')]?.stop().catch(() => undefined)
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end)
