import { readFile } from 'node:fs/promises'

/** How standard input is named among files, and standard output behind `-o`. */
export const DASH = '-'

/** A file's name as messages tell it. */
export function fileLabel(name: string): string {
  return name === DASH ? 'standard input' : name
}

/** The bytes of a file, or of standard input where it is named `-`; to its end. Rejects with the error of the system. */
export async function readFileOrStdin(name: string): Promise<Uint8Array> {
  if (name !== DASH) return readFile(name)
  const parts: Uint8Array[] = []
  for await (const part of process.stdin as AsyncIterable<Uint8Array>) parts.push(part)
  return Buffer.concat(parts)
}
