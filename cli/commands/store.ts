import type { Command } from 'commander'
import { backup, restore } from '../../store/backup'
import { storeAddress } from '../../store/data-home'
import { doctor, type Health, type Problem } from '../../store/doctor'
import { exportFolder, importFolder } from '../../store/folder'
import { addNotes } from '../command-notes'
import { addFormatOption, addOutputOption } from '../common-options'
import { EXIT, type Context } from '../main'
import { DASH } from '../standard-input'
import { withStoreErrors } from '../store-failure'
import { UsageError } from '../usage-error'
import { DATABASE, withStore, type StoreOptions } from '../with-store'
import { writeOutput } from '../write-output'

/** `concordance backup`, `restore`, `doctor`, `dump` and `load`: what is done with the store as a whole. */
export function addStore(program: Command, context: Context): void {
  addBackup(program)
  addRestore(program)
  addDoctor(program, context)
  addDump(program)
  addLoad(program)
}

/** `concordance backup FILE`: everything in one SQLite file, while others may write. */
function addBackup(program: Command): void {
  const command = program
    .command('backup')
    .description('write everything that the store has to one new file, while the program runs')
    .argument('<file>', 'the file to make')
    .option(...DATABASE)
  addNotes(command, { examples: ['concordance backup concordance-2030-01-31.db'] }).action(
    async (file: string, options: StoreOptions) => {
      refuseDash(file)
      await withStore(options, (store) => backup(store, file))
    },
  )
}

/** `concordance restore FILE`: an empty store, or one that is not there yet, from such a file. */
function addRestore(program: Command): void {
  const command = program
    .command('restore')
    .description('fill an empty store, or one that does not exist yet, from a backup')
    .argument('<file>', 'a file that backup made; it is not changed')
    .option(...DATABASE)
  addNotes(command, {
    notes: 'So a store also moves from a file to a server, and back.',
    examples: ['concordance restore concordance-2030-01-31.db --database postgres://user@host/texts'],
  }).action(async (file: string, options: StoreOptions) => {
    refuseDash(file)
    const address = options.database ?? storeAddress()
    await withStoreErrors(address, () => restore(file, address))
  })
}

/** `concordance doctor`: whether the store is whole; exit code 1 where it is not. */
function addDoctor(program: Command, { exit }: Context): void {
  const command = program
    .command('doctor')
    .description('look the store through: the file, what refers to what, and every text against its hash')
    .option(...DATABASE)
  addNotes(addOutputOption(addFormatOption(command, { choices: ['text', 'json'], default: 'text' })), {
    examples: ['concordance doctor', 'concordance doctor --database concordance.db --json'],
    exits: { 1: 'something is wrong in the store' },
  }).action((options: StoreOptions & { readonly format: 'text' | 'json'; readonly output?: string }) =>
    withStore(options, async (store) => {
      const health = await doctor(store)
      const text = options.format === 'json' ? `${JSON.stringify(health, null, 2)}\n` : describe(health)
      await writeOutput(text, options.output)
      if (health.problems.length > 0) exit(EXIT.findings)
    }),
  )
}

/** `concordance dump FOLDER`: everything as plain files, for git. */
function addDump(program: Command): void {
  const command = program
    .command('dump')
    .description(
      'write everything that the store has to a folder of plain files, the same for the same store',
    )
    .argument('<folder>', 'made where there is none; files of an earlier dump are replaced')
    .option(...DATABASE)
  addNotes(command, { examples: ['concordance dump texts && git -C texts commit --all'] }).action(
    (folder: string, options: StoreOptions) => withStore(options, (store) => exportFolder(store, folder)),
  )
}

/** `concordance load FOLDER`: an empty store, or one that is not there yet, from such a folder. */
function addLoad(program: Command): void {
  const command = program
    .command('load')
    .description('fill an empty store, or one that does not exist yet, from a folder that dump made')
    .argument('<folder>', 'a folder that dump made; it is not changed')
    .option(...DATABASE)
  addNotes(command, { examples: ['concordance load texts --database new.db'] }).action(
    (folder: string, options: StoreOptions) =>
      withStore(options, (store) => importFolder(folder, store), { make: true }),
  )
}

/** A database is a file that is read and written back and forth. */
function refuseDash(file: string): void {
  if (file === DASH) throw new UsageError('usage', `a database needs a file of its own, not '${DASH}'`)
}

const PROBLEMS: Readonly<Record<Problem['kind'], string>> = {
  damaged: 'damaged',
  orphan: 'refers to nothing',
  document: 'a document that is not what it was',
  version: 'a text that is not what it was',
}

function describe({ database, step, counts, problems }: Health): string {
  const tables = Object.entries(counts).map(([table, count]) => `  ${table}  ${count}`)
  const wrong = problems.map(({ kind, detail, count }) => `${PROBLEMS[kind]}: ${detail} (${count})`)
  return [
    `${database}, tables of step ${step}`,
    ...tables,
    ...(wrong.length === 0 ? ['all is well'] : wrong),
    '',
  ].join('\n')
}
