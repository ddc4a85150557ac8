import { appendFileSync, cpSync, mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findModel } from '../../store/find-model'
import { makeModelFolder, MODEL_FILES } from '../support/model-folder'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'concordance-model '))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const small = 'onnx/model_quantized.onnx'
const [config, tokenizer, tokens, full] = MODEL_FILES as [string, string, string, string]
const stateOf = async (where = folder) => {
  const found = await findModel(where)
  return 'model' in found ? found.model.state : found
}

test.each<[readonly string[], unknown]>([
  [MODEL_FILES, { model: { quantized: false } }],
  [[...MODEL_FILES, small], { model: { quantized: false } }],
  [[config, tokenizer, tokens, small], { model: { quantized: true } }],
  [[config, tokenizer, tokens], { missing: 'onnx/model.onnx or onnx/model_quantized.onnx' }],
  [[tokenizer, tokens, full], { missing: 'config.json' }],
  [[config, tokens, full], { missing: 'tokenizer.json' }],
  [[config, tokenizer, full], { missing: 'tokenizer_config.json' }],
  [[`${config}/x`, tokenizer, tokens, full], { missing: 'config.json' }],
])('a folder with %j gives %j', async (files, expected) => {
  makeModelFolder(folder, files)
  expect(await findModel(folder)).toMatchObject(expected as object)
})

test('a missing folder, and a file in its place, is no folder', async () => {
  makeModelFolder(folder)
  expect(await findModel(path.join(folder, 'nowhere'))).toEqual({ missing: null })
  expect(await findModel(path.join(folder, config))).toEqual({ missing: null })
})

test('the path is absolute and the state the same, whatever way the folder is named', async () => {
  makeModelFolder(folder)
  const found = await findModel(folder)
  expect(found).toMatchObject({ model: { path: folder } })
  expect(await findModel(`${path.relative(process.cwd(), folder)}${path.sep}`)).toEqual(found)
})

test('the state changes with the path and with the size, time and kind of the weights, and with nothing else', async () => {
  makeModelFolder(folder)
  const weights = path.join(folder, full)
  const old = new Date('2020-01-01T00:00:00Z')
  utimesSync(weights, old, old)
  const first = await stateOf()
  utimesSync(path.join(folder, config), old, old)
  expect(await stateOf()).toBe(first)

  const copy = `${folder} copy`
  cpSync(folder, copy, { recursive: true, preserveTimestamps: true })
  const copied = await stateOf(copy)
  rmSync(copy, { recursive: true })
  utimesSync(weights, old, new Date('2021-01-01T00:00:00Z'))
  const later = await stateOf()
  appendFileSync(weights, 'x')
  utimesSync(weights, old, old)
  const longer = await stateOf()
  cpSync(weights, path.join(folder, small), { preserveTimestamps: true })
  rmSync(weights)
  expect(new Set([first, copied, later, longer, await stateOf()]).size).toBe(5)
})
