import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { alignmentSchema, checkReportSchema, segmentedSchema } from '../../core/schema'
import { runCli, type Ran } from '../support/run-cli'

jest.setTimeout(60_000)

const root = path.resolve(__dirname, '../..')
const corpus = (language: string) => path.join(root, 'corpus/A-RES-76-299', `${language}.txt`)
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'concordance-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command as a process, away from the project's folder. */
function runProcess(...args: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'cli/concordance.mjs'), ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    },
  )
  return { code: status, out: stdout, err: stderr }
}

const run = (...args: string[]): Promise<Ran> => runCli(folder, args)

function file(name: string, content: string | Uint8Array): string {
  const full = path.join(folder, name)
  writeFileSync(full, content)
  return full
}

describe('concordance align', () => {
  it('writes pairs of one file that holds several versions', async () => {
    const table = path.join(folder, 'three.tsv')
    expect(
      (await run('align', corpus('fr'), corpus('en'), corpus('ar'), '--format', 'tsv', '-o', table)).code,
    ).toBe(0)
    expect(await run('align', table, '--format', 'xliff', '-o', path.join(folder, 'pairs/'))).toMatchObject({
      code: 0,
    })
    expect(readdirSync(path.join(folder, 'pairs'))).toHaveLength(2)
    const several = await run('align', table, '--format', 'tmx')
    expect([several.code, several.err]).toEqual([
      2,
      expect.stringContaining('makes several files of 3 versions'),
    ])
  })

  test('gives every paragraph once, in one row, with every language in every row', async () => {
    const { code, out, err } = runProcess('align', corpus('fr'), corpus('en'), corpus('ar'))
    expect(err).toBe('')
    expect(code).toBe(0)
    const result = alignmentSchema.strict().parse(JSON.parse(out))
    expect(result.pivot).toBe('fr')
    expect(result.versions.map(({ language }) => language)).toEqual(['fr', 'en', 'ar'])
    for (const { language, paragraphs } of result.versions) {
      const addresses = paragraphs.map(({ address }) => address)
      expect(new Set(addresses).size).toBe(addresses.length)
      expect(result.rows.flatMap((row) => row.cells[language]).sort()).toEqual([...addresses].sort())
    }
    for (const row of result.rows) expect(Object.keys(row.cells).sort()).toEqual(['ar', 'en', 'fr'])
    expect(result.rows.map(({ id }) => id)).toEqual(result.rows.map((_, k) => `r${k + 1}`))
  })

  test('puts French first as the pivot whatever the order, unless another is asked for', async () => {
    expect(JSON.parse((await run('align', corpus('es'), corpus('fr'))).out)).toMatchObject({
      pivot: 'fr',
      versions: [{ language: 'es' }, { language: 'fr' }],
    })
    expect(JSON.parse((await run('align', corpus('es'), corpus('fr'), '--pivot', 'es')).out)).toMatchObject({
      pivot: 'es',
    })
    expect(JSON.parse((await run('align', corpus('ru'), corpus('zh'))).out)).toMatchObject({ pivot: 'ru' })
  })

  test('names two files of one language fr and fr-2', async () => {
    const { out } = await run('align', corpus('fr'), corpus('fr'))
    expect(JSON.parse(out).versions.map(({ language }: { language: string }) => language)).toEqual([
      'fr',
      'fr-2',
    ])
  })

  test('prints a ladder of line units: LF alone ends one, CR and BOM go, empty ones stay', async () => {
    const left = file('a.txt', '\uFEFFuno\r\n\r\ndos tres\rcuatro\n')
    const right = file('b.txt', 'uno\n\ndos tres cuatro')
    const { code, out } = await run(
      'align',
      left,
      right,
      '--langs',
      'pt,it',
      '--unit',
      'line',
      '--format',
      'ladder',
    )
    expect(code).toBe(0)
    expect(out.replace(/:\d\.\d\d$/gmu, '')).toBe('[0]:[0]\n[1]:[1]\n[2]:[2]\n')
    expect(out).toMatch(/^(\[[\d, ]*\]:\[[\d, ]*\]:[01]\.\d\d\n)+$/u)
  })

  test('puts the first file on the left of a ladder, French or not, unless --pivot says otherwise', async () => {
    const left = file('en.txt', 'one single line here')
    const right = file('fr.txt', 'une ligne seule ici\nautre')
    const ladder = async (...more: string[]) =>
      (await run('align', left, right, '--langs', 'en,fr', '--unit', 'line', '--format', 'ladder', ...more))
        .out
    expect(
      (await ladder())
        .split('\n')
        .filter(Boolean)
        .flatMap((line) => JSON.parse(`[${line.split(':')[1]!}]`).flat())
        .sort(),
    ).toEqual([0, 1])
    expect(
      (await ladder('--pivot', 'fr'))
        .split('\n')
        .filter(Boolean)
        .flatMap((line) => JSON.parse(`[${line.split(':')[0]!}]`).flat())
        .sort(),
    ).toEqual([0, 1])
  })

  test('aligns sentences, addressed by their paragraph', async () => {
    const left = file('s-fr.txt', "1. Décide d'agir. Elle se réunira en 2030.")
    const right = file('s-en.txt', '1. Decides to act. It shall meet in 2030.')
    const { rows } = JSON.parse(
      (await run('align', left, right, '--langs', 'fr,en', '--unit', 'sentence')).out,
    )
    expect(rows.map(({ cells }: { cells: Record<string, string[]> }) => cells)).toEqual(
      [1, 2].map((n) => ({
        fr: [expect.stringMatching(new RegExp(`\\.s${n}$`, 'u'))],
        en: [expect.stringMatching(new RegExp(`\\.s${n}$`, 'u'))],
      })),
    )
  })

  test('addresses line units l0, l1, … and repairs nothing', async () => {
    const left = file('c.txt', '1. *Décide*\n\n[x](y)\n')
    const result = JSON.parse((await run('align', left, left, '--langs', 'fr,en', '--unit', 'line')).out)
    expect(result.versions[0].paragraphs).toEqual(
      ['1. *Décide*', '', '[x](y)'].map((text, k) => ({
        address: `l${k}`,
        kind: 'body',
        label: null,
        text,
        marks: [],
        italics: [],
      })),
    )
  })

  test.each([
    [
      'csv',
      Buffer.from([0xef, 0xbb, 0xbf]),
      /^concordance: \S+out\.csv: \d+ passages in italics are plain\n$/u,
    ],
    ['xlsx', Buffer.from('PK'), /^$/u],
    ['docx', Buffer.from('PK'), /^$/u],
  ])('writes %s to the file named by -o and nothing to stdout', async (format, magic, told) => {
    const target = path.join(folder, `out.${format}`)
    const { code, out, err } = await run(
      'align',
      corpus('fr'),
      corpus('zh'),
      '--format',
      format,
      '-o',
      target,
    )
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: expect.stringMatching(told) })
    expect(readFileSync(target).subarray(0, magic.length)).toEqual(magic)
  })
})

describe('concordance segment', () => {
  test('gives one version in the published shape, with the report of its reading', async () => {
    const { code, out } = await run('segment', corpus('fr'), '--lang', 'fr', '--format', 'json')
    expect(code).toBe(0)
    const version = segmentedSchema.strict().parse(JSON.parse(out))
    expect(version).toMatchObject({
      language: 'fr',
      symbol: 'A/RES/76/299',
      title: "Zone de paix, de confiance et de coopération de l'Asie centrale",
    })
    expect(version.paragraphs.filter(({ kind }) => kind === 'preambular')).toHaveLength(20)
    expect(version.report).toMatchObject({
      shape: 'resolution',
      languageFrom: 'given',
      counts: { operative: 10 },
    })
  })

  test('tells what it mended, took out and doubts', async () => {
    const name = file(
      'cut.txt',
      'A/1\n\nUne ligne de texte qui est en français et que rien ne distingue.\n\nThis line of text has been left in English, and there is nothing else to be said of it at all.\n',
    )
    const { report } = segmentedSchema.parse(JSON.parse((await run('segment', name, '--lang', 'fr')).out))
    expect(report.shape).toBe('unknown')
    expect(report.notices.map(({ code, detail }) => `${code} ${detail}`)).toEqual([
      'unknown-shape ',
      'mixed-languages en: p3',
    ])
  })

  test('asks for the language of a text in two, and says which', async () => {
    const name = file('two.txt', readFileSync(corpus('fr'), 'utf8') + readFileSync(corpus('ru'), 'utf8'))
    expect(await run('segment', name)).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(
        /^concordance: .*two\.txt: the language is not surely .* \(perhaps (?:fr, ru|ru, fr)\); name it with --langs, or --lang .*\n$/u,
      ) as unknown,
    })
  })
})

describe('concordance check', () => {
  const altered = () => file('altered.txt', readFileSync(corpus('en'), 'utf8').replace('73/338', '73/339'))

  test('exits 1 when a finding is an error, and its JSON is complete', async () => {
    const { code, out, err } = await run('check', corpus('fr'), altered())
    expect(err).toBe('')
    expect(code).toBe(1)
    const { findings, versions } = checkReportSchema.strict().parse(JSON.parse(out))
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([
      expect.objectContaining({ code: 'symbol', expected: '73/338', found: '73/339' }),
    ])
    const place = findings.find(({ code: own }) => own === 'symbol')!.places.en![0]!
    const text = versions[1]!.paragraphs.find(({ address }) => address === place.address)!.text
    expect(text.slice(place.from, place.to)).toBe('73/339')
  })

  test('exits 0 where nothing reaches --fail-on', async () => {
    expect((await run('check', corpus('fr'), corpus('en'))).code).toBe(0)
    expect((await run('check', corpus('fr'), altered(), '--fail-on', 'never')).code).toBe(0)
  })

  test('lists findings as text, a line each', async () => {
    const { out } = await run('check', corpus('fr'), altered(), '--format', 'text')
    expect(out).toMatch(
      /^pp5 ~ pp5 {2}fr–en {2}error {2}symbol: expected "73\/338", found "73\/339" {2}changed( {2}sought: .+)?$/mu,
    )
  })
})

describe('bad usage and bad files', () => {
  const french = corpus('fr')
  test.each<[string, () => string[], RegExp]>([
    ['a missing file', () => ['align', 'nowhere.txt', french], /^concordance: nowhere\.txt: no such file$/u],
    [
      'an empty file',
      () => ['align', file('empty.txt', ''), french],
      /^concordance: .*empty\.txt: the file is empty$/u,
    ],
    [
      'a PDF',
      () => ['align', file('x.pdf', '%PDF-1.7\n'), french],
      /^concordance: .*x\.pdf: the file is damaged .*get it anew$/u,
    ],
    [
      'bytes in no encoding',
      () => ['align', file('cut.txt', Buffer.from('paix é').subarray(0, 6)), french],
      /^concordance: .*cut\.txt: the text is in no encoding that is known \(byte 5\); save it as UTF-8$/u,
    ],
    [
      'a language that is none of the six',
      () => [
        'align',
        file(
          'de.txt',
          'Die Generalversammlung, unter Hinweis auf ihre Resolution vom September, bekräftigt die Ziele und Grundsätze.',
        ),
        french,
      ],
      /^concordance: .*de\.txt: .*--langs/u,
    ],
    ['a folder', () => ['align', folder, french], /^concordance: .*: this is a folder/u],
    ['one file', () => ['align', french], /^concordance: usage: two or more files/u],
    [
      'too few --langs',
      () => ['align', french, french, '--langs', 'fr'],
      /^concordance: usage: --langs names 1 languages for 2 files$/u,
    ],
    [
      'a bad code',
      () => ['align', french, french, '--langs', 'fr,!!'],
      /^concordance: usage: --langs: '!!'/u,
    ],
    [
      'an unknown format',
      () => ['align', french, french, '--format', 'rtf'],
      /^concordance: usage: .*--format/u,
    ],
    [
      'a ladder of three',
      () => ['align', french, french, french, '--format', 'ladder'],
      /^concordance: usage: --format ladder/u,
    ],
    [
      'a pivot that is not there',
      () => ['align', french, french, '--pivot', 'ru'],
      /^concordance: usage: --pivot ru/u,
    ],
    ['an unknown command', () => ['alignn', french], /^concordance: usage: /u],
    ['no command', () => [], /^concordance: usage: /u],
    [
      'an output folder that is not there',
      () => ['align', french, corpus('en'), '-o', 'no/where.json'],
      /^concordance: no\/where\.json: no such file/u,
    ],
  ])('%s: one line on stderr, nothing on stdout, exit 2', async (_, args, line) => {
    // What the system says of a file is told by an error that jest does not know for one.
    const { code, out, err } = /no such file|folder/u.test(line.source)
      ? runProcess(...args())
      : await run(...args())
    expect(err.trimEnd()).toMatch(line)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(out).toBe('')
    expect(code).toBe(2)
  })

  test('--help and --version answer on stdout and exit 0', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('align') })
    expect(await run('align', '--help')).toMatchObject({ code: 0, out: expect.stringContaining('--langs') })
    expect((await run('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/u)
  })

  test('runs by its name in a checkout', async () => {
    const out = execFileSync('npx', ['--no', 'concordance', '--version'], { cwd: root, encoding: 'utf8' })
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/u)
  })
})
