import path from 'node:path'
import { main } from '../../cli/main'

/** What a command left: its exit code, and all that it wrote. */
export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the command line in this very process, in a folder: a start of its own costs seconds, and only some tests are about that. */
export async function runCli(folder: string, args: readonly string[]): Promise<Ran> {
  const root = path.resolve(__dirname, '../..')
  const before = process.cwd()
  const written = { out: '', err: '' }
  const streams = [
    [process.stdout, 'out'],
    [process.stderr, 'err'],
  ] as const
  const spies = streams.map(([stream, key]) =>
    jest.spyOn(stream, 'write').mockImplementation((chunk: unknown, ...rest: unknown[]) => {
      written[key] += typeof chunk === 'string' ? chunk : Buffer.from(chunk as Uint8Array).toString('utf8')
      const done = rest.find((one) => typeof one === 'function') as (() => void) | undefined
      done?.()
      return true
    }),
  )
  process.chdir(folder)
  try {
    const code = await main(args, root)
    return { code, ...written }
  } finally {
    process.chdir(before)
    for (const spy of spies) spy.mockRestore()
  }
}
