import path from 'node:path'
import type { Embed } from '../core/model'
import { findModel, type ModelFolder } from '../store/find-model'
import { EmbedderError } from './embedder-error'

/** Of the package that runs models, what is used; the package's own types are not at hand where it is not installed. */
export interface ModelLibrary {
  readonly env: {
    allowRemoteModels: boolean
    allowLocalModels: boolean
    localModelPath: string
    useFSCache: boolean
    logLevel: number
  }
  readonly pipeline: (
    task: 'feature-extraction',
    model: string,
    options: {
      readonly dtype: 'fp32' | 'q8'
      readonly local_files_only: true
      readonly session_options: Readonly<Record<string, number>>
    },
  ) => Promise<
    (
      texts: string[],
      options: { readonly pooling: 'mean'; readonly normalize: true },
    ) => Promise<{ readonly dims: readonly number[]; readonly data: ArrayLike<number> }>
  >
}

/** How a model is opened. */
export interface EmbedderOptions {
  /** Gives the package that runs models; default: imports it. */
  readonly load?: () => Promise<ModelLibrary>
  /** Threads that the model runs on; default: as many as it likes. */
  readonly threads?: number
}

/** An optional peer: its installation downloads binaries, and most people need none. */
const PACKAGE = '@huggingface/transformers'

/** The series whose interface ModelLibrary describes. */
const SERIES = 4

/** Texts that the model is given at once: enough to keep it busy, few enough for its memory. */
const BATCH = 32

/** The package's level of logging at which it is silent (its LogLevel.NONE): whatever fails is thrown as well. */
const SILENT = 50

/** The sentence model in a folder. Throws EmbedderError, `no-folder` or `no-model`, where there is none. */
export async function requireModel(folder: string): Promise<ModelFolder> {
  const found = await findModel(folder)
  if ('model' in found) return found.model
  if (found.missing === null) throw new EmbedderError('no-folder', folder)
  throw new EmbedderError('no-model', found.missing)
}

/** The package that runs models. Throws EmbedderError, `no-package` or `package-fails`, where it is not installed or cannot be loaded. */
export async function loadModelLibrary(
  load: () => Promise<ModelLibrary> = importLibrary,
): Promise<ModelLibrary> {
  try {
    return await load()
  } catch (error) {
    if (isMissing(error)) throw new EmbedderError('no-package', `${PACKAGE}@${SERIES}`)
    throw new EmbedderError('package-fails', messageOf(error))
  }
}

/**
 * Opens a folder with a sentence model (config.json, tokenizer.json, tokenizer_config.json and onnx/model.onnx or onnx/model_quantized.onnx), relative to the
 * working directory; nothing is ever fetched. Texts longer than the model can read are cut by its tokenizer. The vectors are means over the
 * tokens, of length one. Opening and embedding throw EmbedderError.
 */
export async function openEmbedder(folder: string, options: EmbedderOptions = {}): Promise<Embed> {
  const model = await requireModel(folder)
  const library = await loadModelLibrary(options.load)
  const extract = await openModel(library, model, options.threads)
  return async (texts) => {
    const vectors: Float32Array[] = []
    // Texts of like length go together, since a batch is filled up to its longest.
    const order = [...texts.keys()].sort((a, b) => texts[a]!.length - texts[b]!.length || a - b)
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH)
      const made = await extract(batch.map((k) => texts[k]!))
      batch.forEach((k, place) => (vectors[k] = made[place]!))
    }
    return vectors
  }
}

type Extract = (texts: string[]) => Promise<readonly Float32Array[]>

async function openModel(library: ModelLibrary, model: ModelFolder, threads?: number): Promise<Extract> {
  Object.assign(library.env, {
    allowRemoteModels: false,
    allowLocalModels: true,
    localModelPath: path.dirname(model.path),
    useFSCache: false,
    logLevel: SILENT,
  })
  const failed = (error: unknown): never => {
    throw new EmbedderError('model-fails', messageOf(error))
  }
  // The absolute path, since a name under `localModelPath` is understood only where it could be that of a model on the hub.
  const run = await library
    .pipeline('feature-extraction', model.path, {
      dtype: model.quantized ? 'q8' : 'fp32',
      local_files_only: true,
      session_options:
        threads === undefined ? {} : { intraOpNumThreads: threads, interOpNumThreads: threads },
    })
    .catch(failed)
  return async (texts) => {
    const { dims, data } = await run(texts, { pooling: 'mean', normalize: true }).catch(failed)
    const [count, size = 0] = dims
    if (dims.length !== 2 || count !== texts.length || data.length !== count * size)
      throw new EmbedderError('wrong-vectors', `[${dims.join(', ')}] for ${texts.length} texts`)
    return texts.map((_, k) => Float32Array.from({ length: size }, (_, i) => data[k * size + i]!))
  }
}

/** By a variable, so that no bundler or compiler looks for a package that may not be there. */
function importLibrary(): Promise<ModelLibrary> {
  const name: string = PACKAGE
  return import(/* webpackIgnore: true */ /* turbopackIgnore: true */ name)
}

/** Whether the package itself is not found, rather than something that it needs in turn. */
function isMissing(error: unknown): boolean {
  return ['package', 'module'].some((what) => messageOf(error).startsWith(`Cannot find ${what} '${PACKAGE}'`))
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
