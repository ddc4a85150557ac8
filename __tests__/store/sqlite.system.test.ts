import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describeKills } from './kills'
import { describePages } from './pages'
import { describeSequences } from './sequences'
import { describeStore } from './suite'

const folder = mkdtempSync(path.join(tmpdir(), 'store-sqlite-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a store in a SQLite file', () => {
  const newAddress = () => path.join(folder, `${randomUUID()}.db`)

  describeStore(newAddress)
  describePages(newAddress)
  describeSequences(newAddress)
  describeKills(newAddress)
})
