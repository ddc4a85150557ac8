import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const project = path.resolve(__dirname, '../..')
let root = ''

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'bundle-'))
  mkdirSync(path.join(root, 'cli'))
  write('cli/main.ts', "import { word } from './word'\nconsole.log(word)\n")
  write('cli/word.ts', "export const word: string = 'paix'\n")
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(name: string, text: string) {
  writeFileSync(path.join(root, name), text)
}

/** Bundles in a process of its own, and runs the bundle there. */
function run(): { readonly entry: string; readonly said: string } {
  const code = `
    const { bundleSources } = await import(${JSON.stringify(path.join(project, 'jobs/bundle-sources.mjs'))})
    const entry = await bundleSources(${JSON.stringify(root)}, 'cli/main.ts')
    await import(entry)
    console.log(entry)`
  const [said = '', entry = ''] = execFileSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
  }).split('\n')
  return { entry, said }
}

test('a bundle is made once for sources as they stand, and again for others, whatever they are', () => {
  const first = run()
  expect(first.said).toBe('paix')
  // Nothing is made again: what is there is loaded, even altered.
  writeFileSync(first.entry, "console.log('as it was made')\n")
  expect(run()).toEqual({ entry: first.entry, said: 'as it was made' })
  write('cli/word.ts', "export const word: string = '和平'\n")
  expect(run().said).toBe('和平')
  write('cli/other.ts', 'export {}\n')
  expect(run().said).toBe('和平')
})

test('a bundle that was taken away is made again', () => {
  const { entry } = run()
  rmSync(path.dirname(entry), { recursive: true })
  expect(run()).toEqual({ entry, said: 'paix' })
})
