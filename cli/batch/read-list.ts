import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { decodeText } from '../../core/read/decode-text'
import { readBytes, reasonOf } from '../read-files'
import { UsageError } from '../usage-error'

/** One pair of a list: two files to read and one to write, as the list names them. */
export interface ListedPair {
  readonly pivot: string
  readonly other: string
  readonly out: string
}

/** A line of a list that is not blank, by its number from 1: a pair, or why it is none. */
export type ListLine =
  | { readonly number: number; readonly pair: ListedPair }
  | { readonly number: number; readonly reason: string }

/**
 * Reads a list of pairs, `pivot<TAB>other<TAB>out` a line; blank lines are left out. A line is bad that has not three paths, or whose output is an earlier line's
 * output, an input of any line or the list itself, by whatever name. Throws UsageError where the list cannot be read or holds no line.
 */
export async function readList(file: string): Promise<readonly ListLine[]> {
  const lines = parseList(await readText(file))
  if (lines.length === 0) throw new UsageError(file, 'the list is empty')
  return checkOutputs(file, lines)
}

/** The lines of a list's text, each for itself. */
export function parseList(text: string): readonly ListLine[] {
  return text.split('\n').flatMap((raw, k): readonly ListLine[] => {
    if (raw.trim() === '') return []
    const number = k + 1
    const paths = raw.replace(/\r$/u, '').split('\t')
    const [pivot, other, out] = paths
    if (pivot === undefined || other === undefined || out === undefined || paths.length > 3)
      return [{ number, reason: `three paths with tabs between them are needed, not ${paths.length}` }]
    if (paths.some((name) => name.trim() === ''))
      return [{ number, reason: 'one of the three paths is empty' }]
    return [{ number, pair: { pivot, other, out } }]
  })
}

async function readText(file: string): Promise<string> {
  try {
    return decodeText(await readBytes(file))
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(file, reasonOf(error))
  }
}

async function checkOutputs(list: string, lines: readonly ListLine[]): Promise<readonly ListLine[]> {
  const readBy = new Map<string, number>()
  for (const line of lines) {
    if ('reason' in line) continue
    for (const input of [line.pair.pivot, line.pair.other]) {
      const place = await placeOf(input)
      if (!readBy.has(place)) readBy.set(place, line.number)
    }
  }
  const own = await placeOf(list)
  const writtenBy = new Map<string, number>()
  const checked: ListLine[] = []
  for (const line of lines) {
    if ('reason' in line) {
      checked.push(line)
      continue
    }
    const { number, pair } = line
    const place = await placeOf(pair.out)
    const [reader, writer] = [readBy.get(place), writtenBy.get(place)]
    if (place === own) checked.push({ number, reason: `${pair.out}: this is the list itself` })
    else if (reader !== undefined)
      checked.push({ number, reason: `${pair.out}: this is an input of line ${reader}` })
    else if (writer !== undefined)
      checked.push({ number, reason: `${pair.out}: this is the output of line ${writer} already` })
    else {
      writtenBy.set(place, number)
      checked.push(line)
    }
  }
  return checked
}

/** One name for a file, whatever way leads to it and whether or not it is there. */
async function placeOf(file: string): Promise<string> {
  const full = path.resolve(file)
  return realpath(full).catch(() =>
    realpath(path.dirname(full)).then(
      (folder) => path.join(folder, path.basename(full)),
      () => full,
    ),
  )
}
