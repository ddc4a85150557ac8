import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ExportChunks, ExportLoss } from '../core/model'
import { findBrowser } from './find-browser'
import { UsageError } from './usage-error'
import { writeChunks } from './write-output'

/** How long printing may take, in milliseconds: a hundred pages take a few seconds. */
const LONGEST = 300_000

/** Nothing but the file is to be loaded, and nothing of the person's own browser is to be touched. */
const FLAGS = [
  '--headless',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pdf-header-footer',
]

/** A printed file and what the HTML that it was printed from does not hold. */
export interface Printed {
  readonly bytes: Uint8Array
  readonly losses: readonly ExportLoss[]
}

/** Prints a file of HTML to PDF with an installed Chromium (see findBrowser). Throws UsageError where there is none, or where it does not print. */
export async function printPdf(html: ExportChunks, asked: string | undefined): Promise<Printed> {
  const browser = await findBrowser(asked, process.env)
  if (browser === null) {
    const named = asked ?? process.env.CHROMIUM
    throw new UsageError(
      'pdf',
      named
        ? `${named} is no program that can be run; name a Chromium with --browser or CHROMIUM`
        : 'Chromium, which prints the PDF, is not installed; install it, or name one with --browser or CHROMIUM',
    )
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'concordance-pdf-'))
  try {
    const page = path.join(folder, 'table.html')
    const file = path.join(folder, 'table.pdf')
    const losses = await writeChunks(html, page)
    // As root Chromium starts only without its sandbox; the page is our own and has no script.
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const failure = await run(browser, [
      ...FLAGS,
      ...root,
      `--user-data-dir=${path.join(folder, 'profile')}`,
      `--print-to-pdf=${file}`,
      pathToFileURL(page).href,
    ])
    const bytes = await readFile(file).catch(() => null)
    if (bytes === null || bytes.subarray(0, 5).toString('latin1') !== '%PDF-')
      throw new UsageError('pdf', `${browser} printed nothing${failure === '' ? '' : ` (${failure})`}`)
    return { bytes, losses }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Runs a program to its end; gives why it failed, or the empty string. */
function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', timeout: LONGEST, killSignal: 'SIGKILL' })
    child.on('error', (error) => resolve(error.message))
    child.on('exit', (code, signal) =>
      resolve(code === 0 ? '' : signal === null ? `exit code ${code}` : `ended by ${signal}`),
    )
  })
}
