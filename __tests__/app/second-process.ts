import { execFile, spawn } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { POST as decisions } from '../../app/[locale]/r/[slug]/decisions/route'
import { POST as rows } from '../../app/[locale]/r/[slug]/rows/route'
import { appStore, openReading } from '../../app/open-store'
import { closeStore } from '../../store/database/open-store'
import { decisionHistory } from '../../store/decisions'
import { postJson, settling, SLUG } from './post-json'
import { SHARED, THEIRS, TURNS } from './second-writer'

/** A SQLite store answers without letting anything else run in between. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 2))

const root = path.resolve(__dirname, '../..')

/** The application's routes in this process, and others beside them on the same store: the environment that `begin` gives leads to it. */
export function describeSecondProcess(
  begin: () => Promise<Readonly<Record<string, string>>>,
  end: () => Promise<void>,
): void {
  const before = { ...process.env }
  let env: NodeJS.ProcessEnv = before

  beforeAll(async () => {
    env = { ...before, DATABASE_URL: '', ...(await begin()) }
    process.env = { ...env }
    await openReading(SLUG, ['fr', 'en'])
  }, 60_000)
  afterAll(async () => {
    await closeStore(await appStore())
    process.env = before
    await end()
  })

  const lengthOf = async (number: number) =>
    (await decisionHistory(await appStore(), 'finding', settling(number, 0).key)).length

  it('another process writes while the application serves: each sees the other’s work, and nothing is lost', async () => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', path.join(__dirname, 'second-writer.ts'), env.DATABASE_URL || path.join(env.CONCORDANCE_DATA ?? '', 'concordance.db')],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    ) // prettier-ignore
    let told = ''
    child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString('utf8')))
    const gone = new Promise<number | null>((resolve) => child.once('close', resolve))
    // The other process takes a second to start: what it settles first is waited for, so that both are at it together.
    let ended = false
    void gone.then(() => (ended = true))
    while (!ended && (await lengthOf(THEIRS)) === 0) await aMoment()
    expect(ended).toBe(false)
    const figures = { kept: 0, conflicts: 0 }
    while (figures.kept < TURNS) {
      const { status } = await postJson(decisions, settling(SHARED, await lengthOf(SHARED), 'ours'))
      await aMoment()
      if (status === 409) figures.conflicts += 1
      else expect(status).toBe(200)
      if (status === 200) figures.kept += 1
    }
    expect(await gone).toBe(0)
    const theirs = JSON.parse(told) as typeof figures
    expect(theirs.kept).toBe(TURNS)
    const history = await decisionHistory(await appStore(), 'finding', settling(SHARED, 0).key)
    expect(history.map(({ revision }) => revision)).toEqual(history.map((_, k) => k + 1))
    expect(history.filter(({ reason }) => reason === 'ours')).toHaveLength(figures.kept)
    expect(history.filter(({ reason }) => reason === 'theirs')).toHaveLength(theirs.kept)

    const { reading, check } = (await openReading(SLUG, ['fr', 'en']))!
    for (let turn = 0; turn < TURNS; turn += 1)
      expect(reading!.decisions).toContainEqual(
        expect.objectContaining({ key: settling(THEIRS + turn, 0).key, by: 'B' }),
      )
    expect(reading!.confirmations).toMatchObject([{ by: 'B', revision: 1 }])
    const row = check.rows.find(({ id }) => Object.values(reading!.confirmedRows).includes(id))!
    const confirm = {
      action: 'confirm',
      languages: ['fr', 'en'],
      alignment: reading!.alignment.id,
      row: row.id,
      revision: 0,
    }
    expect((await postJson(rows, confirm)).status).toBe(409)
  }, 60_000)

  it('the command line looks the store through while the application writes', async () => {
    let on = true
    const writing = (async () => {
      let number = 2_000
      for (; on; number += 1) {
        expect((await postJson(decisions, settling(number, 0))).status).toBe(200)
        await aMoment()
      }
      return number - 2_000
    })()
    const run = (...args: readonly string[]) =>
      promisify(execFile)(process.execPath, [path.join(root, 'cli/concordance.mjs'), ...args], { env })
    try {
      const { stdout } = await run('doctor', '--format', 'json')
      const health = JSON.parse(stdout) as { problems: unknown[]; counts: Record<string, number> }
      expect(health.problems).toEqual([])
      expect(health.counts.decisions).toBeGreaterThan(2 * TURNS)
    } finally {
      on = false
    }
    expect(await writing).toBeGreaterThan(0)
  }, 60_000)
}
