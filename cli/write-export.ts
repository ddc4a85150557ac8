import { statSync } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { wholeFile } from '../core/export/gather-chunks'
import { EXPORT_TYPES, PAIR_FORMATS } from '../core/export/write-table'
import type { ExportFile, ExportLoss, ExportRow, ExportStream } from '../core/model'
import { nativePack } from '../jobs/native-pack'
import { exportFiles, hasSeveralFiles, type ExportSource } from '../jobs/export-files'
import { startProgress, type Progress } from './batch/start-progress'
import { describeLoss } from './describe-loss'
import type { CliFormat, ExportOptions } from './export-options'
import { printPdf } from './print-pdf'
import { oneLine, UsageError } from './usage-error'
import { writeChunks, writeOutput } from './write-output'

/** How an export is written: `base` begins the names of files, `version` is the program's. */
export interface WriteExportOptions extends ExportOptions {
  readonly format: CliFormat
  readonly base: string
  readonly version: string
  readonly unit: 'paragraph' | 'sentence'
  readonly output?: string
}

/**
 * Writes an export to stdout, a file, a folder or an archive. What a file does not hold is told on stderr, a line each; progress is shown on a terminal only. Throws UsageError for bad usage and where nothing can be
 * written.
 */
export async function writeExport(source: ExportSource, options: WriteExportOptions): Promise<void> {
  const { format, output } = options
  const progress = startProgress(process.stderr)
  const total = rowCount(source.table)
  // Short work is done before it can be read, and on the terminal that the file itself goes to it would stand in between.
  const shown = total >= LONG && !(output === undefined && process.stdout.isTTY)
  const table = shown ? withProgress(source.table, progress) : source.table
  const settings = {
    base: options.base,
    version: options.version,
    unit: options.unit,
    ...(options.inline !== undefined && { inline: options.inline }),
    ...(options.bom !== undefined && { mark: options.bom }),
    ...(options.multilingual !== undefined && { multilingual: options.multilingual }),
    ...(options.layout !== undefined && { layout: options.layout }),
    ...(options.allTerms !== undefined && { allTerms: options.allTerms }),
  }
  const files = await exportFiles({ ...source, table }, format === 'pdf' ? 'html' : format, settings)
  const [only] = files
  if (only === undefined) throw new UsageError('usage', `--format ${format} takes two or more versions`)
  try {
    if (shown) progress.begin('Writing', total * files.length, 'rows')
    if (format === 'pdf') {
      const name = only.name.replace(/\.html$/u, '.pdf')
      const { bytes, losses } = await printPdf(only.chunks, options.browser)
      await writeOutput(bytes, await inFolder(output, name))
      tell(output ?? name, losses, options, progress)
    } else if (files.length === 1) {
      const file = await inFolder(output, only.name)
      tell(file ?? only.name, await writeChunks(only.chunks, file), options, progress)
    } else await writeSeveral(files, options, progress)
  } finally {
    progress.end()
  }
}

/** Throws UsageError where so many versions cannot be written as the options ask for. */
export function requireOutput(
  versions: number,
  { format, output, multilingual }: Pick<WriteExportOptions, 'format' | 'output' | 'multilingual'>,
): void {
  if (format === 'pdf') return
  if (PAIR_FORMATS.includes(format) && versions < 2)
    throw new UsageError('usage', `--format ${format} takes two or more versions`)
  if (!hasSeveralFiles(format, versions, multilingual)) return
  const rather = format === 'tmx' ? ', or make one of all languages with --multilingual' : ''
  if (output === undefined)
    throw new UsageError(
      'usage',
      `--format ${format} makes several files of ${versions} versions; name a folder or a .zip with -o${rather}`,
    )
  if (
    format === 'akn' &&
    !/\.zip$|[\\/]$/iu.test(output) &&
    !(statSync(output, { throwIfNoEntry: false })?.isDirectory() ?? false)
  )
    throw new UsageError(
      'usage',
      '--format akn makes several files that name each other; -o must be a folder or a .zip',
    )
}

async function writeSeveral(
  files: readonly ExportFile[],
  options: WriteExportOptions,
  progress: Progress,
): Promise<void> {
  const { output } = options
  if (output === undefined) throw new UsageError('usage', 'several files need -o')
  if (/\.zip$/iu.test(output)) {
    const { zipFiles } = await import('../core/export/zip-files')
    const whole = files.map(({ name, chunks }) => ({ name, ...wholeFile(chunks) }))
    await writeOutput(await zipFiles(whole, nativePack), output)
    for (const { name, losses } of whole) tell(name, losses, options, progress)
    return
  }
  const folder = await isFolder(output)
  if (folder) await mkdir(output, { recursive: true })
  const written: string[] = []
  for (const { name, chunks } of files) {
    const file = folder ? path.join(output, name) : putPart(output, name)
    tell(file, await writeChunks(chunks, file), options, progress)
    written.push(file)
  }
  if (!folder) progress.tell([`concordance: ${output}: written as ${written.join(', ')}`])
}

/** `table.tmx` for `A-RES-76-299.fr-en.tmx`: `table.fr-en.tmx`. */
function putPart(output: string, name: string): string {
  const part = name.split('.').at(-2) ?? ''
  const { ext, name: base, dir } = path.parse(output)
  return path.join(dir, `${base}.${part}${ext}`)
}

/** A folder that is there, or one that a name with a slash at its end asks for. */
async function isFolder(output: string): Promise<boolean> {
  return /[\\/]$/u.test(output) || ((await stat(output).catch(() => null))?.isDirectory() ?? false)
}

async function inFolder(output: string | undefined, name: string): Promise<string | undefined> {
  if (output === undefined || !(await isFolder(output))) return output
  await mkdir(output, { recursive: true })
  return path.join(output, name)
}

function tell(
  name: string,
  losses: readonly ExportLoss[],
  { format }: WriteExportOptions,
  progress: Progress,
): void {
  progress.tell(losses.map((loss) => oneLine(`concordance: ${name}: ${describeLoss(loss, format)}`)))
}

/** Rows from which on progress is shown, and rows between two signs of it. */
const LONG = 2_000
const STEP = 500

function withProgress(table: ExportStream, progress: Progress): ExportStream {
  return { ...table, rows: { [Symbol.iterator]: () => countRows(table.rows, progress) } }
}

function* countRows(rows: Iterable<ExportRow>, progress: Progress): Generator<ExportRow, void, void> {
  let count = 0
  for (const row of rows) {
    yield row
    count += 1
    if (count % STEP === 0) progress.add(STEP)
  }
  progress.add(count % STEP)
}

function rowCount({ rows }: ExportStream): number {
  return Array.isArray(rows) ? rows.length : 0
}

/** What file names begin with: the symbol without what file systems refuse, else the name of the first file. */
export function baseName(symbol: string | null, first: string | undefined): string {
  const own = symbol ?? path.parse(first ?? '').name
  const clean = own
    .replace(/[^\p{L}\p{N}.()_-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/gu, '')
    .slice(0, 100)
  return clean === '' ? 'concordance' : clean
}

/** The format that the name of an output asks for by its ending, or null. */
export function formatOf(output: string | undefined): CliFormat | null {
  const name = output?.toLowerCase() ?? ''
  if (name.endsWith('.pdf')) return 'pdf'
  if (name.endsWith('.htm')) return 'html'
  if (name.endsWith('.xliff')) return 'xliff'
  const found = Object.entries(EXPORT_TYPES).find(([, { extension }]) => name.endsWith(`.${extension}`))
  return (found?.[0] as CliFormat | undefined) ?? null
}
