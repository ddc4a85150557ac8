import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { alignmentSchema, checkReportSchema } from '../../core/schema'
import { testWith } from '../support/other-programs'
import { runCli } from '../support/run-cli'

jest.setTimeout(120_000)

const program = path.resolve(__dirname, '../../cli/concordance.mjs')
const FR = 'L’Assemblée générale,\n\nRappelant sa résolution 73/338,\n\n1. Invite 12 États à agir.\n'
const EN = 'The General Assembly,\n\nRecalling its resolution 73/338,\n\n1. Invites 13 States to act.\n'
const LANGS = ['--langs', 'fr,en'] as const

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'streams-'))
  writeFileSync(path.join(folder, 'fr.txt'), FR)
  writeFileSync(path.join(folder, 'en.txt'), EN)
  writeFileSync(path.join(folder, 'terms.csv'), 'id,en,fr\na,peace,paix\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(
  args: readonly string[],
  input: string | Buffer = '',
  env: Readonly<Record<string, string>> = {},
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    input,
    env: { ...process.env, LANG: 'en_GB.UTF-8', ...env } as NodeJS.ProcessEnv,
    maxBuffer: 2 ** 26,
  })
  return { code: status, bytes: stdout, out: stdout.toString('utf8'), err: stderr.toString('utf8') }
}

/** Runs a line of shell, in which `concordance` is the program. */
function shell(line: string) {
  const script = `concordance() { "${process.execPath}" "${program}" "$@"; }\nset -o pipefail\n${line}`
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}

test('standard input is a file like any other, on either side', () => {
  const named = run(['check', 'fr.txt', 'en.txt', ...LANGS])
  expect(checkReportSchema.parse(JSON.parse(named.out)).findings.length).toBeGreaterThan(0)
  expect(run(['check', 'fr.txt', '-', ...LANGS], EN)).toEqual(named)
  expect(run(['check', '-', 'en.txt', ...LANGS], FR)).toEqual(named)
  expect(
    alignmentSchema.parse(JSON.parse(run(['align', 'fr.txt', '-', ...LANGS, '-o', '-'], EN).out)).rows,
  ).toHaveLength(3)
})

test('what standard input holds is told from its content', () => {
  const html = `<!doctype html><html lang="fr"><body>${FR.split('\n\n')
    .map((text) => `<p>${text}</p>`)
    .join('')}</body></html>`
  const { report } = JSON.parse(run(['segment', '-'], html).out) as { report: { format: string } }
  expect(report.format).toBe('html')
  const docx = run(['align', 'fr.txt', 'en.txt', ...LANGS, '--format', 'docx'])
  expect(docx.bytes.subarray(0, 2).toString()).toBe('PK')
  expect(run(['segment', '-'], '').err).toBe('concordance: standard input: the file is empty\n')
  expect(run(['segment', '-'], Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 0, 2])).err).toMatch(
    /^concordance: standard input: [^\n]+\n$/u,
  )
})

test('a term base goes through', () => {
  const tbx = run(
    ['terms', 'convert', '-', '-', '--format', 'tbx'],
    readFileSync(path.join(folder, 'terms.csv')),
  )
  expect(tbx.out).toContain('<tbx')
  expect(run(['terms', 'convert', '-', 'back.csv'], tbx.out).code).toBe(0)
  expect(readFileSync(path.join(folder, 'back.csv'), 'utf8')).toContain('peace')
  expect(run(['terms', 'convert', 'terms.csv', '-'])).toMatchObject({
    code: 2,
    err: 'concordance: usage: stdout has no ending that says what is written; name it with --format\n',
  })
  expect(run(['terms', 'lint', '-', '--json'], tbx.out)).toMatchObject({ code: 0, out: '[]\n' })
})

test('a list of pairs comes from standard input', () => {
  expect(run(['align', '--batch', '-', ...LANGS], 'fr.txt\ten.txt\tout.json\n')).toMatchObject({
    code: 0,
    err: '',
  })
  expect(existsSync(path.join(folder, 'out.json'))).toBe(true)
})

test('a text is imported from standard input', () => {
  const { code, err } = run(
    ['import', '-', '--symbol', 'A/RES/1/1', '--lang', 'fr', '--database', 'new.db'],
    FR,
  )
  expect([code, err]).toEqual([
    0,
    'standard input: A/RES/1/1 (A-RES-1-1): fr, unknown, 3 paragraphs, added\n',
  ])
})

test.each([
  [['check', '-', '-'], "usage: '-' can stand for one file only, since standard input is read once"],
  [
    ['check', '-', 'en.txt', '--decisions', '-'],
    "usage: '-' can stand for one file only, since standard input is read once",
  ],
  [['backup', '-'], "usage: a database needs a file of its own, not '-'"],
  [['check', 'absent.txt', 'en.txt'], 'absent.txt: no such file'],
  [['check', '.', 'en.txt'], '.: this is a folder, not a file'],
  [
    ['check', 'fr.txt', 'en.txt', '--verbs', '--format', 'sarif'],
    'usage: --format sarif does not go with --verbs',
  ],
  [['completion', 'tcsh'], /^usage: .*'tcsh'.* bash, zsh, fish\.$/u],
  [['check', 'fr.txt', 'en.txt', '--config', 'absent.json'], 'absent.json: no such file'],
  [
    ['check', 'fr.txt', 'en.txt', '--json', '--format', 'text'],
    /^usage: option '--json' cannot be used with/u,
  ],
  [['serve', '--port', 'x'], "usage: --port: 'x' is not a whole number from 0 to 65535"],
] as const)('%j is refused in one line', async (args, reason) => {
  const { code, out, err } = await runCli(folder, args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(/^concordance: [^\n]+\n$/u)
  const own = err.slice('concordance: '.length, -1)
  if (typeof reason === 'string') expect(own).toBe(reason)
  else expect(own).toMatch(reason)
})

test('serve is the server of npm start, which says what it needs', () => {
  expect(run(['serve', '--host', '0.0.0.0', '--port', '4199'], '', { CONCORDANCE_TOKEN: '' })).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringMatching(/^concordance: HOST: '0\.0\.0\.0' is reached by other machines/u),
  })
})

testWith('bash')('a reader that goes early is no error, of data, of help and of messages', () => {
  const long = Array.from({ length: 20_000 }, (_, k) => `line ${k} of a text that is long enough`).join('\n')
  writeFileSync(path.join(folder, 'long.txt'), long)
  expect(shell('concordance segment long.txt --lang en | head -1')).toEqual({ code: 0, out: '{\n', err: '' })
  expect(shell('concordance man | head -1')).toMatchObject({ code: 0, err: '' })
  expect(shell('concordance check --help | true')).toEqual({ code: 0, out: '', err: '' })
  expect(shell('concordance check --help | head -1').err).toBe('')
  expect(shell('concordance segment absent.txt 2>&1 >/dev/null | true').err).toBe('')
})

testWith('script')('a terminal gets no binary file; nothing is coloured, whatever is asked for', () => {
  // util-linux gives the program a terminal.
  const typed = (line: string) =>
    spawnSync('script', ['-qec', `"${process.execPath}" "${program}" ${line}`, '/dev/null'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, FORCE_COLOR: '1' },
    }).stdout
  expect(typed('align fr.txt en.txt --format docx').trim()).toBe(
    'concordance: usage: --format docx is no text that a terminal can show; name a file with -o, or send it through a pipe',
  )
  expect(typed('terms convert terms.csv - --format xlsx').trim()).toContain('--format xlsx is no text')
  expect(typed('check fr.txt en.txt --langs fr,en --format text')).not.toMatch(/\u001B/u)
  expect(run(['check', '--help'], '', { FORCE_COLOR: '1' }).out).toBe(
    run(['check', '--help'], '', { NO_COLOR: '1' }).out,
  )
})

test('SARIF and JUnit come from the command line, with the exit code of the check', () => {
  const sarif = run(['check', 'fr.txt', 'en.txt', ...LANGS, '--format', 'sarif'])
  expect(sarif.code).toBe(1)
  const { runs } = JSON.parse(sarif.out) as {
    runs: { results: { ruleId: string; locations: unknown[] }[] }[]
  }
  expect(runs[0]!.results).toMatchObject([
    {
      ruleId: 'number',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'en.txt' },
            region: { startLine: 5, startColumn: 12, charLength: 2 },
          },
          logicalLocations: [{ fullyQualifiedName: 'en/op1' }],
        },
      ],
    },
  ])
  const junit = run(['check', 'fr.txt', 'en.txt', ...LANGS, '--format', 'junit'])
  expect([junit.code, junit.out.match(/<failure/gu)?.length]).toEqual([1, 1])
  const never = run(['check', 'fr.txt', 'en.txt', ...LANGS, '--format', 'junit', '--fail-on', 'never'])
  expect([never.code, never.out.includes('<failure')]).toEqual([0, false])
})

testWith('xmllint')('xmllint finds JUnit well-formed', () => {
  run(['check', 'fr.txt', 'en.txt', ...LANGS, '--format', 'junit', '-o', 'junit.xml'])
  expect(
    spawnSync('xmllint', ['--noout', path.join(folder, 'junit.xml')], { encoding: 'utf8' }),
  ).toMatchObject({ status: 0, stderr: '' })
})

test('options come from a file, and one that is wrong is told', () => {
  writeFileSync(
    path.join(folder, 'own.json'),
    JSON.stringify({ langs: 'fr,en', commands: { check: { format: 'text', 'fail-on': 'never' } } }),
  )
  expect(run(['check', 'fr.txt', 'en.txt', '--config', 'own.json'])).toMatchObject({ code: 0, err: '' })
  expect(run(['check', 'fr.txt', 'en.txt', '--config', 'own.json', '--fail-on', 'error']).code).toBe(1)
  writeFileSync(path.join(folder, 'bad.json'), '{"fail-on": "sometimes"}')
  expect(run(['check', 'fr.txt', 'en.txt', '--config', 'bad.json'])).toMatchObject({
    code: 2,
    out: '',
    err: 'concordance: bad.json: fail-on: takes one of error, warning, never\n',
  })
})
