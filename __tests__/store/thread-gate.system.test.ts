import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { closeGate, makeGate, passGate } from '../../store/database/thread-gate'

test('a gate closes when no call is being made behind it, whether it returned, failed or gave a promise', async () => {
  const gate = makeGate()
  const around = passGate(() => gate)
  expect(around(() => 1)).toBe(1)
  expect(() =>
    around(() => {
      throw new Error('call')
    }),
  ).toThrow('call')
  await expect(around(() => Promise.reject(new Error('later')))).rejects.toThrow('later')
  let finish = (): void => undefined
  const call = around(() => new Promise<void>((resolve) => (finish = resolve)))
  let closed = false
  const closing = closeGate(gate).then(() => (closed = true))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(closed).toBe(false)
  finish()
  await call
  await closing
  await closeGate(gate)
})

test('threads that are ended in the middle of a transaction leave the process, the file and its lock in order', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'thread-gate-'))
  const script = path.join(__dirname, 'gate-child.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, path.join(folder, 'a.db')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')))
  const code = await new Promise((resolve) => child.once('close', resolve))
  rmSync(folder, { recursive: true, force: true })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(JSON.parse(out)).toEqual(Array.from({ length: 4 }, (_, round) => `after-${round}`))
}, 60_000)
