#!/usr/bin/env node
// Builds the web application if its sources are newer than the last build, then serves it and prints its address.
import { spawn } from 'node:child_process'
import cluster from 'node:cluster'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { uploadLimit } from '../jobs/upload-limit.mjs'
import { endApp, serveApp } from './serve-app.mjs'

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
if (uploadLimit(process.env) === null)
  fail('CONCORDANCE_MAX_UPLOAD', `'${process.env.CONCORDANCE_MAX_UPLOAD}' is not a size such as 100MB`)
if (!isBuilt()) {
  const code = await build()
  if (code !== 0) process.exit(code)
}

/** Processes that serve: more than one answer while one of them thinks. CONCORDANCE_PROCESSES, else two where the machine has as many cores. */
function processCount() {
  const given = process.env.CONCORDANCE_PROCESSES ?? ''
  if (given === '') return Math.min(2, availableParallelism())
  if (!/^[1-9]\d?$/u.test(given)) fail('CONCORDANCE_PROCESSES', `'${given}' is not a number from 1 to 99`)
  return Number(given)
}

function announce(bound) {
  const name = host.includes(':') ? `[${host}]` : host
  process.stdout.write(`Concordance is at http://${name}:${bound}\n`)
}

function cannotListen({ code, message }) {
  const taken = 'another program listens there; choose another with PORT=…'
  fail(`${host}:${port}`, code === 'EADDRINUSE' ? taken : message)
}

async function serveAlone() {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void endApp())
  announce(await serveApp(host, Number(port)).catch(cannotListen))
}

/** Several processes on one port. Only the first works on jobs; one that dies is begun anew, with the number that it had. */
async function serveTogether(count) {
  const sockets = mkdtempSync(path.join(tmpdir(), 'concordance-'))
  let ending = false
  // The processes take connections themselves: handed out one by one, each would wait until the last was taken, behind the pages that are being made.
  cluster.schedulingPolicy = cluster.SCHED_NONE
  cluster.setupPrimary({ exec: path.join(root, 'cli/serve-app.mjs') })
  const begin = (number) =>
    new Promise((resolve, reject) => {
      rmSync(path.join(sockets, `${number}.sock`), { force: true })
      const worker = cluster.fork({
        ...(number > 1 && { CONCORDANCE_THREADS: '0' }),
        CONCORDANCE_PROCESS: String(number),
        CONCORDANCE_SOCKETS: sockets,
      })
      let bound = null
      worker.on('listening', ({ port: at }) => (bound = at > 0 ? at : bound))
      worker.on('message', ({ failed }) => (failed === undefined ? resolve(bound) : reject(failed)))
      worker.once('exit', (code) => {
        reject({ code: '', message: `the process that serves ended with ${code}` })
        if (bound !== null && !ending) begin(number).catch(cannotListen)
      })
    })
  const end = async () => {
    if (ending) return
    ending = true
    const workers = Object.values(cluster.workers)
    const gone = workers.map((worker) => new Promise((resolve) => worker.once('exit', resolve)))
    for (const worker of workers) worker.process.kill('SIGTERM')
    await Promise.all(gone)
    rmSync(sockets, { recursive: true, force: true })
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void end())
  try {
    // The first brings the store up to date before the others open it.
    const bound = await begin(1)
    await Promise.all(Array.from({ length: count - 1 }, (_, k) => begin(k + 2)))
    announce(bound)
  } catch (error) {
    for (const worker of Object.values(cluster.workers)) worker.process.kill('SIGTERM')
    rmSync(sockets, { recursive: true, force: true })
    cannotListen(error)
  }
}

const processes = processCount()
await (processes === 1 ? serveAlone() : serveTogether(processes))
