import { InputError } from '../../model'

/** A compound file (an old Office file): its streams by name. */
export interface OleFile {
  /** Names of its streams and storages. */
  readonly names: readonly string[]
  /** A stream's bytes, or null where there is none of that name. Throws InputError `damaged` where it leads nowhere. */
  readonly stream: (name: string) => Uint8Array | null
}

// Signature, offsets and special sector numbers after [MS-CFB] 2.2 to 2.6.
const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const LAST_SECTOR = 0xfffffffa
const IN_HEADER = 109
const ENTRY = 128

/** Whether bytes begin as a compound file does. */
export function isOle(bytes: Uint8Array): boolean {
  return SIGNATURE.slice(0, 4).every((byte, i) => bytes[i] === byte)
}

function damaged(): InputError {
  return new InputError('damaged', 'OLE')
}

/** Opens a compound file. Throws InputError `damaged` for one that is cut short or whose sectors go round in a circle. */
export function openOle(bytes: Uint8Array): OleFile {
  try {
    return readOle(bytes)
  } catch (error) {
    if (error instanceof RangeError) throw damaged()
    throw error
  }
}

interface Entry {
  readonly name: string
  readonly type: number
  readonly start: number
  readonly size: number
}

function readOle(bytes: Uint8Array): OleFile {
  if (!SIGNATURE.every((byte, i) => bytes[i] === byte)) throw damaged()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  const miniShift = view.getUint16(32, true)
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw damaged()
  const size = 1 << shift
  const sectors = Math.ceil(bytes.length / size)
  const at = (sector: number): number => {
    if (sector >= sectors) throw damaged()
    return (sector + 1) * size
  }
  const table = readTable(view, size, sectors, at)
  const chain = (start: number): number[] => follow(start, table, sectors)
  const read = (start: number, length: number): Uint8Array => {
    const whole = new Uint8Array(Math.min(length, sectors * size))
    chain(start).forEach((sector, i) => {
      const part = bytes.subarray(
        at(sector),
        at(sector) + Math.min(size, Math.max(0, whole.length - i * size)),
      )
      whole.set(part, i * size)
    })
    return whole
  }
  const directoryStart = view.getUint32(48, true)
  const entries = readEntries(read(directoryStart, chain(directoryStart).length * size))
  const root = entries.find(({ type }) => type === 5)
  const cutoff = view.getUint32(56, true)
  const miniStart = view.getUint32(60, true)
  const small = root === undefined ? new Uint8Array() : read(root.start, root.size)
  const miniBytes =
    miniStart >= LAST_SECTOR ? new Uint8Array() : read(miniStart, chain(miniStart).length * size)
  const miniView = new DataView(miniBytes.buffer)
  const miniTable = Array.from({ length: miniBytes.length >> 2 }, (_, i) => miniView.getUint32(i * 4, true))
  const readSmall = (start: number, length: number): Uint8Array => {
    const whole = new Uint8Array(length)
    follow(start, miniTable, miniTable.length).forEach((sector, i) => {
      const from = sector << miniShift
      const take = Math.min(1 << miniShift, Math.max(0, length - (i << miniShift)))
      whole.set(small.subarray(from, from + take), i << miniShift)
    })
    return whole
  }
  return {
    names: entries.map(({ name }) => name),
    stream: (name) => {
      const entry = entries.find((each) => each.name === name && each.type === 2)
      if (entry === undefined) return null
      if (entry.size > bytes.length) throw damaged()
      if (entry.size === 0) return new Uint8Array()
      return entry.size < cutoff ? readSmall(entry.start, entry.size) : read(entry.start, entry.size)
    },
  }
}

/** The sectors of a chain in order; one that is longer than there are sectors is a circle. */
function follow(start: number, table: readonly number[], most: number): number[] {
  const chain: number[] = []
  for (let sector = start; sector < LAST_SECTOR; sector = table[sector] ?? LAST_SECTOR) {
    chain.push(sector)
    if (chain.length > most) throw damaged()
  }
  return chain
}

/** The table that says of each sector which one follows it. */
function readTable(view: DataView, size: number, sectors: number, at: (sector: number) => number): number[] {
  const parts: number[] = []
  for (let i = 0; i < IN_HEADER; i += 1) parts.push(view.getUint32(76 + i * 4, true))
  let more = view.getUint32(68, true)
  for (let done = 0; more < LAST_SECTOR; done += 1) {
    if (done > sectors) throw damaged()
    const from = at(more)
    for (let i = 0; i < size - 4; i += 4) parts.push(view.getUint32(from + i, true))
    more = view.getUint32(from + size - 4, true)
  }
  const table: number[] = []
  for (const sector of parts) {
    if (sector >= LAST_SECTOR || table.length > sectors + size) continue
    const from = at(sector)
    for (let i = 0; i < size && from + i + 4 <= view.byteLength; i += 4)
      table.push(view.getUint32(from + i, true))
  }
  return table
}

function readEntries(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  const entries: Entry[] = []
  for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
    const type = directory[at + 66] ?? 0
    if (type === 0) continue
    const length = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62)
    const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + length))
    entries.push({ name, type, start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) })
  }
  return entries
}
