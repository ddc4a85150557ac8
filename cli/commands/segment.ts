import { Option, type Command } from 'commander'
import { importFile } from '../../core/pipeline'
import { segmentedSchema } from '../../core/schema'
import { changesOption } from '../changes-option'
import { pickVersions } from '../pick-versions'
import { parseLanguages, readBytes, reasonOf } from '../read-files'
import { UsageError } from '../usage-error'
import { writeOutput } from '../write-output'

interface SegmentOptions {
  readonly lang?: string
  readonly changes?: 'accepted' | 'original'
  readonly output?: string
}

/** `concordance segment FILE`: one file as a version, every paragraph with its address, and the report of its reading; a file with several versions as a list, unless --lang picks one. */
export function addSegment(program: Command): void {
  program
    .command('segment')
    .description('show one file as the paragraphs that it is read as, and what was mended and taken out')
    .argument('<file>', 'a file of any format')
    .option(
      '--lang <code>',
      'language of the file (default: told from the text), or which version of a file with several',
    )
    .addOption(changesOption())
    .addOption(new Option('--format <format>', 'what is written').choices(['json']).default('json'))
    .option('-o, --output <file>', 'write to this file instead of stdout')
    .action(async (name: string, { lang, output, changes }: SegmentOptions) => {
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
    throw new UsageError(name, reasonOf(error))
  })
  return pickVersions(name, file, language).versions.map(({ version, report }) =>
    segmentedSchema.parse({ ...version, report }),
  )
}
