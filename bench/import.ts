import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { diffArrays } from 'diff'
import { seeded } from '../__tests__/support/random'
import { writeUnDocx } from '../__tests__/support/un-docx'
import type { Paragraph, PlainDocument } from '../core/model'
import { importFile } from '../core/pipeline'
import { readFile } from '../core/read/read-document'
import { readText } from './damage/read-text'

/*
 * How well and how fast files are read: `npm run bench:import`.
 *
 * 1. Documents that are at hand both as Word file and as PDF, in `../shared/data/un-docs`: paragraphs (cells of tables among them), footnotes and words that agree between both forms. Both
 *    sequences are aligned by their longest common subsequence, so that what stands in another place does not agree; white space counts as one space, every other sign as itself. A share is twice
 *    what agrees over what both have. What remains is listed.
 * 2. A PDF of about two hundred pages, the Charter repeated with its words renamed by seed and printed by LibreOffice: seconds and the most memory that reading and segmenting it takes.
 *
 * What is absent is left out, and that is said.
 */

const SHARED = path.resolve('..', 'shared', 'data', 'un-docs')
const SYMBOLS = ['A_80_604_Add.1', 'A_80_604_Add.3']
const PAGES = 200

const plain = (text: string) => text.replace(/\s+/gu, ' ').trim()

async function readPlain(file: string): Promise<PlainDocument> {
  const read = await readFile(new Uint8Array(readFileSync(file)), file)
  if (read.kind !== 'document') throw new Error(`${file} is no document`)
  return read.document
}

function paragraphsOf({ blocks, notes = [] }: PlainDocument): {
  readonly text: string[]
  readonly notes: string[]
} {
  return {
    text: blocks.map(({ text }) => plain(text)).filter(Boolean),
    notes: notes.map(({ text }) => plain(text)),
  }
}

/** Shares below which the two forms do not hold the same text: the run then ends with 1. */
const WANTED = { paragraphs: 0.98, footnotes: 0.98, words: 0.995 } as const

function agree(what: keyof typeof WANTED, left: string[], right: string[], list: boolean): void {
  let same = 0
  for (const { added, removed, value } of diffArrays(left, right)) {
    if (!added && !removed) same += value.length
    else if (list)
      for (const text of value) console.log(`    ${added ? 'PDF only ' : 'Word only'} ${text.slice(0, 160)}`)
  }
  const share = left.length + right.length === 0 ? 1 : (2 * same) / (left.length + right.length)
  if (share < WANTED[what]) process.exitCode = 1
  console.log(
    `  ${what.padEnd(10)} ${share.toFixed(4)} (${same} of ${left.length} and ${right.length}), wanted ${WANTED[what]}`,
  )
}

async function compareForms(): Promise<void> {
  for (const symbol of SYMBOLS) {
    const [word, pdf] = ['docx', 'pdf'].map((ending) => path.join(SHARED, `${symbol}.${ending}`)) as [
      string,
      string,
    ]
    if (!existsSync(word) || !existsSync(pdf)) {
      console.log(`${symbol}: not at hand, left out`)
      continue
    }
    const [left, right] = [paragraphsOf(await readPlain(word)), paragraphsOf(await readPlain(pdf))]
    const words = (all: { text: string[]; notes: string[] }) =>
      [...all.text, ...all.notes].join(' ').split(' ')
    console.log(symbol)
    agree('paragraphs', left.text, right.text, true)
    agree('footnotes', left.notes, right.notes, true)
    agree('words', words(left), words(right), false)
  }
}

/** Long words with their letters moved along the alphabet, so that no page is like another. */
function rename(text: string, seed: number): string {
  const random = seeded(seed)
  const shift = 1 + Math.floor(random() * 24)
  return text.replace(/[a-z]{6,}/gu, (word) =>
    [...word].map((letter) => String.fromCharCode(97 + ((letter.charCodeAt(0) - 97 + shift) % 26))).join(''),
  )
}

async function measureSpeed(): Promise<void> {
  const version = readText('charter')?.versions.en ?? readText('declaration')?.versions.en
  if (version === undefined) return console.log('speed: no long text at hand, left out')
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-import-'))
  try {
    const body = version.paragraphs.filter(({ kind }) => kind !== 'footnote')
    const letters = body.reduce((sum, { text }) => sum + text.length, 0)
    const times = Math.ceil((PAGES * 2600) / letters)
    const paragraphs = Array.from({ length: times }, (_, k) =>
      body.map((each): Paragraph => ({ ...each, kind: 'body', marks: [], text: rename(each.text, k + 1) })),
    ).flat()
    const file = path.join(folder, 'long.docx')
    writeFileSync(file, await writeUnDocx({ ...version, paragraphs }))
    try {
      execFileSync(
        'soffice',
        [
          `-env:UserInstallation=file://${folder}/office`,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          file,
        ],
        { stdio: 'ignore' },
      )
    } catch {
      return console.log('speed: LibreOffice is not at hand, left out')
    }
    const bytes = new Uint8Array(readFileSync(path.join(folder, 'long.pdf')))
    let most = 0
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20)
    const start = performance.now()
    const busy = process.cpuUsage()
    const { versions } = await importFile(bytes, { name: 'long.pdf', language: 'en' })
    const { user, system } = process.cpuUsage(busy)
    clearInterval(watch)
    const pages = new TextDecoder('latin1').decode(bytes).match(/\/Type\s*\/Page\b/gu)?.length ?? 0
    const seconds = (performance.now() - start) / 1000
    console.log(
      `speed: ${pages} pages, ${versions[0]?.version.paragraphs.length ?? 0} paragraphs in ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of the processor), wanted under 10 s for 200; most memory ${Math.round(Math.max(most, process.memoryUsage().rss) / 1e6)} MB`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

await compareForms()
await measureSpeed()
