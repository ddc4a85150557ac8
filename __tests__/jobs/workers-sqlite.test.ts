import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describeHandlers } from './handlers'
import { describeWorkers } from './workers'

describe('workers on one file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'workers-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const newAddress = () => path.join(folder, `${randomUUID()}.db`)

  describeWorkers(newAddress)
  describeHandlers(newAddress)
})
