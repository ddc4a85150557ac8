import type { ReadFile } from '../model'
import { readDocxTable } from './aligned/read-docx-table'
import { openWordPackage } from './docx/open-word-package'
import type { Changes } from './docx/word-context'
import { readWordText } from './read-docx'

/** Reads a Word file: a table of our own export as versions side by side (see readDocxTable), any other as a text (see readWordText). Throws InputError: those of both and of openWordPackage. */
export function readWordFile(bytes: Uint8Array, changes: Changes = 'accepted'): ReadFile {
  const file = openWordPackage(bytes)
  const aligned = readDocxTable(file, changes)
  return aligned === null
    ? { kind: 'document', document: readWordText(file, changes) }
    : { kind: 'aligned', aligned }
}
