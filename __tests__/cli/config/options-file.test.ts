import { Command } from 'commander'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { addFormatOption, addOutputOption } from '../../../cli/common-options'
import { addConfigOptions } from '../../../cli/config/apply-config'
import { CONFIG_NAME, findConfig } from '../../../cli/config/find-config'
import { settleOptions } from '../../../cli/settle-options'

let folder = ''
const before = process.cwd()
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'options-')))
  mkdirSync(path.join(folder, 'a', 'b'), { recursive: true })
  process.chdir(path.join(folder, 'a', 'b'))
})
afterEach(() => {
  process.chdir(before)
  rmSync(folder, { recursive: true })
})

function write(content: unknown, where = ''): string {
  const file = path.join(folder, where, CONFIG_NAME)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

/** Runs a small program and gives the options that its command got. */
async function run(...args: readonly string[]): Promise<Record<string, unknown>> {
  let got: Record<string, unknown> = {}
  const program = addConfigOptions(new Command('concordance'))
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .enablePositionalOptions()
    .hook('preAction', (_, command) => settleOptions(command))
  const check = program.command('check').argument('[files...]')
  addOutputOption(addFormatOption(check, { choices: ['json', 'text', 'sarif'], default: 'text' }))
  addConfigOptions(check)
    .option('--terms <files...>', '')
    .option('--langs <codes>', '')
    .option('--least <count>', '', (given) => Number(given), 2)
    .option('--embeddings <folder>', '')
    .option('--database <address>', '')
    .option('--browser <program>', '')
    .option('--no-bom', '')
    .option('--all', '')
    .addOption(program.createOption('--verbs', '').conflicts(['all']))
    .action((_, options) => {
      got = options as Record<string, unknown>
    })
  await program.parseAsync(args, { from: 'user' })
  return got
}

test('the nearest file upward is read, and only that one', async () => {
  expect(await findConfig(process.cwd())).toBeNull()
  write({ langs: 'fr,en' })
  const near = write({ least: 5 }, 'a')
  expect((await findConfig(process.cwd()))?.file).toBe(near)
  expect(await run('check')).toMatchObject({ least: 5, format: 'text' })
  expect(await run('check')).not.toHaveProperty('langs')
})

test('the command line goes before the file, the file before what is usual', async () => {
  write({ format: 'sarif', least: 5, 'no-bom': true, commands: { check: { langs: 'fr,ar' } } })
  expect(await run('check', '--least', '3')).toMatchObject({
    format: 'sarif',
    least: 3,
    bom: false,
    langs: 'fr,ar',
  })
  expect(await run('check', '--json')).toMatchObject({ format: 'json' })
  expect(await run('check', '--no-config')).toMatchObject({ format: 'text', least: 2, bom: true })
  expect(await run('--no-config', 'check')).toMatchObject({ format: 'text' })
  expect(await run('check', '--format', 'text')).toMatchObject({ format: 'text' })
})

test('what the command line excludes is left out', async () => {
  write({ all: true })
  expect(await run('check')).toMatchObject({ all: true })
  expect(await run('check', '--verbs')).not.toHaveProperty('all')
})

test('names of files count from the folder of the file, addresses and standard input do not', async () => {
  const file = write({
    terms: ['t/a.tbx', '/abs.tbx'],
    embeddings: 'model/',
    output: 'out.json',
    database: 'postgres://host/x',
  })
  const expected = {
    terms: [path.join(folder, 't', 'a.tbx'), '/abs.tbx'],
    embeddings: `${path.join(folder, 'model')}/`,
    output: path.join(folder, 'out.json'),
    database: 'postgres://host/x',
  }
  expect(await run('check')).toMatchObject(expected)
  expect(await run('check', '--config', path.relative('', file))).toMatchObject(expected)
  write({ terms: '-' })
  expect(await run('check')).toMatchObject({ terms: ['-'] })
})

test.each([
  ['{', 'not JSON in UTF-8'],
  [{ lang: 'fr' }, 'lang: there is no such option, or a file cannot have it'],
  [{ browser: './x' }, 'browser: there is no such option, or a file cannot have it'],
  [{ json: true }, 'json: there is no such option, or a file cannot have it'],
  [{ commands: { chek: {} } }, 'commands.chek: there is no such command'],
  [{ all: 1 }, 'all: takes true or false'],
  [{ format: 'pdf' }, 'format: takes one of json, text, sarif'],
  [{ terms: 1 }, 'terms: takes a text or a list of texts'],
  [{ langs: true }, 'langs: takes a text or a number'],
  [{ commands: { check: 1 } }, 'commands.check: must be an object, { … }'],
  [[], 'the file: must be an object, { … }'],
  [{ all: true, verbs: true }, 'verbs: cannot be used with all'],
] as const)('%j is refused in one line', async (content, reason) => {
  const file = write(content)
  await expect(run('check')).rejects.toThrow(`${file}: ${reason}`)
  expect(await run('check', '--no-config')).toMatchObject({ format: 'text' })
})

test('a file that is named must be there, and a folder of that name is told of', async () => {
  await expect(run('check', '--config', 'absent.json')).rejects.toThrow('absent.json: no such file')
  mkdirSync(path.join(folder, CONFIG_NAME))
  await expect(run('check')).rejects.toThrow(
    `${path.join(folder, CONFIG_NAME)}: this is a folder, not a file`,
  )
})

test('-o - is stdout, and standard input is one file', async () => {
  expect(await run('check', 'a', '-', '-o', '-')).not.toMatchObject({ output: expect.anything() })
  const once = "usage: '-' can stand for one file only, since standard input is read once"
  await expect(run('check', '-', '-')).rejects.toThrow(once)
  await expect(run('check', '-', '--terms', '-')).rejects.toThrow(once)
})
