import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A disk of its own, which soon is full. */
export interface SmallDisk {
  readonly folder: string
  readonly readOnly: (is: boolean) => void
  readonly unmount: () => void
}

/** A disk of so many kilobytes, in memory; null where this process may not mount one. */
export function mountSmallDisk(kilobytes: number): SmallDisk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const folder = mkdtempSync(path.join(tmpdir(), 'small-disk-'))
  const mount = (...args: readonly string[]) => execFileSync('mount', args, { stdio: 'ignore' })
  try {
    mount('-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder)
  } catch {
    rmSync(folder, { recursive: true })
    return null
  }
  return {
    folder,
    readOnly: (is) => mount('-o', `remount,${is ? 'ro' : 'rw'}`, folder),
    unmount: () => {
      // A file that is still open there goes when it is closed.
      execFileSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true })
    },
  }
}
