import { realpath, rename, rm, stat, writeFile, chmod } from 'node:fs/promises'
import { reasonOf } from './read-files'
import { UsageError } from './usage-error'

/**
 * Writes a result to a file, or to stdout where none is named. A regular file appears whole or not at all: the bytes go beside it first, and it keeps its
 * permissions; a link is followed; a pipe or a device is written to as it is. Throws UsageError where it cannot be written.
 */
export async function writeOutput(data: string | Uint8Array, file: string | undefined): Promise<void> {
  if (file === undefined) {
    await writeStdout(data)
    return
  }
  let beside: string | null = null
  try {
    const target = await realpath(file).catch(() => file)
    const before = await stat(target).catch(() => null)
    if (before !== null && !before.isFile() && !before.isDirectory()) {
      await writeFile(target, data)
      return
    }
    beside = `${target}.${process.pid}.part`
    await writeFile(beside, data)
    if (before !== null) await chmod(beside, before.mode)
    await rename(beside, target)
  } catch (error) {
    if (beside !== null) await rm(beside, { force: true })
    throw new UsageError(file, reasonOf(error))
  }
}

/** Resolves when everything is written. A reader that has seen enough (`head`) closes the pipe: that is no error of ours. */
function writeStdout(data: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error | null) => {
      if (!error) process.stdout.off('error', settle)
      if (!error || ('code' in error && error.code === 'EPIPE')) resolve()
      else reject(new UsageError('standard output', reasonOf(error)))
    }
    // The stream tells of a closed pipe or a full disk twice, once here and once to the callback; unheard, the first would end the process.
    process.stdout.on('error', settle)
    process.stdout.write(data, settle)
  })
}
