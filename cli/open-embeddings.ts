import type { Embed } from '../core/model'
import { EmbedderError, type EmbedderErrorCode } from '../jobs/embedder-error'
import { loadModelLibrary, openEmbedder, requireModel, type EmbedderOptions } from '../jobs/open-embedder'
import { UsageError } from './usage-error'

/** Plain `npm install` installs nothing that the project lists as an optional peer; `-P` makes it. */
const INSTALL = 'npm install --no-save -P'

/** What each code says on the command line: of what, and why. */
const REASONS: Readonly<
  Record<EmbedderErrorCode, (folder: string, detail: string) => readonly [string, string]>
> = {
  'no-folder': (folder) => [folder, 'no such folder'],
  'no-model': (folder, detail) => [folder, `this is no folder of a sentence model: ${detail} is missing`],
  'no-package': (_, detail) => [
    'usage',
    `--embeddings needs a package that is not installed; in the program's folder: ${INSTALL} ${detail}`,
  ],
  'package-fails': (_, detail) => ['usage', `--embeddings needs a package that does not load: ${detail}`],
  'model-fails': (folder, detail) => [folder, `the model fails: ${detail}`],
  'wrong-vectors': (folder, detail) => [folder, `the model does not give a vector a text: ${detail}`],
}

/** Opens the model in the folder that --embeddings names; see openEmbedder. Opening and embedding throw UsageError. */
export async function openEmbeddings(folder: string, options?: EmbedderOptions): Promise<Embed> {
  const embed = await told(folder, openEmbedder(folder, options))
  return (texts, language) => told(folder, embed(texts, language))
}

/**
 * Tells the state of the model in the folder that --embeddings names, without opening it. Throws UsageError where there is none, or nothing to open it with.
 */
export async function readEmbeddingsState(folder: string, load?: EmbedderOptions['load']): Promise<string> {
  const { state } = await told(folder, requireModel(folder))
  await told(folder, loadModelLibrary(load))
  return state
}

async function told<T>(folder: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof EmbedderError)) throw error
    throw new UsageError(...REASONS[error.code](folder, error.detail))
  }
}
