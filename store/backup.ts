import { copyFile, mkdir, mkdtemp, open, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { insertRowsInto, isEmpty, readOneState, readPages, TABLE_NAMES } from './copy-tables'
import { vacuumInto } from './database/dialect'
import { closeStore, openStore, write, type Store } from './database/open-store'
import { StoreError } from './database/store-error'
import { withFileErrors } from './with-file-errors'

/** Writes a store as it is at this moment to a new SQLite file, whichever database it lives in, while others may write. Throws StoreError `not-empty` where there is such a file. */
export async function backup(store: Store, file: string): Promise<void> {
  if ((await sizeOf(file)) !== null) throw new StoreError('not-empty', file)
  const unfinished = `${file}.${process.pid}.unfinished`
  await withFileErrors(file, async () => {
    await mkdir(path.dirname(path.resolve(file)), { recursive: true })
    await rm(unfinished, { force: true })
    try {
      if (store.kind === 'sqlite') await vacuumInto(store.db, unfinished)
      else await copyToNew(store, unfinished)
      await settle(unfinished)
      await rename(unfinished, file)
    } finally {
      await rm(unfinished, { force: true })
    }
  })
}

/** Fills a store that is empty or not there yet from a backup, in one transaction. Throws StoreError: `missing`, `not-a-database`, `newer` for the file, `not-empty` for the store. The file is not changed. */
export async function restore(file: string, address: string): Promise<void> {
  if ((await sizeOf(file)) === null) throw new StoreError('missing', file)
  const folder = await mkdtemp(path.join(tmpdir(), 'restore-'))
  try {
    // A copy is opened, since opening brings the tables up to date.
    const copy = path.join(folder, 'backup.db')
    await withFileErrors(copy, () => copyFile(file, copy))
    const source = await openStore(copy)
    try {
      const target = await openStore(address)
      try {
        await copyAll(source, target)
      } finally {
        await closeStore(target)
      }
    } finally {
      await closeStore(source)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** By way of a store of its own: its file alone is not all of it as long as there is a log beside it. */
async function copyToNew(store: Store, file: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'backup-'))
  try {
    const target = await openStore(path.join(folder, 'store.db'))
    try {
      await copyAll(store, target)
      await vacuumInto(target.db, file)
    } finally {
      await closeStore(target)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function copyAll(from: Store, to: Store): Promise<void> {
  await readOneState(from, (source) =>
    write(to, ['everything'], async (target) => {
      if (!(await isEmpty(target)))
        throw new StoreError('not-empty', to.address.kind === 'sqlite' ? to.address.file : to.address.shown)
      for (const table of TABLE_NAMES)
        for await (const page of readPages(source, table)) await insertRowsInto(target, table, page)
    }),
  )
}

async function sizeOf(file: string): Promise<number | null> {
  const found = await stat(file).catch(() => null)
  return found === null ? null : found.size
}

/** Makes sure that a file is on the disk before it gets its last name. */
async function settle(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
