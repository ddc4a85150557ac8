import { availableParallelism } from 'node:os'
import path from 'node:path'
import { chooseLocale } from '../../i18n/choose-locale'
import type { AlignOptions } from '../align-options'
import { EXIT, type Context } from '../main'
import { readEmbeddingsState } from '../open-embeddings'
import { parseLanguages } from '../read-files'
import { programState } from '../program-state'
import { readTermBases, type TermOptions } from '../read-term-files'
import { UsageError } from '../usage-error'
import type { AlignFormat } from '../write-alignment'
import { catchSignals } from './catch-signals'
import { readList } from './read-list'
import { hashOf } from './result-record'
import { runBatch } from './run-batch'

/**
 * `concordance align --batch LIST`: every pair of the list into its own output. Exit 2 where a line was bad, 128 and the signal's number where the run was
 * interrupted. Throws UsageError for bad usage and a list that cannot be read.
 */
export async function alignBatch(
  list: string,
  files: readonly string[],
  options: AlignOptions & TermOptions & { readonly format: AlignFormat; readonly force?: boolean },
  context: Context,
): Promise<void> {
  if (files.length > 0) throw new UsageError('usage', '--batch takes no files but its list')
  if (options.output !== undefined)
    throw new UsageError('usage', '--batch takes no -o: its list names the outputs')
  if (options.pivot !== undefined)
    throw new UsageError('usage', '--batch takes no --pivot: its list names the pivot first')
  const languages = parseLanguages(options.langs, 2)
  const { format, unit, embeddings: folder, force = false } = options
  const lines = await readList(list)
  const embeddings = folder === undefined ? null : { folder, state: await readEmbeddingsState(folder) }
  const bases = await readTermBases(options.terms)
  const signals = catchSignals()
  // A terminal or a reader that has gone is no reason to leave an output half written.
  const ignore = () => undefined
  process.stderr.on('error', ignore)
  try {
    const fine = await runBatch(
      list,
      lines,
      {
        root: context.root,
        program: programState(context),
        languages,
        unit,
        format,
        locale: format === 'json' || format === 'ladder' ? null : localeOf(process.env),
        embeddings,
        terms: bases.length === 0 ? null : { bases, state: hashOf(JSON.stringify(bases)) },
        force,
      },
      {
        file: path.join(context.root, 'cli', 'concordance.mjs'),
        entry: context.entry,
        workers: availableParallelism(),
        stderr: process.stderr,
        signal: signals.signal,
      },
    )
    context.exit(signals.code() ?? (fine ? EXIT.done : EXIT.bad))
  } finally {
    signals.release()
    process.stderr.off('error', ignore)
  }
}

/** The language that tables are written in, see makeTable. */
function localeOf(environment: NodeJS.ProcessEnv): string {
  const asked = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return chooseLocale(asked.replace(/[.@].*$/u, '').replace('_', '-'))
}
