import { verbPattern, type VerbSource } from '../core/compare/verb-pattern'
import type { Knowledge, TermBase } from '../core/model'
import { alignVersions, embedVersions, findOpenings } from '../core/pipeline'
import { decodeText } from '../core/read/decode-text'
import type { VerbTable } from '../core/schema'
import { readAlignInput, type AlignOptions } from './align-options'
import { readBytes, reasonOf } from './read-files'
import { withTermBases } from './read-term-files'
import { UsageError } from './usage-error'
import { makeVerbTable } from './write-verbs'

/** A document of a list: its number of line, from 1, and the files of its versions. */
interface ListedDocument {
  readonly line: number
  readonly files: readonly string[]
}

/** A table of opening verbs, and of which lines of the list nothing came, with the reason. */
export interface TabledVerbs {
  readonly table: VerbTable
  readonly failures: readonly { readonly line: number; readonly reason: string }[]
}

/** The table of opening verbs of one document. Throws UsageError where it cannot be read. */
export async function tableVerbs(
  files: readonly string[],
  options: AlignOptions,
  knowledge: Knowledge,
  bases: readonly TermBase[],
): Promise<VerbTable> {
  return tableOf([await alignDocument(files, options, knowledge, bases)])
}

/**
 * The table of opening verbs of many documents as one: a line of the list each, the files of its versions with tabs between them; blank lines are left out. All have the pivot's
 * language of the first. A line that cannot be read is told of in `failures`, and the rest counts. Throws UsageError where the list or no line of it can be read.
 */
export async function tableListedVerbs(
  list: string,
  options: AlignOptions,
  knowledge: Knowledge,
  bases: readonly TermBase[],
): Promise<TabledVerbs> {
  const documents = await readDocuments(list)
  const failures: { readonly line: number; readonly reason: string }[] = []
  const sources: VerbSource[] = []
  for (const { line, files } of documents) {
    try {
      const source = await alignDocument(files, options, knowledge, bases)
      const pivot = sources[0]?.pivot ?? source.pivot
      if (source.pivot !== pivot)
        throw new UsageError('pivot', `this document's is ${source.pivot}, the first one's ${pivot}`)
      sources.push(source)
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      failures.push({ line, reason: error.message })
    }
  }
  if (sources.length === 0) throw new UsageError(`${list}:${failures[0]!.line}`, failures[0]!.reason)
  return { table: tableOf(sources), failures }
}

async function readDocuments(list: string): Promise<readonly ListedDocument[]> {
  let text: string
  try {
    text = decodeText(await readBytes(list))
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(list, reasonOf(error))
  }
  const documents = text.split('\n').flatMap((raw, k): readonly ListedDocument[] => {
    const files = raw
      .split('\t')
      .map((name) => name.trim())
      .filter((name) => name !== '')
    return files.length === 0 ? [] : [{ line: k + 1, files }]
  })
  if (documents.length === 0) throw new UsageError(list, 'the list is empty')
  return documents
}

async function alignDocument(
  files: readonly string[],
  options: AlignOptions,
  knowledge: Knowledge,
  bases: readonly TermBase[],
): Promise<VerbSource> {
  const { versions, alignment: given, pivot, embed } = await readAlignInput(files, options)
  const vectors = embed && (await embedVersions(versions, embed))
  const alignment =
    given ?? alignVersions(versions, withTermBases(knowledge, bases, pivot), pivot, { vectors })
  return { ...alignment, openings: findOpenings(versions) }
}

function tableOf(sources: readonly VerbSource[]): VerbTable {
  return makeVerbTable(sources[0]!.pivot, sources, verbPattern(sources))
}
