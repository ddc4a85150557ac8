import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { main } from '../../cli/main'
import { readTbx } from '../../core/terms/formats/read-tbx'
import { alignmentSchema, checkReportSchema, verbTableSchema } from '../../core/schema'

jest.setTimeout(60_000)

const root = path.resolve(__dirname, '../..')
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'check-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string): string {
  const full = path.join(folder, name)
  writeFileSync(full, content)
  return full
}

/** Runs the command line in this process: starting one of its own takes seconds. */
async function run(...args: readonly string[]) {
  const written = { out: '', err: '' }
  const out = jest.spyOn(process.stdout, 'write').mockImplementation(((data: unknown, done?: () => void) => {
    written.out += String(data)
    done?.()
    return true
  }) as typeof process.stdout.write)
  // Every command listens for a closed pipe, which is once too often here.
  const on = jest.spyOn(process.stdout, 'on').mockReturnThis()
  const err = jest.spyOn(process.stderr, 'write').mockImplementation((data) => {
    written.err += String(data)
    return true
  })
  try {
    const code = await main(args, root)
    return { code, ...written }
  } finally {
    out.mockRestore()
    on.mockRestore()
    err.mockRestore()
  }
}

/** A small resolution with one wrong number. */
const texts = () => [
  file(
    'fr.txt',
    'L’Assemblée générale,\n\nRappelant sa résolution 73/338,\n\n1. Encourage les États à protéger la zibeline ;\n\n2. Invite 12 États à agir.\n',
  ),
  file(
    'en.txt',
    'The General Assembly,\n\nRecalling its resolution 73/338,\n\n1. Encourages States to protect the marten;\n\n2. Invites 13 States to act.\n',
  ),
  '--langs',
  'fr,en',
]
const terms = () => file('own.csv', 'id,fr,en\nsable,zibeline,sable\n')

test('check --terms: a term of one’s own base is sought, by its own wording', async () => {
  const without = await run('check', ...texts())
  expect(
    checkReportSchema.parse(JSON.parse(without.out)).findings.map(({ concept }) => concept),
  ).not.toContain('sable')
  const { code, out, err } = await run('check', ...texts(), '--terms', terms(), '--format', 'text')
  expect(err).toBe('')
  expect(code).toBe(1)
  expect(out).toMatch(/op1 ~ op1 {2}fr–en {2}\w+ {2}term-missing: expected "zibeline", .*sought: sable$/mu)
})

test('check --decisions: a settled finding neither counts nor is listed, and what was not used is told', async () => {
  const { findings } = checkReportSchema.strict().parse(JSON.parse((await run('check', ...texts())).out))
  const number = findings.find(({ code }) => code === 'number')!
  expect(number.severity).toBe('error')
  const decision = { scope: 'finding', key: number.keys.finding, verdict: 'accepted', reason: 'as agreed' }
  const decisions = file(
    'decisions.json',
    JSON.stringify([
      decision,
      { scope: 'text', key: '0'.repeat(16), verdict: 'ignored', reason: 'a quotation' },
    ]),
  )
  const settled = await run('check', ...texts(), '--decisions', decisions)
  expect(settled.code).toBe(0)
  expect(settled.err).toBe(
    `concordance: ${decisions}: no finding for text ${'0'.repeat(16)}, ignored: a quotation\n`,
  )
  const report = checkReportSchema.strict().parse(JSON.parse(settled.out))
  expect(report.findings).toHaveLength(findings.length)
  expect(report.findings.find(({ code }) => code === 'number')?.decision).toMatchObject(decision)
  expect(report.unusedDecisions).toMatchObject([{ key: '0'.repeat(16) }])
  expect((await run('check', ...texts(), '--decisions', decisions, '--format', 'text')).out).not.toContain(
    'number',
  )
  expect(
    (await run('check', ...texts(), '--decisions', decisions, '--format', 'text', '--all')).out,
  ).toContain('accepted: as agreed')
})

test('check --verbs: the table of opening verbs, as text and as data', async () => {
  const text = await run('check', ...texts(), '--verbs', '--format', 'text')
  expect(text).toEqual({
    code: 0,
    err: '',
    out: 'fr–en\nrappelle  recalls  1  pp1\nencourage  encourages  1  op1\ninvite  invites  1  op2\n',
  })
  const table = verbTableSchema.strict().parse(JSON.parse((await run('check', ...texts(), '--verbs')).out))
  expect(table.verbs.map(({ verb, renderings }) => [verb, renderings[0]!.wording])).toEqual([
    ['rappelle', 'recalls'],
    ['encourage', 'encourages'],
    ['invite', 'invites'],
  ])
})

test('check --verbs --batch: one table of many documents, with what departs from the usual; a bad line is told of and exits 2', async () => {
  const pair = (n: number, verb: string) =>
    [
      file(
        `fr${n}.txt`,
        'L’Assemblée générale,\n\n1. Encourage les États à protéger la zibeline ;\n\n2. Invite 12 États à agir.\n',
      ),
      file(
        `en${n}.txt`,
        `The General Assembly,\n\n1. ${verb} States to protect the sable;\n\n2. Invites 12 States to act.\n`,
      ),
    ].join('\t')
  const lines = [pair(1, 'Encourages'), pair(2, 'Encourages'), pair(3, 'Invites')]
  const args = (list: string, ...more: readonly string[]) =>
    run('check', '--verbs', '--batch', list, '--langs', 'fr,en', ...more)
  const { code, out, err } = await args(file('list.tsv', `${lines.join('\n')}\n\n`))
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const table = verbTableSchema.strict().parse(JSON.parse(out))
  expect(table.documents).toBe(3)
  expect(table.findings).toMatchObject([
    {
      rule: 'rendered-otherwise',
      severity: 'warning',
      verb: 'encourage',
      wording: 'invites',
      count: 1,
      usual: 'encourages',
      usualCount: 2,
    },
  ])
  expect(table.findings[0]!.uses.map(({ document }) => document)).toEqual([3])
  const nothing = file('nothing.txt', '')
  const bad = file('bad.tsv', `${lines[0]}\n${nothing}\t${nothing}\n`)
  expect(await args(bad, '--format', 'text')).toEqual({
    code: 2,
    err: `concordance: ${bad}:2: ${nothing}: the file is empty\n`,
    out: 'fr–en\nencourage  encourages  1  op1\ninvite  invites  1  op2\n',
  })
  expect((await args(bad, '--format', 'csv')).out).toContain(
    'fr,en,encourage,1,encourages,1,no,yes,op1,,,,\r\n',
  )
})

test('align --terms: a term of one’s own base is a reason for a row', async () => {
  const [fr, en, ...languages] = texts()
  const both = file('both.csv', 'id,fr,en\nsable,zibeline,marten\n')
  const reasons = async (...more: readonly string[]) => {
    const { out } = await run('align', fr!, en!, ...languages, ...more)
    return alignmentSchema
      .strict()
      .parse(JSON.parse(out))
      .rows.flatMap(({ evidence }) => evidence.map(({ kind, value }) => `${kind} ${value}`))
  }
  expect(await reasons()).not.toContain('concept sable')
  expect(await reasons('--terms', both)).toContain('concept sable')
})

test('a term base that is not there: one line on stderr, nothing on stdout, exit 2', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'cli/concordance.mjs'), 'check', ...texts(), '--terms', 'nowhere.tbx'],
    { cwd: folder, encoding: 'utf8' },
  )
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr: 'concordance: nowhere.tbx: no such file\n',
  })
})

test('terms extract and terms lint are there', async () => {
  const lint = await run('terms', 'lint', terms())
  expect(lint).toEqual({ code: 0, out: '', err: '' })
  const extract = await run('terms', 'extract', ...texts(), '--least', '1')
  expect({ ...extract, out: '' }).toEqual({ code: 0, out: '', err: '' })
  expect(extract.out).toContain('zibeline')
})

test('terms extract writes a term base where the output’s ending or --format asks for one', async () => {
  const output = path.join(folder, 'candidates.tbx')
  const named = await run('terms', 'extract', ...texts(), '--least', '1', '-o', output)
  expect(named).toEqual({ code: 0, out: '', err: '' })
  const asked = await run('terms', 'extract', ...texts(), '--least', '1', '--format', 'tbx')
  expect(asked.out).toBe(readFileSync(output, 'utf8'))
  const { base, refused } = readTbx(asked.out)
  expect(refused).toEqual([])
  expect(base.map(({ terms }) => terms.fr![0]!.wording)).toContain('résolution')
  expect(new Set(base.map(({ field }) => field))).toEqual(new Set(['candidate']))
})

test('check --terms: one’s own concept goes before a shipped one of the same wording, whatever its id', async () => {
  const own = file('own-states.csv', 'id,fr,en\nours,résolution,ruling\n')
  const { out } = await run('check', ...texts(), '--terms', own)
  const sought = checkReportSchema
    .parse(JSON.parse(out))
    .findings.filter(({ code }) => code.startsWith('term-'))
  expect(sought.map(({ concept }) => concept)).toEqual(['ours'])
})

test.each<[string, () => readonly string[], RegExp]>([
  ['a term base that is none', () => ['align', ...texts(), '--terms', file('bad.csv', 'a b,c d\n')], /^concordance: .*bad\.csv:1: no-language\n$/u],
  ['decisions that are none', () => ['check', ...texts(), '--decisions', file('bad.json', '{}')], /^concordance: .*bad\.json: not a list of decisions/u],
  ['a table of verbs sorted by severity', () => ['check', ...texts(), '--verbs', '--sort', 'severity'], /^concordance: usage: .*--verbs.*--sort/u],
  ['a list of documents without --verbs', () => ['check', '--batch', 'list.tsv'], /^concordance: usage: --batch goes with --verbs\n$/u],
  ['a list of documents besides files', () => ['check', ...texts(), '--verbs', '--batch', 'list.tsv'], /^concordance: usage: --batch takes no files but its list\n$/u],
  ['findings as CSV', () => ['check', ...texts(), '--format', 'csv'], /^concordance: usage: --format csv goes with --verbs\n$/u],
  ['check without files', () => ['check'], /^concordance: usage: missing required argument 'files'\n$/u],
  ['an empty list of documents', () => ['check', '--verbs', '--batch', file('empty.tsv', '\n')], /^concordance: .*empty\.tsv: the list is empty\n$/u],
  ['terms without a command', () => ['terms'], /^concordance: usage: /u],
  ['terms convert without files', () => ['terms', 'convert'], /^concordance: usage: missing required argument 'in'\n$/u],
])('%s: one line on stderr, nothing on stdout, exit 2', async (_, args, line) => {
  const { code, out, err } = await run(...args())
  expect(err).toMatch(line)
  expect(err.split('\n')).toHaveLength(2)
  expect(out).toBe('')
  expect(code).toBe(2)
}) // prettier-ignore

test('--sort severity lists an error before the warnings of earlier rows', async () => {
  const corpus = (language: string) => path.join(root, 'corpus/A-RES-76-299', `${language}.txt`)
  const altered = file(
    'altered.txt',
    readFileSync(corpus('en'), 'utf8')
      .replace('territorial integrity of all States', 'territorial unity of all States')
      .replace('on 28 July 2022\n', 'on 29 July 2022\n')
      .replace('seventy-seventh session', 'seventy-eighth session'),
  )
  const severities = ({ out }: { readonly out: string }) =>
    checkReportSchema.parse(JSON.parse(out)).findings.map(({ severity }) => severity)
  const byRow = severities(await run('check', corpus('fr'), altered))
  const bySeverity = severities(await run('check', corpus('fr'), altered, '--sort', 'severity'))
  const order = ['error', 'warning', 'info']
  expect(bySeverity).toEqual(byRow.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)))
  expect(bySeverity).not.toEqual(byRow)
})
