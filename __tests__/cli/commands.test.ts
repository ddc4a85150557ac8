import { readFileSync } from 'node:fs'
import path from 'node:path'
import { SHELLS, writeCompletion } from '../../cli/completion/write-completion'
import { makeProgram } from '../../cli/main'
import { listCommands, readCommands } from '../../cli/read-commands'
import { writeManPage } from '../../cli/reference/write-man-page'
import { writeReference } from '../../cli/reference/write-reference'

const root = path.resolve(__dirname, '../..')
const program = makeProgram({ root, entry: null, version: '0.0.0', exit: () => undefined })
const tree = readCommands(program)
const commands = listCommands(tree)
const runnable = commands.filter(({ path: name }) => name !== '')

/** Commands that write no data of their own to stdout, and why. */
const SILENT = new Map([
  ['backup', 'its argument is the file'],
  ['restore', 'it fills a store'],
  ['dump', 'its argument is the folder'],
  ['load', 'it fills a store'],
  ['worker', 'it works until it is stopped'],
  ['serve', 'it works until it is stopped'],
  ['jobs cancel', 'it changes a job'],
  ['terms', 'it has commands below it only'],
  ['terms convert', 'its second argument is the file'],
])

test('there are commands', () => {
  expect(runnable.map(({ path: name }) => name)).toEqual(
    expect.arrayContaining(['align', 'check', 'terms convert', 'jobs watch', 'serve', 'completion', 'man']),
  )
})

describe.each(commands.map((command) => [command.path || 'the program itself', command] as const))(
  '%s',
  (_, command) => {
    test('says what it does, has an example of its own, and tells its exit codes', () => {
      expect(command.description).toMatch(/^\S.*\S$/u)
      expect(command.examples.length).toBeGreaterThan(0)
      const own = new RegExp(`\\bconcordance ${command.path}`, 'u')
      expect(command.examples.some((example) => own.test(example))).toBe(true)
      expect(command.exits.map(([code]) => code)).toEqual(expect.arrayContaining([0, 2]))
      for (const [, meaning] of command.exits) expect(meaning).not.toBe('')
    })

    test('describes each of its options and arguments', () => {
      for (const { flags, description } of command.options)
        expect(`${flags}: ${description}`).toMatch(/: \S/u)
      for (const { name, description } of command.arguments)
        expect(`${name}: ${description}`).toMatch(/: \S/u)
    })

    test('has --json where --format has json, and nowhere else', () => {
      const format = command.options.find(({ names }) => names.includes('--format'))
      expect(command.options.some(({ names }) => names.includes('--json'))).toBe(
        format?.value?.choices.includes('json') ?? false,
      )
    })

    test('takes -o where it writes data', () => {
      const takes = command.options.some(({ names }) => names.includes('-o') && names.includes('--output'))
      expect(takes).toBe(command.path !== '' && !SILENT.has(command.path))
    })

    test('takes options from a file, unless it prints what the program is', () => {
      const takes = ['--config', '--no-config'].every((name) =>
        command.options.some(({ names }) => names.includes(name)),
      )
      expect(takes).toBe(!['completion', 'man', 'terms'].includes(command.path))
    })

    test('prints examples and exit codes in its help', () => {
      const [text] = helpOf(command.path)
      expect(text).toMatch(/^Examples?:\n {2}\S/mu)
      expect(text).toMatch(/^Exit codes:\n {2}0 {2}done$/mu)
    })
  },
)

/** The whole help of a command, with what stands after it. */
function helpOf(place: string): readonly string[] {
  const found = place
    .split(' ')
    .filter((name) => name !== '')
    .reduce((command, name) => command.commands.find((one) => one.name() === name)!, program)
  const written: string[] = []
  found.configureOutput({ writeOut: (text) => void written.push(text) })
  found.outputHelp()
  return [written.join('')]
}

test('docs/cli.md is what the commands give: npm run write:cli writes it anew', () => {
  expect(readFileSync(path.join(root, 'docs/cli.md'), 'utf8')).toBe(writeReference(tree))
})

test('the page for man has every command and every option', () => {
  const page = writeManPage(tree, '1.2.3').replaceAll('\\-', '-')
  for (const { path: name, options } of runnable) {
    expect(page).toContain(`.SS concordance ${name}\n`)
    for (const { flags } of options) expect(page).toContain(`.B ${flags}\n`)
  }
})

test.each(SHELLS)('the script for %s has every command, option and choice', (shell) => {
  const script = writeCompletion(tree, shell)
  // What is missing is told by itself: the script is long.
  const words = runnable.flatMap(({ path: name, options }) => [
    name,
    ...options.flatMap(({ names, value }) => [
      ...names.map((option) => (shell === 'fish' ? option.replace(/^-+/u, '') : option)),
      ...(value?.choices ?? []),
    ]),
  ])
  expect(words.filter((word) => !script.includes(word))).toEqual([])
})

test('a placeholder of a file or folder is a name on the disk, any other is not', () => {
  const kinds = new Map<string, string>(
    runnable.flatMap(({ path: name, options }) =>
      options.flatMap(({ names, value }) =>
        value === null ? [] : [[`${name} ${names.at(-1) ?? ''}`, value.kind] as const],
      ),
    ),
  )
  expect(
    ['check --decisions', 'align --terms', 'check --batch', 'doctor --database'].map((own) => kinds.get(own)),
  ).toEqual(['file', 'file', 'file', 'file'])
  expect(kinds.get('align --embeddings')).toBe('folder')
  expect(
    ['jobs add --langs', 'check --langs', 'worker --hold', 'terms convert --title'].map((own) =>
      kinds.get(own),
    ),
  ).toEqual(['other', 'other', 'other', 'other'])
})
