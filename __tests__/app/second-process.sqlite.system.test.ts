import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describeSecondProcess } from './second-process'

describe('a SQLite file that several processes have open', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'second-process-'))
  describeSecondProcess(
    async () => ({ CONCORDANCE_DATA: folder }),
    async () => rmSync(folder, { recursive: true, force: true }),
  )
})
