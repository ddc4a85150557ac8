import type { Command } from 'commander'
import { importFile } from '../../core/pipeline'
import { segmentedSchema } from '../../core/schema'
import { addNotes } from '../command-notes'
import { addFormatOption, addOutputOption } from '../common-options'
import { changesOption } from '../changes-option'
import { pickVersions } from '../pick-versions'
import { parseLanguages, readBytes, reasonOf } from '../read-files'
import { fileLabel } from '../standard-input'
import { UsageError } from '../usage-error'
import { writeOutput } from '../write-output'

interface SegmentOptions {
  readonly lang?: string
  readonly changes?: 'accepted' | 'original'
  readonly output?: string
}

/** `concordance segment FILE`: one file as a version, every paragraph with its address, and the report of its reading; a file with several versions as a list, unless --lang picks one. */
export function addSegment(program: Command): void {
  const command = program
    .command('segment')
    .description('show one file as the paragraphs that it is read as, and what was mended and taken out')
    .argument('<file>', 'a file of any format')
    .option(
      '--lang <code>',
      'language of the file (default: told from the text), or which version of a file with several',
    )
    .addOption(changesOption())
  addNotes(addOutputOption(addFormatOption(command, { choices: ['json'], default: 'json' })), {
    examples: [
      'concordance segment fr.docx',
      'concordance segment both.tmx --lang fr -o fr.json',
      'curl -s https://example.org/fr.html | concordance segment -',
    ],
  }).action(async (name: string, { lang, output, changes }: SegmentOptions) => {
    const [language] = parseLanguages(lang, 1)
    const versions = await readSegmented(name, language, changes)
    const [only] = versions
    const data = versions.length === 1 ? only : versions
    await writeOutput(`${JSON.stringify(data, null, 2)}\n`, output)
  })
}

async function readSegmented(name: string, language: string | undefined, changes: SegmentOptions['changes']) {
  const bytes = await readBytes(name)
  const file = await importFile(bytes, {
    name,
    changes,
    ...(language === undefined ? {} : { language }),
  }).catch((error: unknown) => {
    throw new UsageError(fileLabel(name), reasonOf(error))
  })
  return pickVersions(fileLabel(name), file, language).versions.map(({ version, report }) =>
    segmentedSchema.parse({ ...version, report }),
  )
}
