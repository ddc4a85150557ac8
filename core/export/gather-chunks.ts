import type { ExportChunks, ExportLoss } from '../model'

/** How much text is gathered before it is handed on, in UTF-16 code units: few large pieces cost less than many small ones. */
const ENOUGH = 65_536

/** Pieces of text joined into larger ones, with what the pieces' source returns at its end. */
export function* gatherChunks(
  pieces: Generator<string, readonly ExportLoss[], void>,
): Generator<string, readonly ExportLoss[], void> {
  let gathered = ''
  for (;;) {
    const next = pieces.next()
    if (next.done === true) {
      if (gathered !== '') yield gathered
      return next.value
    }
    gathered += next.value
    if (gathered.length >= ENOUGH) {
      yield gathered
      gathered = ''
    }
  }
}

/** A whole file in memory, and what it does not hold. */
export interface WholeFile {
  readonly bytes: Uint8Array
  readonly losses: readonly ExportLoss[]
}

const encoder = new TextEncoder()

/** A chunk of a file as bytes. */
export function chunkBytes(chunk: string | Uint8Array): Uint8Array {
  return typeof chunk === 'string' ? encoder.encode(chunk) : chunk
}

/** All chunks of a file as its bytes. */
export function wholeFile(chunks: ExportChunks): WholeFile {
  const parts: Uint8Array[] = []
  for (;;) {
    const next = chunks.next()
    if (next.done === true) return { bytes: joinBytes(parts), losses: next.value }
    parts.push(chunkBytes(next.value))
  }
}

/** Bytes one after the other. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return only
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

/** Bytes that are ready as the chunks of a file that holds everything. */
export function* readyChunks(bytes: Uint8Array): ExportChunks {
  yield bytes
  return []
}
