import { Option, type Command } from 'commander'
import type { Alignment, Embed, Language, Version } from '../core/model'
import { choosePivot, type Unit } from '../core/pipeline'
import { openEmbeddings } from './open-embeddings'
import { addOutputOption } from './common-options'
import { parseLanguages, readFiles, readOneFile, type ReadSource } from './read-files'
import { UsageError } from './usage-error'

/** The options that align and check share. */
export interface AlignOptions {
  readonly langs?: string
  readonly pivot?: string
  readonly unit: Unit
  readonly embeddings?: string
  readonly output?: string
}

/** Adds the options that align and check share. `files` says in commander's notation whether files must be named. */
export function addAlignOptions(command: Command, files = '<files...>'): Command {
  return addOutputOption(
    command
      .argument(
        files,
        'one file a version, of any format; or one file with aligned versions, whose rows are kept',
      )
      .option(
        '--langs <codes>',
        'languages of the files, in their order: fr,en (default: told from the text); of one aligned file the versions that are wanted',
      )
      .option(
        '--pivot <code>',
        'the version that the others are laid against (default: French, else the first file)',
      )
      .addOption(
        new Option('--unit <unit>', 'what is aligned')
          .choices(['paragraph', 'sentence', 'line'])
          .default('paragraph'),
      )
      .option(
        '--embeddings <folder>',
        'a folder with an ONNX model of sentences, whose vectors help (needs the package @huggingface/transformers)',
      ),
  )
}

/**
 * Reads what align and check work on; `sources` has the file of each version; `embed` is undefined without --embeddings. `alignment` is the rows that a single aligned file has over the pivot, else null: then the versions are
 * still to be aligned. Throws UsageError for bad usage, unreadable files and a model that does not open.
 */
export async function readAlignInput(
  files: readonly string[],
  options: AlignOptions,
): Promise<{
  readonly versions: readonly Version[]
  readonly alignment: Alignment | null
  readonly pivot: Language
  readonly embed: Embed | undefined
  readonly sources: readonly ReadSource[]
}> {
  const [only] = files
  const read =
    files.length === 1 && only !== undefined
      ? await readOneFile(only, options.langs, options.unit)
      : await readFiles(files, parseLanguages(options.langs, files.length), options.unit)
  const { versions, sources } = read
  if (versions.length < 2) throw new UsageError('usage', 'two or more files are needed')
  const keys = versions.map(({ language }) => language)
  const pivot = keys.find((key) => key.toLowerCase() === options.pivot?.toLowerCase())
  if (options.pivot !== undefined && pivot === undefined) {
    throw new UsageError('usage', `--pivot ${options.pivot}: no file in that language (${keys.join(', ')})`)
  }
  const embed = options.embeddings === undefined ? undefined : await openEmbeddings(options.embeddings)
  const chosen = pivot ?? read.alignment?.pivot ?? choosePivot(versions)
  const alignment = read.alignment?.pivot === chosen && embed === undefined ? read.alignment : null
  return { versions, alignment, pivot: chosen, embed, sources }
}
