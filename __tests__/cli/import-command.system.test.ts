import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { UN_LANGUAGES } from '../../core/model'
import { importsSchema } from '../../core/schema'
import { closeStore, openStore } from '../../store/database/open-store'
import { readVersions } from '../../store/versions'
import { SHAPES, shapeText } from '../core/segment/shape-fixtures'
import { runCli } from '../support/run-cli'

jest.setTimeout(60_000)

const root = path.resolve(__dirname, '../..')
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'import-command-'))
  for (const language of UN_LANGUAGES)
    copyFileSync(path.join(SHAPES, 'council', `${language}.txt`), path.join(folder, `${language}.txt`))
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = (...args: readonly string[]) => runCli(folder, ['import', ...args, '--database', 'a.db'])

async function kept(slug: string) {
  const store = await openStore(path.join(folder, 'a.db'))
  const versions = await readVersions(store, slug)
  await closeStore(store)
  return versions.map(({ version }) => `${version.language} ${version.status}`)
}

test('keeps files of one resolution, a line each on stderr, nothing on stdout', async () => {
  expect(await run('fr.txt', 'ar.txt', 'zh.txt')).toEqual({
    code: 0,
    out: '',
    err: ['fr', 'ar', 'zh']
      .map(
        (language) =>
          `${language}.txt: S/RES/2999 (2031) (S-RES-2999_(2031)): ${language}, unknown, 18 paragraphs, added\n`,
      )
      .join(''),
  })
  expect(await kept('S-RES-2999_(2031)')).toEqual(['ar unknown', 'fr unknown', 'zh unknown'])
})

test('goes on after a file that fails, tells it in one line and ends with 2', async () => {
  writeFileSync(path.join(folder, 'short.txt'), shapeText('short', 'en'))
  writeFileSync(path.join(folder, 'empty.txt'), '')
  const { code, out, err } = await run('short.txt', 'missing.docx', 'empty.txt', 'en.txt')
  expect({ code, out, lines: err.trimEnd().split('\n') }).toEqual({
    code: 2,
    out: '',
    lines: [
      'concordance: short.txt: the text does not say its symbol; give it with --symbol, such as A/RES/76/299',
      'concordance: missing.docx: no such file',
      'concordance: empty.txt: the file is empty',
      'en.txt: S/RES/2999 (2031) (S-RES-2999_(2031)): en, unknown, 18 paragraphs, added',
    ],
  })
})

test('an official text takes the place of the shipped working translation; the other way round asks for --force', async () => {
  const english = path.join(root, 'corpus/A-RES-76-299/en.txt')
  writeFileSync(
    path.join(folder, '299.txt'),
    readFileSync(english, 'utf8').replace('zone of peace', 'region of peace'),
  )
  expect((await run('299.txt', '--status', 'official')).err).toBe(
    '299.txt: A/RES/76/299 (A-RES-76-299): en, official, 45 paragraphs, in place of an unofficial text\n',
  )
  const back = await run(english, '--status', 'unofficial')
  expect(back.code).toBe(2)
  expect(back.err).toBe(
    `concordance: ${english}: the store has an official text in en, which is worth more; use --force to put this one in its place\n`,
  )
  expect(await kept('A-RES-76-299')).toContain('en official')
  expect((await run(english, '--status', 'unofficial', '--force')).code).toBe(0)
  expect(await kept('A-RES-76-299')).toContain('en unofficial')
})

test('prints what became of each file as JSON in the published shape', async () => {
  writeFileSync(path.join(folder, 'short.txt'), shapeText('short', 'ru'))
  const { code, out } = await run(
    'short.txt',
    'missing.txt',
    '--symbol',
    'A/86/7',
    '--lang',
    'ru',
    '--format',
    'json',
  )
  expect(code).toBe(2)
  expect(importsSchema.parse(JSON.parse(out))).toMatchObject([
    {
      kind: 'imported',
      file: 'short.txt',
      slug: 'A-86-7',
      texts: [{ language: 'ru', outcome: 'added', report: { languageFrom: 'given', shape: 'unknown' } }],
    },
    { kind: 'failed', file: 'missing.txt', reason: 'no such file' },
  ])
})

test('a symbol that can be none and a store that cannot be opened are told in a line', async () => {
  writeFileSync(path.join(folder, 'not.db'), 'this is a text and no database at all')
  expect((await run('fr.txt', '--symbol', ' ')).err).toBe(
    "concordance: fr.txt: --symbol ' ' can be no document symbol\n",
  )
  const { code, err } = await runCli(folder, ['import', 'fr.txt', '--database', 'not.db'])
  expect(code).toBe(2)
  expect(err).toMatch(/^concordance: .*not\.db: is no Concordance database; name another file\n$/u)
})

test('runs as a process', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'cli/concordance.mjs'), 'import', 'es.txt', 'nothing.pdf'],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: '', CONCORDANCE_DATA: path.join(folder, 'data') },
    },
  )
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'es.txt: S/RES/2999 (2031) (S-RES-2999_(2031)): es, unknown, 18 paragraphs, added\nconcordance: nothing.pdf: no such file\n',
  })
  expect(existsSync(path.join(folder, 'data/concordance.db'))).toBe(true)
})
