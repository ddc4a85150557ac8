import { InvalidArgumentError, Option, type Command } from 'commander'
import { associate } from '../../core/associate/associate'
import { extractTerms } from '../../core/associate/extract-terms'
import type { Alignment, Language, TermBase, WordPair } from '../../core/model'
import { alignVersions, embedVersions } from '../../core/pipeline'
import { baseLanguage } from '../../core/text/languages'
import { loadKnowledge } from '../../jobs/corpus'
import { addAlignOptions, readAlignInput, type AlignOptions } from '../align-options'
import type { Context } from '../main'
import { writeCandidates } from '../write-candidates'
import { writeOutput } from '../write-output'

interface ExtractOptions extends AlignOptions {
  readonly format: 'csv'
  readonly least: number
  readonly most: number
}

/** `concordance terms extract FILE FILE…`: candidate terms of the pivot with what answers them in the other versions, for review. */
export function addExtract(terms: Command, context: Context): void {
  addAlignOptions(terms.command('extract').description('list candidate terms of aligned versions'))
    .addOption(new Option('--format <format>', 'what is written').choices(['csv']).default('csv'))
    .option('--least <count>', 'occurrences of a candidate', positive, 2)
    .option('--most <count>', 'candidates that are written', positive, 500)
    .action(async (files: string[], options: ExtractOptions) => {
      const { versions, pivot, embed } = await readAlignInput(files, options)
      const vectors = embed && (await embedVersions(versions, embed))
      const knowledge = await loadKnowledge(context.root)
      const alignment = alignVersions(versions, knowledge, pivot, { vectors })
      const others = versions.map(({ language }) => language).filter((language) => language !== pivot)
      const paragraphs = versions.find(({ language }) => language === pivot)!.paragraphs
      const found = extractTerms(
        paragraphs,
        pivot,
        others.map((language) =>
          associate(
            textsOf(alignment, language),
            [pivot, language],
            knownPairs(
              knowledge.learned?.[pairName(pivot, language)],
              knowledge.learned?.[pairName(language, pivot)],
            ),
          ),
        ),
        { least: options.least, most: options.most, rest: wordingsOf(knowledge.lexicon, pivot) },
      )
      await writeOutput(writeCandidates(found, pivot, others), options.output)
    })
}

function positive(value: string): number {
  const count = Number(value)
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('a whole number from 1 on')
  return count
}

/** The texts of the rows of an alignment that have both the pivot and the other version, under the pivot's address. */
function textsOf({ rows, versions, pivot }: Alignment, other: Language) {
  const texts = new Map(
    versions.map(({ language, paragraphs }) => [
      language,
      new Map(paragraphs.map(({ address, text }) => [address, text])),
    ]),
  )
  const textOf = (language: Language, addresses: readonly string[]) =>
    addresses.map((address) => texts.get(language)?.get(address) ?? '').join('\n')
  return rows.map(({ cells }) => ({
    address: cells[pivot]?.[0] ?? '',
    left: textOf(pivot, cells[pivot] ?? []),
    right: textOf(other, cells[other] ?? []),
  }))
}

function pairName(left: Language, right: Language): string {
  return `${baseLanguage(left)}-${baseLanguage(right)}`
}

function knownPairs(
  own: readonly WordPair[] | undefined,
  turned: readonly WordPair[] | undefined,
): readonly WordPair[] {
  return own ?? (turned ?? []).map(({ left, right, trust }) => ({ left: right, right: left, trust }))
}

/** The plain words of a language: what is common there is no term's mark. */
function wordingsOf(lexicon: TermBase, language: Language): readonly string[] {
  return lexicon.flatMap(({ terms }) => (terms[baseLanguage(language)] ?? []).map(({ wording }) => wording))
}
