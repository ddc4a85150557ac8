#!/usr/bin/env node
// Builds the web application if its sources are newer than the last build, then serves it and prints its address.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const next = path.join(root, 'node_modules/next/dist/bin/next')
const host = process.env.HOST ?? '127.0.0.1'
const port = process.env.PORT ?? '3000'

/** Everything that ends up in the build. */
const SOURCES = [
  'app',
  'components',
  'core',
  'i18n',
  'jobs',
  'messages',
  'store',
  'next.config.js',
  'proxy.ts',
  'package-lock.json',
]

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

function run(args) {
  const child = spawn(process.execPath, [next, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  })
  const stop = (signal) => child.kill(signal)
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return new Promise((resolve) =>
    child.on('exit', (code, signal) => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      resolve(signal === null ? (code ?? 1) : 0)
    }),
  )
}

function announce() {
  const socket = connect(Number(port), host === '0.0.0.0' ? '127.0.0.1' : host)
  socket.on('connect', () => {
    socket.destroy()
    process.stdout.write(`Concordance is at http://${host.includes(':') ? `[${host}]` : host}:${port}\n`)
  })
  socket.on('error', () => setTimeout(announce, 200).unref())
}

if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
  process.stderr.write(`concordance: PORT: '${port}' is not a port number\n`)
  process.exit(2)
}
if (!isBuilt()) {
  const code = await run(['build'])
  if (code !== 0) process.exit(code)
}
announce()
process.exit(await run(['start', '-H', host, '-p', port]))
