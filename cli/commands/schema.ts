import { Argument, type Command } from 'commander'
import { jsonSchemaOf, PUBLISHED_SCHEMAS } from '../../core/schema'
import { addNotes } from '../command-notes'
import { addOutputOption } from '../common-options'
import { writeOutput } from '../write-output'

/** `concordance schema NAME`: the shape of what a command prints as JSON, as JSON Schema. */
export function addSchema(program: Command): void {
  const command = program
    .command('schema')
    .description('print the JSON Schema of what a command writes as JSON')
    .addArgument(new Argument('<name>', 'the command, or decisions').choices(Object.keys(PUBLISHED_SCHEMAS)))
  addNotes(addOutputOption(command), {
    examples: ['concordance schema align -o align.schema.json'],
  }).action((name: keyof typeof PUBLISHED_SCHEMAS, { output }: { readonly output?: string }) =>
    writeOutput(`${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`, output),
  )
}
