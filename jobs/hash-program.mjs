import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A hash of all that reads, aligns and compares: what another program has made is made anew. */
export function hashProgram(root) {
  const hash = createHash('sha256')
  const core = path.join(root, 'core')
  const names = readdirSync(core, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ts'))
  for (const name of names.sort())
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(path.join(core, name)))
  return hash.digest('hex').slice(0, 16)
}
