import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { chmod, realpath, rename, rm, stat } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import type { ExportChunks, ExportLoss } from '../core/model'
import { reasonOf } from './read-files'
import { UsageError } from './usage-error'

/**
 * Writes a result to a file, or to stdout where none is named. A regular file appears whole or not at all: the bytes go beside it first, and it keeps its
 * permissions; a link is followed; a pipe or a device is written to as it is. Throws UsageError where it cannot be written.
 */
export async function writeOutput(data: string | Uint8Array, file: string | undefined): Promise<void> {
  await writeChunks(oneChunk(data), file)
}

/** A whole file as its one piece. */
export function* oneChunk(data: string | Uint8Array): ExportChunks {
  yield data
  return []
}

/** The same piece by piece, so that only one piece is in memory at a time; gives what the file does not hold. */
export async function writeChunks(
  chunks: ExportChunks,
  file: string | undefined,
): Promise<readonly ExportLoss[]> {
  if (file === undefined) return writeStdout(chunks)
  let beside: string | null = null
  try {
    const target = await realpath(file).catch(() => file)
    const before = await stat(target).catch(() => null)
    if (before !== null && !before.isFile() && !before.isDirectory()) return await writeFile(chunks, target)
    beside = `${target}.${process.pid}.part`
    const losses = await writeFile(chunks, beside)
    if (before !== null) await chmod(beside, before.mode)
    await rename(beside, target)
    return losses
  } catch (error) {
    if (beside !== null) await rm(beside, { force: true })
    throw new UsageError(file, reasonOf(error))
  }
}

/** Formats that a terminal cannot show. */
const BINARY: ReadonlySet<string> = new Set(['docx', 'xlsx', 'pdf'])

/** Throws UsageError where a file that is no text would go to a terminal; to a pipe and to a file it may. */
export function refuseTerminal(format: string, file: string | undefined): void {
  if (file === undefined && process.stdout.isTTY && BINARY.has(format))
    throw new UsageError(
      'usage',
      `--format ${format} is no text that a terminal can show; name a file with -o, or send it through a pipe`,
    )
}

async function writeFile(chunks: ExportChunks, file: string): Promise<readonly ExportLoss[]> {
  const stream = createWriteStream(file)
  // A stream that fails is destroyed, and waiting for it to drain would never end; this settles either way, and is heard from the start.
  const end = finished(stream)
  const failed = end.then(() => undefined)
  failed.catch(() => undefined)
  try {
    for (;;) {
      const next = chunks.next()
      if (next.done === true) {
        stream.end()
        await end
        return next.value
      }
      if (!stream.write(next.value)) await Promise.race([once(stream, 'drain').catch(() => failed), failed])
    }
  } catch (error) {
    stream.destroy()
    throw error
  }
}

/** Resolves when everything is written. A reader that has seen enough (`head`) closes the pipe: that is no error of ours, and nothing more is made. */
function writeStdout(chunks: ExportChunks): Promise<readonly ExportLoss[]> {
  return new Promise((resolve, reject) => {
    let settled = false
    const settle = (losses: readonly ExportLoss[], error?: Error | null) => {
      if (settled) return
      settled = true
      if (!error || ('code' in error && error.code === 'EPIPE')) resolve(losses)
      else reject(new UsageError('standard output', reasonOf(error)))
    }
    // The stream tells of a closed pipe or a full disk twice, once here and once to the callback; unheard, the first would end the process.
    if (process.stdout.listenerCount('error') === 0) process.stdout.on('error', () => undefined)
    const writeNext = () => {
      try {
        const next = chunks.next()
        if (next.done === true) return settle(next.value)
        process.stdout.write(next.value, (error) => (error ? settle([], error) : writeNext()))
      } catch (error) {
        settled = true
        reject(error)
      }
    }
    writeNext()
  })
}
