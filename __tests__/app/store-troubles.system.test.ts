import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { POST as decisions } from '../../app/[locale]/r/[slug]/decisions/route'
import { appStore } from '../../app/open-store'
import { closeStore } from '../../store/database/open-store'
import { decisionHistory } from '../../store/decisions'
import { doctor } from '../../store/doctor'
import { holdFile } from '../support/hold-file'
import { testWhere } from '../support/other-programs'
import { mountSmallDisk } from '../support/small-disk'
import { postJson, settling } from './post-json'

jest.setTimeout(60_000)

const disk = mountSmallDisk(24_000)
const folder = disk?.folder ?? mkdtempSync(path.join(tmpdir(), 'store-troubles-'))
const file = path.join(folder, 'concordance.db')
const before = { ...process.env }
const onDisk = testWhere(disk !== null, 'a small disk to mount')

beforeAll(async () => {
  process.env.DATABASE_URL = ''
  process.env.CONCORDANCE_DATA = folder
}, 60_000)
afterAll(async () => {
  await closeStore(await appStore())
  process.env = before
  if (disk === null) rmSync(folder, { recursive: true, force: true })
  else disk.unmount()
})

const settle = (number: number, reason?: string) => postJson(decisions, settling(number, 0, reason))
const expectRefused = async (number: number, again: string, message: RegExp) => {
  expect(await settle(number, 'x'.repeat(900))).toEqual({
    status: 503,
    again,
    body: { message: expect.stringMatching(message) },
  })
  const history = await decisionHistory(await appStore(), 'finding', settling(number, 0).key)
  expect(history).toEqual([])
}

it('a file that is no database is told in every answer, and used once it has made room for one', async () => {
  writeFileSync(file, 'To be or not to be a database, that is no question.')
  for (let k = 0; k < 2; k += 1) {
    const { status, again, body } = await settle(1)
    expect([status, again]).toEqual([503, '60'])
    expect(body?.message).toMatch(/database/u)
  }
  rmSync(file)
  expect((await settle(1)).status).toBe(200)
}, 60_000)

it('a file that another process holds for long is told as such; once it lets go, all is well', async () => {
  const letGo = await holdFile(file)
  try {
    await expectRefused(2, '5', /another program/u)
  } finally {
    await letGo()
  }
  expect((await settle(2)).status).toBe(200)
}, 60_000)

onDisk('a disk that is full takes nothing by halves, and everything once there is room', async () => {
  const fill = path.join(folder, 'fill')
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(fill, new Uint8Array(bavail * bsize))
  await expectRefused(3, '5', /the disk is full/u)
  rmSync(fill)
  expect((await settle(3)).status).toBe(200)
  expect((await doctor(await appStore())).problems).toEqual([])
})
