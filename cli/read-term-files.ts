import path from 'node:path'
import { Option, type Command } from 'commander'
import type { Knowledge, Language, TermBase } from '../core/model'
import { readTermFile } from '../core/terms/formats/read-term-file'
import { joinTermBases } from '../core/terms/join-term-bases'
import { TermFileError } from '../core/terms/formats/term-file-error'
import { readBytes } from './read-files'
import { fileLabel } from './standard-input'
import { oneLine, UsageError } from './usage-error'

/** The option with which a command takes term bases. */
export interface TermOptions {
  readonly terms?: readonly string[]
}

/** Adds `--terms FILE…`, which can also be given several times. */
export function addTermsOption(command: Command): Command {
  return command.addOption(
    new Option(
      '--terms <files...>',
      'term bases (TBX, CSV, XLSX; named after the texts) that go before what is built in, the first before the next; a concept replaces later ones of its id or of its wording in the pivot, and takes its other wordings from them',
    ),
  )
}

/** The term bases of files, in their order. Refused parts are told on stderr, a line each, `concordance: FILE:LINE: reason`. Throws UsageError with the file's name where one cannot be read. */
export async function readTermBases(files: readonly string[] = []): Promise<readonly TermBase[]> {
  const bases: TermBase[] = []
  for (const [k, file] of files.entries())
    bases.push(nameRows(await readTermBase(file), file, files.slice(0, k)))
  return bases
}

/** Knowledge with term bases before its own; see joinTermBases for what becomes of wordings that several have. */
export function withTermBases(knowledge: Knowledge, bases: readonly TermBase[], pivot: Language): Knowledge {
  if (bases.length === 0) return knowledge
  return { ...knowledge, terms: joinTermBases([...bases, knowledge.terms], pivot) }
}

/** The name that a table without a column of ids gives its rows. */
const ROW = /^row-\d+$/u

/** Rows named by their line alone would be the same concept in every table, so the file's name goes before it. */
function nameRows(base: TermBase, file: string, before: readonly string[]): TermBase {
  const name = path.basename(file)
  const same = before.filter((one) => path.basename(one) === name).length
  const prefix = same === 0 ? name : `${name}~${same + 1}`
  return base.map((concept) =>
    ROW.test(concept.id) ? { ...concept, id: `${prefix}#${concept.id}` } : concept,
  )
}

async function readTermBase(file: string): Promise<TermBase> {
  const bytes = await readBytes(file)
  try {
    const { base, refused } = await readTermFile(bytes, file)
    for (const { line, reason, detail } of refused)
      process.stderr.write(`${oneLine(`concordance: ${placeOf(file, line)}: ${reason} ${detail}`)}\n`)
    return base
  } catch (error) {
    if (!(error instanceof TermFileError)) throw error
    throw new UsageError(placeOf(file, error.line), error.message)
  }
}

function placeOf(file: string, line: number): string {
  return line > 0 ? `${fileLabel(file)}:${line}` : fileLabel(file)
}
