import { chunkBytes, joinBytes } from '../core/export/gather-chunks'
import { zipFiles } from '../core/export/zip-files'
import { zipStream } from '../core/export/zip-stream'
import type { ExportFile, ExportLoss } from '../core/model'
import { nativePack } from '../jobs/native-pack'
import { contentDisposition } from './serve-api/content-disposition'

/** Bytes that are held until an export is written to its end. */
const HELD = 4 * 2 ** 20

/** A file of an export that was written to its end: what it does not hold, and its bytes, null where they were not held. */
export interface MadeFile {
  readonly name: string
  readonly mime: string
  readonly losses: readonly ExportLoss[]
  readonly bytes: Uint8Array | null
}

/** Writes files to their ends, others having their turn in between. Once they have more than so many bytes together, no more of them are held. */
export async function makeFiles(
  files: readonly ExportFile[],
  held: number = HELD,
): Promise<readonly MadeFile[]> {
  const made: MadeFile[] = []
  let room = held
  for (const { name, mime, chunks } of files) {
    const parts: Uint8Array[] = []
    for (;;) {
      const next = chunks.next()
      if (next.done === true) {
        made.push({ name, mime, losses: next.value, bytes: room < 0 ? null : joinBytes(parts) })
        break
      }
      const bytes = chunkBytes(next.value)
      room -= bytes.length
      if (room < 0) parts.length = 0
      else parts.push(bytes)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return made
}

/**
 * An export as a download: its only file, or an archive under that name; null where it has no file. What the files do not hold is in the header Concordance-Losses, so that they are written to their ends before the first
 * byte is sent. A large export is then written anew, piece by piece as it is taken, instead of being held meanwhile.
 */
export async function downloadExport(
  write: () => Promise<readonly ExportFile[]>,
  archive: string,
  held: number = HELD,
): Promise<Response | null> {
  const made = await makeFiles(await write(), held)
  const [only] = made
  if (only === undefined) return null
  const single = made.length === 1
  const losses = lossesHeader(made)
  return new Response(await bodyOf(made, write), {
    headers: {
      'content-type': single ? only.mime : 'application/zip',
      'content-disposition': contentDisposition(single ? only.name : archive),
      'cache-control': 'no-store',
      ...(losses !== '' && { 'concordance-losses': losses }),
    },
  })
}

async function bodyOf(
  made: readonly MadeFile[],
  write: () => Promise<readonly ExportFile[]>,
): Promise<BodyInit> {
  const whole = made.flatMap(({ name, bytes }) => (bytes === null ? [] : [{ name, bytes }]))
  const [only] = whole
  if (only !== undefined && whole.length === made.length)
    return new Uint8Array(made.length === 1 ? only.bytes : await zipFiles(whole, nativePack))
  const files = await write()
  const [first] = files
  return streamOf(
    first !== undefined && files.length === 1
      ? first.chunks
      : zipStream(
          files.map(({ name, chunks }) => ({ path: name, chunks })),
          nativePack,
        ),
  )
}

/** Chunks as they are asked for. A reader that goes away ends them. */
function streamOf(chunks: Iterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.iterator]()
  return new ReadableStream(
    {
      pull: (controller) => {
        const next = iterator.next()
        if (next.done === true) controller.close()
        else controller.enqueue(chunkBytes(next.value))
      },
      cancel: () => {
        iterator.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}

/** A structured list (RFC 9651), an item a loss and file: `gaps;count=3;file="A-RES-76-299.fr-en.tmx"`. Names are percent-encoded, since such a list is ASCII. */
function lossesHeader(made: readonly MadeFile[]): string {
  return made
    .flatMap(({ name, losses }) =>
      losses.map(({ code, count }) => `${code};count=${count};file="${encodeURIComponent(name)}"`),
    )
    .join(', ')
}
