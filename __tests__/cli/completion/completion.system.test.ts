import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { makeProgram } from '../../../cli/main'
import { writeCompletion } from '../../../cli/completion/write-completion'
import { readCommands } from '../../../cli/read-commands'
import { describeWith, testWith } from '../../support/other-programs'

const tree = readCommands(
  makeProgram({
    root: path.resolve(__dirname, '../../..'),
    entry: null,
    version: '0',
    exit: () => undefined,
  }),
)
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'completion-'))
  for (const name of ['fr.txt', 'fr 2.txt', 'en.txt']) writeFileSync(path.join(folder, name), '')
  mkdirSync(path.join(folder, 'texts'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What bash offers for a command line whose last word is being typed, sorted. */
function complete(...words: readonly string[]): readonly string[] {
  const script = `${writeCompletion(tree, 'bash')}
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_concordance
printf '%s\\n' "\${COMPREPLY[@]}"`
  const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', 'concordance', ...words], {
    cwd: folder,
    encoding: 'utf8',
  })
  // Outside of a completion bash has no options of one; everything else must be silent.
  expect(stderr).toBe('')
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .sort()
}

describeWith('bash')('bash', () => {
  test.each([
    [['che'], ['check']],
    [
      ['terms', ''],
      ['convert', 'extract', 'lint'],
    ],
    [['terms', 'con'], ['convert']],
    [['check', '--fo'], ['--format']],
    [
      ['check', '--format', ''],
      ['csv', 'json', 'junit', 'sarif', 'text'],
    ],
    [
      ['check', '--format', '=', 'j'],
      ['json', 'junit'],
    ],
    [
      ['check', '--format', '='],
      ['csv', 'json', 'junit', 'sarif', 'text'],
    ],
    [
      ['check', 'fr'],
      ['fr 2.txt', 'fr.txt'],
    ],
    [['check', '--format', 'text', 'fr.txt', 'e'], ['en.txt']],
    [['check', '--terms', 'en'], ['en.txt']],
    [['check', '--pivot', ''], []],
    [['dump', ''], ['texts']],
    [['align', '--embeddings', 't'], ['texts']],
    [['schema', 'se'], ['segment']],
    [
      ['completion', ''],
      ['bash', 'fish', 'zsh'],
    ],
    [
      ['jobs', ''],
      ['add', 'cancel', 'watch'],
    ],
    [['jobs', 'add', '--la'], ['--langs']],
    [['--config', 'fr.txt', 'che'], ['check']],
    [['no-such-command', 'x'], []],
  ] as const)('completes %j', (words, expected) => {
    expect(complete(...words)).toEqual(expected)
  })

  test('offers all commands, and knows what it is for', () => {
    expect(complete('')).toEqual(tree.commands.map(({ path: name }) => name).sort())
    const { stdout } = spawnSync(
      'bash',
      ['-c', `${writeCompletion(tree, 'bash')}\ncomplete -p concordance`],
      {
        encoding: 'utf8',
      },
    )
    expect(stdout).toBe('complete -F _concordance concordance\n')
  })
})

testWith('fish')('fish completes commands, options and their choices', () => {
  const script = `${writeCompletion(tree, 'fish')}\nfor line in $argv; complete -C $line; echo; end`
  const lines = [
    'concordance che',
    'concordance check --fo',
    'concordance check --format j',
    'concordance terms ',
  ]
  const { stdout, stderr } = spawnSync('fish', ['--no-config', '-c', script, ...lines], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  const words = stdout.split('\n\n').map((part) =>
    part
      .split('\n')
      .map((line) => line.split('\t')[0])
      .filter(Boolean),
  )
  expect(words.slice(0, 4)).toEqual([
    ['check'],
    ['--format'],
    ['json', 'junit'],
    ['convert', 'extract', 'lint'],
  ])
})

testWith('zsh')('zsh reads the script', () => {
  const file = path.join(folder, '_concordance')
  writeFileSync(file, writeCompletion(tree, 'zsh'))
  expect(spawnSync('zsh', ['-n', file], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
})

testWith('groff')('groff has nothing to say about the page for man', async () => {
  const { writeManPage } = await import('../../../cli/reference/write-man-page')
  const { status, stdout, stderr } = spawnSync('groff', ['-man', '-Tutf8', '-Kutf8', '-ww'], {
    input: writeManPage(tree, '1.2.3'),
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toContain('concordance 1.2.3')
})
