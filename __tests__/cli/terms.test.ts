import { Command } from 'commander'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { settleOptions } from '../../cli/settle-options'
import { addTerms } from '../../cli/commands/terms'
import { readTbx } from '../../core/terms/formats/read-tbx'

const folder = mkdtempSync(path.join(tmpdir(), 'terms-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs `terms` with these arguments; what it wrote, its exit code, and its one-line error. */
async function run(...args: string[]) {
  const written = { out: '', err: '', code: 0 }
  const out = jest.spyOn(process.stdout, 'write').mockImplementation(((data: unknown, done?: () => void) => {
    written.out += String(data)
    done?.()
    return true
  }) as typeof process.stdout.write)
  const err = jest.spyOn(process.stderr, 'write').mockImplementation(((data: unknown) => {
    written.err += String(data)
    return true
  }) as typeof process.stderr.write)
  const program = new Command().exitOverride().hook('preAction', (_, command) => settleOptions(command))
  addTerms(program, { root: '', entry: null, version: '', exit: (code) => (written.code = code) })
  try {
    await program.parseAsync(['terms', ...args], { from: 'user' })
  } finally {
    out.mockRestore()
    err.mockRestore()
  }
  return written
}

test('convert writes TBX, joins duplicates on request and tells what it left out by line', async () => {
  const input = path.join(folder, 'a.csv')
  const output = path.join(folder, 'a.tbx')
  writeFileSync(input, 'id,en,fr\na,peace,paix\nb,Peace,paix\n,x,y\n')
  const { err, code } = await run('convert', input, output, '--merge', '--tbx', '2')
  expect(code).toBe(0)
  expect(err).toBe(`concordance: ${input}:4: no-id\nconcordance: ${input}: b joined with a\n`)
  const text = readFileSync(output, 'utf8')
  expect(text).toContain('<martif')
  expect(readTbx(text).base.map(({ id }) => id)).toEqual(['a'])
})

test('convert refuses an unknown ending and a file without terms', async () => {
  const input = path.join(folder, 'b.csv')
  writeFileSync(input, 'id,en\na,peace\n')
  await expect(run('convert', input, path.join(folder, 'b.docx'))).rejects.toThrow('unknown-type')
  writeFileSync(input, 'id,en\na,\n')
  await expect(run('convert', input, path.join(folder, 'b.tbx'))).rejects.toThrow('no term could be read')
})

test('lint prints the problems and ends with 1 where there are some', async () => {
  const input = path.join(folder, 'c.csv')
  writeFileSync(input, 'id,en\na,peace\nb,~peace\n')
  expect(await run('lint', input)).toEqual({
    out: `${input}: b en: contradiction "peace" (a)\n`,
    err: '',
    code: 1,
  })
  expect(JSON.parse((await run('lint', '--json', input)).out)).toMatchObject([
    { code: 'contradiction', file: input },
  ])
  writeFileSync(input, 'id,en\na,peace\n')
  expect(await run('lint', input)).toEqual({ out: '', err: '', code: 0 })
})
