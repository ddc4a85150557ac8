import { Option, type Command } from 'commander'
import { versionSchema } from '../../core/schema'
import { parseLanguages, readFiles } from '../read-files'
import { writeOutput } from '../write-output'

interface SegmentOptions {
  readonly lang?: string
  readonly output?: string
}

/** `concordance segment FILE`: one file as a version, every paragraph with its address. */
export function addSegment(program: Command): void {
  program
    .command('segment')
    .description('show one file as the paragraphs that it is read as')
    .argument('<file>', 'plain text or HTML')
    .option('--lang <code>', 'language of the file (default: told from the text)')
    .addOption(new Option('--format <format>', 'what is written').choices(['json']).default('json'))
    .option('-o, --output <file>', 'write to this file instead of stdout')
    .action(async (file: string, options: SegmentOptions) => {
      const [version] = await readFiles([file], parseLanguages(options.lang, 1), 'paragraph')
      await writeOutput(`${JSON.stringify(versionSchema.parse(version), null, 2)}\n`, options.output)
    })
}
