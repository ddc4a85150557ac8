import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { makeModelFolder } from '../support/model-folder'

jest.setTimeout(120_000)

const root = path.resolve(__dirname, '../..')
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'concordance-embeddings-'))
  const [french, english] = ['1. Décide de se réunir en 2031.\n', '1. Decides to meet in 2031.\n']
  writeFileSync(path.join(folder, 'fr.txt'), french)
  writeFileSync(path.join(folder, 'en.txt'), english)
  writeFileSync(path.join(folder, 'list.tsv'), 'fr.txt\ten.txt\tout.json\n')
  makeModelFolder(path.join(folder, 'a model'))
  makeModelFolder(path.join(folder, 'half a model'), ['config.json', 'tokenizer.json'])
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'cli/concordance.mjs'), ...args, '--langs', 'fr,en'],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
  )
  return { code: status, out: stdout, err: stderr }
}

/** Whoever has installed the package gets as far as the model, which is none. */
const opened = existsSync(path.join(root, 'node_modules/@huggingface/transformers'))
  ? /^concordance: (?:list\.tsv:1: )?a model: the model fails: .+\n$/u
  : /^concordance: usage: --embeddings needs a package that is not installed; .*npm install --no-save -P @huggingface\/transformers@4\n$/u

describe.each([
  ['align', ['align', 'fr.txt', 'en.txt']],
  ['align to a table', ['align', 'fr.txt', 'en.txt', '--format', 'csv']],
  ['check', ['check', 'fr.txt', 'en.txt']],
  ['align --batch', ['align', '--batch', 'list.tsv']],
])('concordance %s --embeddings', (_, args) => {
  test.each<[string, RegExp]>([
    ['/nowhere', /^concordance: \/nowhere: no such folder\n$/u],
    ['fr.txt', /^concordance: fr\.txt: no such folder\n$/u],
    [
      'half a model',
      /^concordance: half a model: this is no folder of a sentence model: tokenizer_config\.json is missing\n$/u,
    ],
    ['a model', opened],
  ])('%s: one line on stderr, nothing on stdout, no output, exit 2', (model, line) => {
    expect(run(...args, '--embeddings', model)).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(line),
    })
    expect(existsSync(path.join(folder, 'out.json'))).toBe(false)
  })
})
