import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readDecisions } from '../../cli/read-decisions'
import { UsageError } from '../../cli/usage-error'

describe('readDecisions', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'decisions-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const file = async (content: string | Uint8Array) => {
    const name = path.join(folder, 'decisions.json')
    await writeFile(name, content)
    return name
  }
  const decision = { scope: 'text', key: '0123456789abcdef', verdict: 'ignored' }

  test('reads a list and fills in what may be left out', async () => {
    const full = { ...decision, reason: 'quotation', by: 'A', at: '2024-05-01T10:00:00Z' }
    expect(await readDecisions(await file(JSON.stringify([decision, full])))).toEqual([
      { ...decision, reason: null, by: null, at: null },
      full,
    ])
  })

  test.each<[string, string | Uint8Array, RegExp]>([
    ['no JSON', '[', /not JSON/u],
    ['no UTF-8', Uint8Array.of(0x5b, 0xff, 0x5d), /not JSON in UTF-8/u],
    ['no list', '{}', /the file/u],
    ['an unknown verdict', JSON.stringify([decision, { ...decision, verdict: 'maybe' }]), /1\.verdict/u],
    ['a key that is none', JSON.stringify([{ ...decision, key: 'r1' }]), /0\.key/u],
    ['a date that is none', JSON.stringify([{ ...decision, at: 'yesterday' }]), /0\.at/u],
  ])('refuses %s in one line with the file’s name', async (_, content, reason) => {
    const name = await file(content)
    await expect(readDecisions(name)).rejects.toThrow(UsageError)
    await expect(readDecisions(name)).rejects.toThrow(reason)
    await expect(readDecisions(name)).rejects.toThrow(/decisions\.json: /u)
  })

  test('refuses a file that is not there', async () => {
    await expect(readDecisions(path.join(folder, 'none.json'))).rejects.toThrow(/no such file/u)
  })
})
