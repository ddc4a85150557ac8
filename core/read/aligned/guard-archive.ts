import { InputError } from '../../model'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const DEFLATED = 8

/** Bytes that an archive may unfold to: a workbook of a million short texts has a fifth of it. */
const MOST_BYTES = 256 * 1024 * 1024
const MOST_ENTRIES = 10_000

interface Entry {
  readonly local: number
  readonly method: number
  readonly packed: number
  readonly size: number
}

/** The record that closes an archive stands at its very end, but for a comment of at most 64 KiB. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  throw new InputError('damaged', 'ZIP')
}

/** The directory of an archive. Offsets after APPNOTE.TXT 6.3, sections 4.3.12 and 4.3.16. */
function entriesOf(view: DataView): readonly Entry[] {
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  while (entries.length < count) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY)
      throw new InputError('damaged', 'ZIP')
    if ((view.getUint16(at + 8, true) & 1) === 1) throw new InputError('encrypted')
    entries.push({
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      local: view.getUint32(at + 42, true),
    })
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** How much an entry unfolds to, counted up to one byte more than it says of itself. */
async function unfold(bytes: Uint8Array, limit: number): Promise<number> {
  const reader = new Blob([bytes.slice()])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader()
  let size = 0
  try {
    for (let part = await reader.read(); !part.done && size <= limit; part = await reader.read())
      size += (part.value as Uint8Array).length
    return size
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/**
 * Looks a ZIP archive through before a library unfolds it in memory: no more entries and bytes than a workbook has, and none that unfolds to more than it says. Rejects with InputError `damaged`,
 * `encrypted`, `too-large`, or `unsafe` where an entry lies about its size.
 */
export async function guardArchive(bytes: Uint8Array): Promise<void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const entries = entriesOf(view)
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (total > MOST_BYTES || entries.length > MOST_ENTRIES)
    throw new InputError('too-large', `${Math.round(total / 1048576)} MB`)
  for (const { local, method, packed, size } of entries) {
    if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL_HEADER)
      throw new InputError('damaged', 'ZIP')
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    if (from + packed > view.byteLength) throw new InputError('damaged', 'ZIP')
    if (method !== DEFLATED) continue
    const real = await unfold(bytes.subarray(from, from + packed), size).catch(() => -1)
    if (real < 0) throw new InputError('damaged', 'ZIP')
    if (real > size) throw new InputError('unsafe', 'ZIP')
  }
}
