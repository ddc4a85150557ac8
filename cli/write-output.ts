import { rename, rm, writeFile } from 'node:fs/promises'
import { reasonOf } from './read-files'
import { UsageError } from './usage-error'

/**
 * Writes a result to a file, or to stdout where none is named. A file appears whole or not at all: the bytes go beside it first. Throws UsageError
 * where it cannot be written.
 */
export async function writeOutput(data: string | Uint8Array, file: string | undefined): Promise<void> {
  if (file === undefined) {
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(data, (error) => {
        // A reader that has seen enough (head, less) closes the pipe; that is no error of ours.
        if (error && !('code' in error && error.code === 'EPIPE')) reject(error)
        else resolve()
      })
    })
    return
  }
  const beside = `${file}.${process.pid}.part`
  try {
    await writeFile(beside, data)
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    throw new UsageError(file, reasonOf(error))
  }
}
