import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeChunks } from '../cli/write-output'
import { pairTables } from '../core/export/pair-tables'
import { writeTable, type TableFormat } from '../core/export/write-table'
import {
  UN_LANGUAGES,
  type ExportFinding,
  type ExportReview,
  type ExportRow,
  type ExportStream,
} from '../core/model'
import { direction } from '../core/text/languages'
import { nativePack } from '../jobs/native-pack'
import { readText, TEXT_NAMES } from './damage/read-text'

/*
 * How long files take to be written, and how much memory: `npm run bench:export -- [FORMAT…]`. Tables of 10,000 and 100,000 rows in six languages, made of the Declaration and, where it is at hand, the Charter over and over, are
 * written to a file as the command line writes them, each in a process of its own. Rows come from a generator, so that what is held is what the writer holds.
 * TMX and XLIFF are five files, as they are written by default.
 */

const SMALL = 10_000
const LARGE = 100_000

const FORMATS: readonly TableFormat[] = [
  'tmx',
  'xliff',
  'xliff2',
  'csv',
  'tsv',
  'html',
  'markdown',
  'docx',
  'xlsx',
]

/** Every what-th row has a finding. */
const NOTED = 20

const SENTENCE = 'The number is 24 in the French version and 25 in the English version.'

const FINDING: ExportFinding = {
  address: 'op1',
  codeName: 'Number',
  severity: 'error',
  severityName: 'Error',
  languageName: 'English',
  found: '25',
  expected: '24',
  sentence: SENTENCE,
  verdictName: '',
  reason: '',
  ref: `f:${'0'.repeat(16)}@0 t:${'0'.repeat(16)}@0 e:${'0'.repeat(16)}@0 - 811c9dc5`,
}

const REVIEW: ExportReview = {
  pivot: 'fr',
  terms: [],
  verdicts: ['Error', 'Accepted', 'Ignored'],
  labels: {
    decision: 'Decision',
    note: 'Note',
    row: 'Row',
    code: 'Code',
    severity: 'Severity',
    language: 'Version',
    found: 'Found',
    expected: 'Expected',
    sentence: 'What differs',
    terms: 'Terms',
    concept: 'Concept',
    count: 'Number',
    mixed: 'Several',
  },
}

function makeTable(count: number): ExportStream {
  const lines = Object.fromEntries(
    UN_LANGUAGES.map((language) => [
      language,
      TEXT_NAMES.flatMap((name) => readText(name)?.versions[language]?.paragraphs ?? []),
    ]),
  )
  const rows = {
    *[Symbol.iterator](): Generator<ExportRow, void, void> {
      for (let k = 0; k < count; k += 1)
        yield {
          id: `r${k + 1}`,
          kind: 'operative',
          kindName: 'operative paragraph',
          address: `op${k + 1}`,
          confidence: 0.987,
          cells: UN_LANGUAGES.map((language) => {
            const own = lines[language]!
            const { label, text, italics, marks } = own[k % own.length]!
            const highlights =
              k % NOTED === 0 && ['fr', 'en'].includes(language)
                ? [{ from: 0, to: 8, severity: 'error' as const, note: 0 }]
                : []
            return [{ address: `op${k + 1}`, label, text: `${text} ${k}`, italics, marks, highlights }]
          }),
          notes: k % NOTED === 0 ? [SENTENCE] : [],
          findings: k % NOTED === 0 ? [FINDING] : [],
          noteSides: k % NOTED === 0 ? [{ languages: ['fr', 'en'], severity: 'error' }] : [],
          part: 'Operative part',
        }
    },
  }
  return {
    locale: 'en',
    direction: 'ltr',
    symbol: 'A/RES/1/1',
    title: 'Measured',
    subtitle: [],
    columns: UN_LANGUAGES.map((language) => ({
      language,
      heading: language,
      direction: direction(language),
      statusName: null,
      statusNote: null,
    })),
    rows,
    labels: {
      address: 'Paragraph',
      kind: 'Kind',
      confidence: 'Confidence',
      findings: 'Findings',
      gap: 'absent',
    },
    review: REVIEW,
  }
}

async function measure(format: TableFormat, count: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-export-'))
  try {
    const table = makeTable(count)
    const tables = ['tmx', 'xliff', 'xliff2'].includes(format)
      ? pairTables(table).map((pair) => pair.table)
      : [table]
    const [start, used] = [performance.now(), process.cpuUsage()]
    let bytes = 0
    for (const [k, own] of tables.entries()) {
      const file = path.join(folder, `${k}`)
      await writeChunks(await writeTable(own, format, { makePack: nativePack }), file)
      bytes += statSync(file).size
    }
    const { user, system } = process.cpuUsage(used)
    const seconds = (performance.now() - start) / 1000
    const megabytes = process.resourceUsage().maxRSS / 1024
    process.stdout.write(
      `${JSON.stringify([format, count, seconds, (user + system) / 1e6, megabytes, bytes / 1e6])}\n`,
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function main(asked: readonly string[]): void {
  const wanted = FORMATS.filter((format) => asked.length === 0 || asked.includes(format))
  const jobs = [SMALL, LARGE].flatMap((count) => wanted.map((format) => [format, count] as const))
  process.stdout.write('format      rows       s   s (CPU)   MB held   MB written\n')
  for (const [format, count] of jobs) {
    const out = execFileSync(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(import.meta.url), '--one', format, String(count)],
      { encoding: 'utf8' },
    )
    const [, , seconds, cpu, held, written] = JSON.parse(out) as [
      string,
      number,
      number,
      number,
      number,
      number,
    ]
    process.stdout.write(
      `${format.padEnd(9)}${String(count).padStart(7)}${seconds.toFixed(1).padStart(8)}${cpu.toFixed(1).padStart(10)}${held.toFixed(0).padStart(10)}${written.toFixed(0).padStart(13)}\n`,
    )
  }
}

const [flag, format, count] = process.argv.slice(2)
if (flag === '--one') await measure(format as TableFormat, Number(count))
else main(process.argv.slice(2))
