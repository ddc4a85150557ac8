import { spawn } from 'node:child_process'
import path from 'node:path'
import { FILE_READERS, TEXT_READERS } from '../../../core/read/readers'
import { fuzzSeeds } from '../../support/fuzz-seeds'

/** How many mutated files are read: 300, or as CONCORDANCE_FUZZ says. */
const FILES = Number(process.env['CONCORDANCE_FUZZ'] ?? 300)

/** So long may one file take before it counts as a hang, on a machine that has other work too; in milliseconds. */
const LONGEST = 20_000

interface Run {
  readonly lines: readonly string[]
  /** What the child was at when it ended or was stopped, where it did not come to its end. */
  readonly stuck: string | null
}

/** Reads files in a process of their own, which is stopped where it says nothing for too long. */
function run(from: number, to: number): Promise<Run> {
  const script = path.join(__dirname, 'fuzz-child.ts')
  const child = spawn(process.execPath, [
    '--max-old-space-size=1536',
    '--import',
    'tsx',
    script,
    String(from),
    String(to),
  ])
  let out = ''
  let errors = ''
  let timer = setTimeout(() => child.kill('SIGKILL'), LONGEST * 3)
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString('utf8')
    clearTimeout(timer)
    timer = setTimeout(() => child.kill('SIGKILL'), LONGEST)
  })
  child.stderr.on('data', (data: Buffer) => (errors += data.toString('utf8')))
  return new Promise((resolve) => {
    child.once('close', () => {
      clearTimeout(timer)
      const lines = out.split('\n').filter((line) => line !== '')
      resolve({
        lines,
        stuck: lines.at(-1) === 'DONE' ? null : `${lines.at(-1) ?? ''} ${errors.slice(-600)}`,
      })
    })
  })
}

test('every format that is read has seeds', () => {
  const endings = new Set(fuzzSeeds().map(({ name }) => name.split('.').at(-1)!))
  const formats = [...FILE_READERS, ...TEXT_READERS].map(({ format, endings: own }) => [
    format,
    // What is told by its content alone has no endings; its seeds are named after the format.
    (own.length === 0 ? [format] : own).some((each) => endings.has(each)),
  ])
  expect(formats.filter(([, seeded]) => seeded !== true)).toEqual([])
})

test(
  `${FILES} mutated files end in a reading or in an InputError`,
  async () => {
    const { lines, stuck } = await run(0, FILES)
    expect(stuck).toBeNull()
    const begun = lines.filter((line) => line.startsWith('BEGIN '))
    const crashes = lines.flatMap((line, i) =>
      line.includes('CRASH') ? [`${lines[i - 1] ?? ''} → ${line}`] : [],
    )
    expect(crashes).toEqual([])
    expect(begun).toHaveLength(FILES)
    // Mutations that leave nothing to read, or nothing broken, would test nothing.
    const read = lines.filter((line) => line.startsWith('END ') && line.endsWith(' read')).length
    expect(read).toBeGreaterThan(FILES * 0.2)
    expect(read).toBeLessThan(FILES * 0.95)
  },
  60_000 + FILES * 1000,
)
