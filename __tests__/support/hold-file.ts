import { spawn } from 'node:child_process'

const PROGRAM = `
const Database = require('libsql')
const held = new Database(process.argv[1])
held.exec('begin immediate')
process.stdout.write('held')
setInterval(() => undefined, 1000)
`

/** Has another process begin to write to a SQLite file, and not end; gives how it is made to let go. */
export async function holdFile(file: string): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, ['-e', PROGRAM, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await Promise.race([
    new Promise((resolve) => child.stdout.once('data', resolve)),
    gone.then(() => Promise.reject(new Error('the file cannot be held'))),
  ])
  return async () => {
    child.kill('SIGKILL')
    await gone
  }
}
