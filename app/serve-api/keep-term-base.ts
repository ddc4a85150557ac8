import type { TermBase } from '../../core/model'
import { TermFileError, type Refusal } from '../../core/terms/formats/term-file-error'
import type { Store } from '../../store/database/open-store'
import { readTermBase, saveTermBase, type StoredTermBase } from '../../store/term-bases'
import { appGuard } from '../app-guard'
import { Problem } from './problem'
import type { Upload } from './read-body'
import { revisionTag } from './revision'

/** A term file that was read, with the lines that were left out. */
export interface TermFile {
  readonly base: TermBase
  readonly refused: readonly Refusal[]
}

/** Reads a term file in a guarded thread, or throws a Problem: `unreadable-file`, or `no-concepts` where nothing of it could be read. */
export async function readTermUpload(upload: Upload | null, signal: AbortSignal): Promise<TermFile> {
  try {
    const read = await (await appGuard()).terms(upload?.bytes ?? new Uint8Array(), upload?.name ?? '', signal)
    if (read.base.length > 0) return read
    const errors = read.refused.slice(0, 20).map(({ line, reason }) => ({ name: `${line}`, message: reason }))
    throw new Problem('no-concepts', errors.length === 0 ? {} : { errors })
  } catch (error) {
    if (!(error instanceof TermFileError)) throw error
    const detail = error.line > 0 ? `${error.message} (${error.line})` : error.message
    throw new Problem('unreadable-file', { detail })
  }
}

/** A term base of people as it is now; null where there is none, where it was removed, and for one of the program's own. */
export async function findTermBase(store: Store, name: string): Promise<StoredTermBase | null> {
  const found = await readTermBase(store, name)
  return found === null || found.origin !== 'imported' || found.base.length === 0 ? null : found
}

/** Keeps a term base under a name, or throws a Problem: `base-exists` for a name of the program's own, `revision-stale` where `seen` is not the last revision. A removed one counts as none. */
export async function keepTermBase(
  store: Store,
  name: string,
  { base, refused }: TermFile,
  { by, seen }: { readonly by: string | null; readonly seen: number },
) {
  const before = await readTermBase(store, name)
  if (before?.origin === 'shipped') throw new Problem('base-exists')
  const removed = before !== null && before.base.length === 0
  const revision = removed && seen === 0 ? before.revision : seen
  const result = await saveTermBase(store, { name, base, origin: 'imported', by, revision })
  if (result.kind === 'conflict') throw new Problem('revision-stale')
  const kept = await readTermBase(store, name)
  if (kept === null) throw new Error('what was kept is gone')
  const shown = showTermBase(kept)
  return { ...shown, value: { ...shown.value, refused } }
}

/** A term base as it is answered, with its revision as its tag. */
export function showTermBase({ name, revision, base, by, at }: StoredTermBase) {
  const languages = [...new Set(base.flatMap(({ terms }) => Object.keys(terms)))].sort()
  return {
    value: { name, revision, by, at, concepts: base.length, languages },
    tag: revisionTag(revision),
  }
}
