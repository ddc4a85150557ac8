import { stat } from 'node:fs/promises'
import path from 'node:path'

/** A folder with a sentence model in the layout that Hugging Face uses. */
export interface ModelFolder {
  /** Absolute. */
  readonly path: string
  /** Whether the weights at hand are the small ones, `onnx/model_quantized.onnx`; the full ones are preferred. */
  readonly quantized: boolean
  /** Tells one state of one model from another: changes with the folder's path and with the size or time of its weights. */
  readonly state: string
}

/** What else a model consists of, besides its weights. */
const FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json']

/** The weights, best first. */
const WEIGHTS = ['onnx/model.onnx', 'onnx/model_quantized.onnx'] as const

/**
 * Looks for a sentence model in a folder, relative to the working directory. Gives the model, or what is missing: a file's name, or null where there is no such
 * folder. The files are not opened.
 */
export async function findModel(
  folder: string,
): Promise<{ readonly model: ModelFolder } | { readonly missing: string | null }> {
  const full = path.resolve(folder)
  const look = (name: string) => stat(path.join(full, name)).catch(() => null)
  if ((await look('.'))?.isDirectory() !== true) return { missing: null }
  for (const name of FILES) if ((await look(name))?.isFile() !== true) return { missing: name }
  for (const name of WEIGHTS) {
    const found = await look(name)
    if (found?.isFile() !== true) continue
    const state = JSON.stringify([full, name, found.size, found.mtimeMs])
    return { model: { path: full, quantized: name !== WEIGHTS[0], state } }
  }
  return { missing: WEIGHTS.join(' or ') }
}
