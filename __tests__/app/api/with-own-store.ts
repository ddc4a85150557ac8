import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { appStore } from '../../../app/open-store'
import { closeStore } from '../../../store/database/open-store'

/** The address under which the tests ask, and the token that may change things there. */
export const URL_HERE = 'http://localhost:3000'
export const TOKEN = 'a-secret-of-the-tests'

/** Gives the tests of a file a store of their own, in a folder of its own, with the shipped corpus, and the server a token. */
export function withOwnStore(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'api-'))
  const before = { ...process.env }
  beforeAll(async () => {
    delete process.env.DATABASE_URL
    process.env.CONCORDANCE_DATA = folder
    process.env.CONCORDANCE_TOKEN = TOKEN
    await appStore()
  }, 60_000)
  afterAll(async () => {
    await closeStore(await appStore())
    process.env = before
    rmSync(folder, { recursive: true, force: true })
  })
}
