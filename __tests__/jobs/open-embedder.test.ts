import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openEmbedder, type ModelLibrary } from '../../jobs/open-embedder'
import { makeModelFolder, MODEL_FILES } from '../support/model-folder'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'concordance model '))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Run = Awaited<ReturnType<ModelLibrary['pipeline']>>

/** A text's vector: its length and the code of its first letter. */
const vectorOf = (text: string) => [text.length, text.codePointAt(0) ?? 0]

const answer: Run = async (texts) => ({
  dims: [texts.length, 2],
  data: Float32Array.from(texts.flatMap(vectorOf)),
})

/** A package that gives each text its vector, or what `run` gives. */
function fake(run: Run = answer) {
  const calls = jest.fn(run)
  const pipeline = jest.fn<ReturnType<ModelLibrary['pipeline']>, Parameters<ModelLibrary['pipeline']>>(
    async () => calls,
  )
  const env = {
    allowRemoteModels: true,
    allowLocalModels: false,
    localModelPath: '/models/',
    useFSCache: true,
    logLevel: 30,
  }
  const load = async (): Promise<ModelLibrary> => ({ env, pipeline })
  return { env, pipeline, calls, load }
}

test('opens the folder by its absolute path, fetching nothing and saying nothing', async () => {
  const { env, pipeline, load } = fake()
  await openEmbedder(path.relative(process.cwd(), makeModelFolder(folder)), { load })
  expect(env).toEqual({
    allowRemoteModels: false,
    allowLocalModels: true,
    localModelPath: path.dirname(folder),
    useFSCache: false,
    logLevel: 50,
  })
  expect(pipeline.mock.calls).toEqual([
    ['feature-extraction', folder, { dtype: 'fp32', local_files_only: true, session_options: {} }],
  ])
})

test('takes the small weights where there are no others, and no more threads than asked for', async () => {
  const { pipeline, load } = fake()
  makeModelFolder(folder, [...MODEL_FILES.slice(0, 3), 'onnx/model_quantized.onnx'])
  await openEmbedder(folder, { load, threads: 1 })
  expect(pipeline.mock.calls[0]![2]).toEqual({
    dtype: 'q8',
    local_files_only: true,
    session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 },
  })
})

test.each([0, 1, 32, 33, 100])(
  'gives %i texts their own vectors in order, in batches of at most 32',
  async (count) => {
    const { calls, load } = fake()
    const embed = await openEmbedder(makeModelFolder(folder), { load })
    const texts = Array.from(
      { length: count },
      (_, k) => `${String.fromCodePoint(65 + k)}${'x'.repeat((k * 7) % 31)}`,
    )
    const vectors = await embed(texts, 'fr')
    expect(vectors).toEqual(texts.map((text) => Float32Array.from(vectorOf(text))))
    expect(calls.mock.calls.map(([batch]) => batch.length)).toEqual(
      Array.from({ length: Math.ceil(count / 32) }, (_, k) => Math.min(32, count - 32 * k)),
    )
    for (const [, options] of calls.mock.calls) expect(options).toEqual({ pooling: 'mean', normalize: true })
  },
)

test('an empty text is embedded like any other', async () => {
  const embed = await openEmbedder(makeModelFolder(folder), { load: fake().load })
  expect(await embed(['', 'A'], 'fr')).toEqual([Float32Array.of(0, 0), Float32Array.of(1, 65)])
})

describe('errors have a code and a detail', () => {
  test('no folder, and no model in it', async () => {
    const { load } = fake()
    const nowhere = path.join(folder, 'nowhere')
    await expect(openEmbedder(nowhere, { load })).rejects.toMatchObject({
      code: 'no-folder',
      detail: nowhere,
    })
    makeModelFolder(folder, MODEL_FILES.slice(0, 2))
    await expect(openEmbedder(folder, { load })).rejects.toMatchObject({
      code: 'no-model',
      detail: 'tokenizer_config.json',
    })
  })

  test.each<[string, string, string]>([
    [
      "Cannot find package '@huggingface/transformers' imported from /p/main.js",
      'no-package',
      '@huggingface/transformers@4',
    ],
    [
      "Cannot find module '@huggingface/transformers' from 'jobs/open-embedder.ts'",
      'no-package',
      '@huggingface/transformers@4',
    ],
    [
      "Cannot find package 'onnxruntime-node' imported from /p/node_modules/@huggingface/transformers/a.mjs",
      'package-fails',
      "Cannot find package 'onnxruntime-node' imported from /p/node_modules/@huggingface/transformers/a.mjs",
    ],
    ['libonnxruntime.so.1: cannot open', 'package-fails', 'libonnxruntime.so.1: cannot open'],
  ])('loading that fails with %j is %s', async (message, code, detail) => {
    const load = () => Promise.reject(new Error(message))
    await expect(openEmbedder(makeModelFolder(folder), { load })).rejects.toMatchObject({ code, detail })
  })

  test('a model that does not open, and one that fails at work', async () => {
    makeModelFolder(folder)
    const closed = fake()
    closed.pipeline.mockRejectedValueOnce(new Error('bad weights'))
    await expect(openEmbedder(folder, { load: closed.load })).rejects.toMatchObject({
      code: 'model-fails',
      detail: 'bad weights',
    })
    const embed = await openEmbedder(folder, { load: fake(() => Promise.reject(new Error('too long'))).load })
    await expect(embed(['a'], 'fr')).rejects.toMatchObject({ code: 'model-fails', detail: 'too long' })
  })

  test.each<[readonly number[], number, string]>([
    [[1, 2], 2, '[1, 2] for 2 texts'],
    [[3, 2], 6, '[3, 2] for 2 texts'],
    [[2, 5, 2], 20, '[2, 5, 2] for 2 texts'],
    [[2, 2], 3, '[2, 2] for 2 texts'],
    [[2], 2, '[2] for 2 texts'],
  ])('an answer of shape %j with %i numbers for two texts', async (dims, length, detail) => {
    const { load } = fake(async () => ({ dims, data: new Float32Array(length) }))
    const embed = await openEmbedder(makeModelFolder(folder), { load })
    await expect(embed(['a', 'b'], 'fr')).rejects.toMatchObject({ code: 'wrong-vectors', detail })
  })
})
