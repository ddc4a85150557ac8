import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { insertRowsInto, isEmpty, readOneState, readPages, TABLE_NAMES, type AnyRow } from './copy-tables'
import { write, type Store } from './database/open-store'
import { StoreError } from './database/store-error'
import { withFileErrors } from './with-file-errors'

/** What the folder's `concordance.json` says. */
interface Manifest {
  readonly format: 'concordance-store'
  /** Number of the last migration of the store that was exported. */
  readonly step: number
}

const MANIFEST = 'concordance.json'

/**
 * Writes everything that a store has as plain files, for git: a JSON object a line for each row, `<table>.jsonl`, in order of the primary key, so that equal stores give equal files;
 * the bytes of documents as `documents/<id>`. Files of an earlier export in the folder are replaced, others are left alone. The manifest goes first and comes last: a folder without it is no whole export.
 */
export async function exportFolder(store: Store, folder: string): Promise<void> {
  await withFileErrors(folder, () => exportTo(store, folder))
}

async function exportTo(store: Store, folder: string): Promise<void> {
  const documents = path.join(folder, 'documents')
  await mkdir(documents, { recursive: true })
  await rm(path.join(folder, MANIFEST), { force: true })
  const kept = new Set<string>()
  await readOneState(store, async (inner) => {
    for (const table of TABLE_NAMES) {
      const lines: string[] = []
      for await (const page of readPages(inner, table)) {
        for (const { bytes, ...row } of page) {
          lines.push(JSON.stringify(row, Object.keys(row).sort()))
          if (!(bytes instanceof Uint8Array)) continue
          kept.add(String(row.id))
          await replace(path.join(documents, String(row.id)), bytes)
        }
      }
      await replace(path.join(folder, `${table}.jsonl`), lines.map((line) => `${line}\n`).join(''))
    }
  })
  for (const name of await readdir(documents)) if (!kept.has(name)) await rm(path.join(documents, name))
  const manifest: Manifest = { format: 'concordance-store', step: store.migrated.to }
  await replace(path.join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
}

/** Fills an empty store from such a folder, in one transaction. Throws StoreError: `missing`, `not-an-export` with the file (and line), `newer`, `not-empty`. */
export async function importFolder(folder: string, store: Store): Promise<void> {
  const { step } = await readManifest(folder)
  if (step > store.migrated.to) throw new StoreError('newer', folder)
  await write(store, ['everything'], async (inner) => {
    if (!(await isEmpty(inner))) throw new StoreError('not-empty', folder)
    for (const table of TABLE_NAMES) {
      const name = `${table}.jsonl`
      const rows = parseLines(await readText(path.join(folder, name), name), name)
      const whole = table === 'documents' ? await Promise.all(rows.map((row) => addBytes(folder, row))) : rows
      try {
        await insertRowsInto(inner, table, whole)
      } catch (error) {
        throw error instanceof StoreError ? error : new StoreError('not-an-export', name, error)
      }
    }
  })
}

async function readManifest(folder: string): Promise<Manifest> {
  if ((await readdir(folder).catch(() => null)) === null) throw new StoreError('missing', folder)
  const [given] = parseLines(
    (await readText(path.join(folder, MANIFEST), MANIFEST)).replace(/\s+/gu, ' '),
    MANIFEST,
  )
  if (given?.format !== 'concordance-store' || typeof given.step !== 'number')
    throw new StoreError('not-an-export', MANIFEST)
  return { format: given.format, step: given.step }
}

function parseLines(text: string, name: string): readonly AnyRow[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, k) => {
      try {
        const row: unknown = JSON.parse(line)
        if (typeof row === 'object' && row !== null && !Array.isArray(row)) return row as AnyRow
      } catch (error) {
        throw new StoreError('not-an-export', `${name}:${k + 1}`, error)
      }
      throw new StoreError('not-an-export', `${name}:${k + 1}`)
    })
}

async function addBytes(folder: string, row: AnyRow): Promise<AnyRow> {
  const id = String(row.id)
  const name = path.join('documents', id)
  // An id becomes a file's name, so it must not lead out of the folder.
  if (!/^[0-9a-f-]+$/u.test(id)) throw new StoreError('not-an-export', 'documents.jsonl')
  try {
    return { ...row, bytes: await readFile(path.join(folder, name)) }
  } catch (error) {
    throw new StoreError('not-an-export', name, error)
  }
}

async function readText(file: string, name: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new StoreError('not-an-export', name, error)
  }
}

/** A file is there whole or not at all. */
async function replace(file: string, content: string | Uint8Array): Promise<void> {
  const unfinished = `${file}.unfinished`
  try {
    await writeFile(unfinished, content)
    await rename(unfinished, file)
  } finally {
    await rm(unfinished, { force: true })
  }
}
