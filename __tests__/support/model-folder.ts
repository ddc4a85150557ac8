import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The files of a sentence model, as they are usually laid out. */
export const MODEL_FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model.onnx']

/** Makes a folder that looks like that of a sentence model; its files hold nothing that a model could be made of. */
export function makeModelFolder(folder: string, files: readonly string[] = MODEL_FILES): string {
  for (const file of files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), '{}')
  }
  return folder
}
