import { InvalidArgumentError, type Command } from 'commander'
import { extractTerms } from '../../core/associate/extract-terms'
import type { Language, TermBase } from '../../core/model'
import { alignVersions, embedVersions } from '../../core/pipeline'
import { baseLanguage } from '../../core/text/languages'
import { associateVersions } from '../../jobs/associate-versions'
import { loadKnowledge } from '../../jobs/corpus'
import { addAlignOptions, readAlignInput, type AlignOptions } from '../align-options'
import { addNotes } from '../command-notes'
import { addFormatOption } from '../common-options'
import type { Context } from '../main'
import { writeCandidates, type CandidateFormat } from '../write-candidates'
import { writeOutput } from '../write-output'

interface ExtractOptions extends AlignOptions {
  readonly format?: CandidateFormat
  readonly least: number
  readonly most: number
}

/** `concordance terms extract FILE FILE…`: candidate terms of the pivot with what answers them in the other versions, for review. */
export function addExtract(terms: Command, context: Context): void {
  const command = addAlignOptions(
    terms.command('extract').description('list candidate terms of aligned versions'),
  )
  addFormatOption(command, {
    choices: ['csv', 'tbx'],
    description:
      'what is written: a table, or a term base for review (default: tbx where the output ends in .tbx or .xml, else csv)',
  })
  addNotes(command, {
    examples: [
      'concordance terms extract fr.txt en.txt ar.txt -o candidates.tbx',
      'concordance terms extract fr.txt en.txt --least 3 --most 100',
    ],
  })
    .option('--least <count>', 'occurrences of a candidate', positive, 2)
    .option('--most <count>', 'candidates that are written', positive, 500)
    .action(async (files: string[], options: ExtractOptions) => {
      const { versions, alignment: given, pivot, embed } = await readAlignInput(files, options)
      const vectors = embed && (await embedVersions(versions, embed))
      const knowledge = await loadKnowledge(context.root)
      const alignment = given ?? alignVersions(versions, knowledge, pivot, { vectors })
      const others = versions.map(({ language }) => language).filter((language) => language !== pivot)
      const paragraphs = versions.find(({ language }) => language === pivot)!.paragraphs
      const found = extractTerms(
        paragraphs,
        pivot,
        others.map((language) => associateVersions(alignment, language, knowledge)),
        { least: options.least, most: options.most, rest: wordingsOf(knowledge.lexicon, pivot) },
      )
      const format = options.format ?? (/\.(?:tbx|xml)$/iu.test(options.output ?? '') ? 'tbx' : 'csv')
      await writeOutput(await writeCandidates(found, pivot, others, format), options.output)
    })
}

function positive(value: string): number {
  const count = Number(value)
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('a whole number from 1 on')
  return count
}

/** The plain words of a language: what is common there is no term's mark. */
function wordingsOf(lexicon: TermBase, language: Language): readonly string[] {
  return lexicon.flatMap(({ terms }) => (terms[baseLanguage(language)] ?? []).map(({ wording }) => wording))
}
