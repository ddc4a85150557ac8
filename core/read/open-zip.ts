import { Inflate } from 'fflate'
import { InputError } from '../model'
import { crc32 } from './crc32'

/** An archive whose directory was read and found harmless; nothing is unpacked until it is asked for. */
export interface Archive {
  /** Names of its files in the order of its directory, with `/` between folders. */
  readonly names: readonly string[]
  /** Whether it has a file of that name, whatever the case of its letters. */
  readonly has: (name: string) => boolean
  /** A file's bytes, or null where there is none of that name. Throws InputError `damaged`, or `too-large` where more comes out than the directory says. */
  readonly read: (name: string) => Uint8Array | null
}

/** What an archive may hold at most. Sizes in bytes, unpacked. */
export interface ZipLimits {
  readonly entries: number
  readonly total: number
  /** How many times its packed size a file may have once it is larger than `small`: text packs to a hundredth at best, a bomb to a thousandth. */
  readonly ratio: number
  readonly small: number
}

/** Limits that no document of words reaches: the longest reports of the United Nations unpack to under 30 MB without their pictures. */
export const ZIP_LIMITS: ZipLimits = {
  entries: 10_000,
  total: 512 * 1024 * 1024,
  ratio: 200,
  small: 32 * 1024 * 1024,
}

interface Entry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

// Signatures and offsets after APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16 and 4.5.3.
const LOCAL_HEADER = 0x04034b50
const DIRECTORY_ENTRY = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const END_LOCATOR_64 = 0x07064b50
const END_OF_DIRECTORY_64 = 0x06064b50
const UNKNOWN_32 = 0xffffffff
const UTF8_NAME = 0x0800
const ENCRYPTED = 0x0001
const STRONGLY_ENCRYPTED = 0x2000

/** Bytes that are unpacked at a time; what they become is counted before the next ones follow. */
const CHUNK = 16 * 1024
/** More than this beyond the stated size is no slip of a writer. */
const OVERRUN = 1024 * 1024

/** Whether bytes begin as a ZIP file does. */
export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 &&
    bytes[1] === 0x4b &&
    ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
  )
}

/**
 * Opens a ZIP file without unpacking anything. Throws InputError: `damaged` where its directory is missing or leads nowhere, `encrypted`, `unsafe` for a path that leads out of the archive, and
 * `too-large` for more files, more bytes or a higher rate than `limits` allow.
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let entries: readonly Entry[]
  try {
    entries = readDirectory(view, bytes, limits)
  } catch (error) {
    // A directory that leads beyond the end of the file.
    if (error instanceof RangeError) throw new InputError('damaged', 'ZIP')
    throw error
  }
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  return {
    names: entries.map(({ name }) => name),
    has: (name) => byName.has(name.toLowerCase()),
    read: (name) => {
      const entry = byName.get(name.toLowerCase())
      return entry === undefined ? null : unpack(view, bytes, entry)
    },
  }
}

/** The record that ends the directory stands at the very end, but for a comment of at most 64 KiB. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  throw new InputError('damaged', 'ZIP')
}

function readDirectory(view: DataView, bytes: Uint8Array, limits: ZipLimits): Entry[] {
  const end = findEnd(view)
  let count: number = view.getUint16(end + 10, true)
  let length: number = view.getUint32(end + 12, true)
  let from: number = view.getUint32(end + 16, true)
  let stop = end
  if (end >= 20 && view.getUint32(end - 20, true) === END_LOCATOR_64) {
    const large = Number(view.getBigUint64(end - 12, true))
    if (view.getUint32(large, true) !== END_OF_DIRECTORY_64) throw new InputError('damaged', 'ZIP')
    count = Number(view.getBigUint64(large + 32, true))
    length = Number(view.getBigUint64(large + 40, true))
    from = Number(view.getBigUint64(large + 48, true))
    stop = large
  }
  if (count > limits.entries) throw new InputError('too-large', `${count} files`)
  // What stands before the archive, as in one that unpacks itself, moves all its offsets.
  const shift = stop - length - from
  if (shift < 0) throw new InputError('damaged', 'ZIP')
  const entries: Entry[] = []
  let total = 0
  let at = from + shift
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > stop || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new InputError('damaged', 'ZIP')
    const entry = readEntry(view, bytes, at, shift)
    total += entry.size
    const steep = entry.size > limits.small && entry.size > entry.packed * limits.ratio
    if (total > limits.total || steep) throw new InputError('too-large', entry.name)
    if (!entry.name.endsWith('/')) entries.push(entry)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function readEntry(view: DataView, bytes: Uint8Array, at: number, shift: number): Entry {
  const flags = view.getUint16(at + 8, true)
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  if (at + 46 + nameLength + extraLength > bytes.length) throw new InputError('damaged', 'ZIP')
  const raw = bytes.subarray(at + 46, at + 46 + nameLength)
  // Names without the mark of UTF-8 are in an old code page; those of documents are ASCII.
  const decoder = new TextDecoder((flags & UTF8_NAME) === 0 ? 'windows-1252' : 'utf-8')
  const name = decoder.decode(raw).replace(/\\/gu, '/')
  if (leadsOut(name)) throw new InputError('unsafe', name.slice(0, 100))
  if ((flags & (ENCRYPTED | STRONGLY_ENCRYPTED)) !== 0) throw new InputError('encrypted')
  const large = readLarge(view, at, nameLength, extraLength)
  return {
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    size: large(at + 24),
    packed: large(at + 20),
    offset: large(at + 42) + shift,
  }
}

/** Reads sizes and the offset in their fixed order: each that does not fit into 32 bits stands in the extra field. */
function readLarge(
  view: DataView,
  at: number,
  nameLength: number,
  extraLength: number,
): (place: number) => number {
  let extra = at + 46 + nameLength
  const end = extra + extraLength
  while (extra + 4 <= end && view.getUint16(extra, true) !== 1) extra += 4 + view.getUint16(extra + 2, true)
  let next = extra + 4
  return (place) => {
    const value = view.getUint32(place, true)
    if (value !== UNKNOWN_32 || next + 8 > end) return value
    next += 8
    return Number(view.getBigUint64(next - 8, true))
  }
}

function leadsOut(name: string): boolean {
  return name.includes('\0') || /^(?:\/|[a-z]:)/iu.test(name) || name.split('/').includes('..')
}

function unpack(view: DataView, bytes: Uint8Array, entry: Entry): Uint8Array {
  const { offset, packed, size, method, name } = entry
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER)
    throw new InputError('damaged', name)
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (from + packed > bytes.length) throw new InputError('damaged', name)
  const data = bytes.subarray(from, from + packed)
  if (method !== 0 && method !== 8) throw new InputError('damaged', `${name}: ${method}`)
  const whole = method === 0 ? data : inflate(data, entry)
  if (whole.length !== size || crc32(whole) !== entry.crc) throw new InputError('damaged', name)
  return whole
}

function inflate(data: Uint8Array, { size, name }: Entry): Uint8Array {
  const whole = new Uint8Array(size)
  let length = 0
  const stream = new Inflate((part) => {
    length += part.length
    if (length > size + OVERRUN) throw new InputError('too-large', name)
    if (length > size) throw new InputError('damaged', name)
    whole.set(part, length - part.length)
  })
  try {
    for (let at = 0; at < data.length || at === 0; at += CHUNK)
      stream.push(data.subarray(at, at + CHUNK), at + CHUNK >= data.length)
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError('damaged', name)
  }
  return whole
}
