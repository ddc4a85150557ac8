import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { UN_LANGUAGES } from '../../core/model'
import { decide } from '../../store/decisions'
import { closeStore, openStore } from '../../store/database/open-store'
import { saveResolution } from '../../store/resolutions'
import { saveVersion } from '../../store/versions'
import { RESOLUTION, versionOf } from '../store/fixtures'
import { runCli } from '../support/run-cli'

const TEXTS = {
  ar: 'إن الجمعية العامة،',
  zh: '大会，',
  en: 'The General Assembly,',
  fr: 'L’Assemblée générale,',
  ru: 'Генеральная Ассамблея,',
  es: 'La Asamblea General,',
}

let folder = ''
let full = ''
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'store-commands-'))
  full = path.join(folder, 'full.db')
  const store = await openStore(full)
  await saveResolution(store, RESOLUTION)
  for (const language of UN_LANGUAGES)
    await saveVersion(store, {
      resolution: RESOLUTION.slug,
      version: versionOf(language, [TEXTS[language]]),
      origin: 'imported',
    })
  await decide(store, {
    scope: 'everywhere',
    key: 'k1',
    verdict: 'ignored',
    reason: 'الصيغة المعتمدة',
    by: null,
    revision: 0,
    resolution: null,
  })
  await closeStore(store)
})
afterAll(() => rmSync(folder, { recursive: true }))

const run = (...args: readonly string[]) => runCli(folder, args)

/** The plain files of a store. */
async function dumped(database: string): Promise<Readonly<Record<string, string>>> {
  const into = mkdtempSync(path.join(folder, 'dump-'))
  expect(await run('dump', into, '--database', database)).toEqual({ code: 0, out: '', err: '' })
  return Object.fromEntries(
    readdirSync(into, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(path.join(into, name), 'utf8')]),
  )
}

test('a backup that is restored, and a dump that is loaded, are the store that they were made of', async () => {
  const before = await dumped(full)
  expect(before['paragraphs.jsonl']).toContain(TEXTS.ar)
  expect(before['decisions.jsonl']).toContain('الصيغة المعتمدة')
  expect(await run('backup', 'copy.db', '--database', full)).toEqual({ code: 0, out: '', err: '' })
  expect((await run('restore', 'copy.db', '--database', 'restored.db')).code).toBe(0)
  expect(await dumped('restored.db')).toEqual(before)
  expect((await run('dump', 'plain', '--database', full)).code).toBe(0)
  expect((await run('load', 'plain', '--database', 'loaded.db')).code).toBe(0)
  expect(await dumped('loaded.db')).toEqual(before)
})

test('doctor says what there is, and that all is well', async () => {
  const { code, out } = await run('doctor', '--database', full)
  expect(code).toBe(0)
  expect(out).toMatch(/^SQLite \d/u)
  expect(out).toContain('versions  6')
  expect(out).toContain('all is well')
  const json = JSON.parse((await run('doctor', '--database', full, '--format', 'json')).out)
  expect(json).toMatchObject({ problems: [], counts: { versions: 6, decisions: 1 } })
})

test('doctor tells a text that is not what it was, with exit code 1', async () => {
  await run('dump', 'changed', '--database', full)
  const file = path.join(folder, 'changed', 'paragraphs.jsonl')
  writeFileSync(file, readFileSync(file, 'utf8').replace('大会，', '安理会，'))
  expect((await run('load', 'changed', '--database', 'changed.db')).code).toBe(0)
  const { code, out } = await run('doctor', '--database', 'changed.db')
  expect([code, out]).toEqual([1, expect.stringContaining('a text that is not what it was')])
})

describe('what cannot be done is one line that says what to do, with exit code 2', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['no such store', ['doctor', '--database', 'nowhere.db'], /nowhere\.db: does not exist; check the name$/u],
    ['no such backup', ['restore', 'nowhere.db', '--database', 'new.db'], /nowhere\.db: does not exist/u],
    ['a file that is no database', ['doctor', '--database', 'text.db'], /text\.db: is no Concordance database/u],
    ['a backup that is none', ['restore', 'text.db', '--database', 'new.db'], /is no Concordance database/u],
    ['a scheme that nobody speaks', ['doctor', '--database', 'mysql://x/y'], /is neither a file nor postgres/u],
    ['a server that is away', ['doctor', '--database', 'postgres://nobody:secret@127.0.0.1:1/none'], /127\.0\.0\.1:1\/none: the database server cannot be reached/u],
    ['a folder that is no dump', ['load', 'empty', '--database', 'new.db'], /is no export of the program/u],
  ])('%s', async (_, args, line) => {
    writeFileSync(path.join(folder, 'text.db'), 'To be or not to be a database, that is no question.')
    mkdtempSync(path.join(folder, 'empty'))
    const { code, out, err } = await run(...args.map((arg) => (arg === 'empty' ? readdirSync(folder).find((name) => name.startsWith('empty'))! : arg)))
    expect([code, out]).toEqual([2, ''])
    expect(err.trimEnd()).toMatch(line)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(err).not.toContain('secret')
  }) // prettier-ignore

  test('a place that is taken stays as it is', async () => {
    await run('backup', 'taken.db', '--database', full)
    const before = statSync(path.join(folder, 'taken.db')).mtimeMs
    const again = await run('backup', 'taken.db', '--database', full)
    expect(again).toEqual({
      code: 2,
      out: '',
      err: expect.stringContaining('is not empty; name another place'),
    })
    expect(statSync(path.join(folder, 'taken.db')).mtimeMs).toBe(before)
    const over = await run('restore', 'taken.db', '--database', full)
    expect(over).toEqual({ code: 2, out: '', err: expect.stringContaining('name another place') })
    expect((await run('doctor', '--database', full)).code).toBe(0)
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([])
  })
})
