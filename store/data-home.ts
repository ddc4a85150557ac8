import { homedir } from 'node:os'
import path from 'node:path'

/**
 * Where the store is: DATABASE_URL where it is set, else the file `concordance.db` in CONCORDANCE_DATA, or in the folder `concordance` of the user's data directory (XDG_DATA_HOME, else ~/.local/share). Empty
 * values count as none. Gives an address for openStore; looks at nothing on the disk.
 */
export function storeAddress(env: Readonly<Record<string, string | undefined>> = process.env): string {
  if (env.DATABASE_URL) return env.DATABASE_URL
  const home =
    env.CONCORDANCE_DATA ||
    path.join(env.XDG_DATA_HOME || path.join(homedir(), '.local', 'share'), 'concordance')
  return path.join(home, 'concordance.db')
}
