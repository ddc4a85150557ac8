import { Option, type Command } from 'commander'
import { backup, restore } from '../../store/backup'
import { storeAddress } from '../../store/data-home'
import { doctor, type Health, type Problem } from '../../store/doctor'
import { exportFolder, importFolder } from '../../store/folder'
import { EXIT, type Context } from '../main'
import { withStoreErrors } from '../store-failure'
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
  program
    .command('backup')
    .description('write everything that the store has to one new file, while the program runs')
    .argument('<file>', 'the file to make')
    .option(...DATABASE)
    .addHelpText('after', '\nExample:\n  concordance backup concordance-2030-01-31.db')
    .action((file: string, options: StoreOptions) => withStore(options, (store) => backup(store, file)))
}

/** `concordance restore FILE`: an empty store, or one that is not there yet, from such a file. */
function addRestore(program: Command): void {
  program
    .command('restore')
    .description('fill an empty store, or one that does not exist yet, from a backup')
    .argument('<file>', 'a file that backup made; it is not changed')
    .option(...DATABASE)
    .addHelpText(
      'after',
      '\nExample, from one file to a server:\n  concordance restore concordance-2030-01-31.db --database postgres://user@host/texts',
    )
    .action((file: string, options: StoreOptions) => {
      const address = options.database ?? storeAddress()
      return withStoreErrors(address, () => restore(file, address))
    })
}

/** `concordance doctor`: whether the store is whole; exit code 1 where it is not. */
function addDoctor(program: Command, { exit }: Context): void {
  program
    .command('doctor')
    .description('look the store through: the file, what refers to what, and every text against its hash')
    .option(...DATABASE)
    .addOption(new Option('--format <format>', 'what is written').choices(['text', 'json']).default('text'))
    .addHelpText('after', '\nExit code: 0 where all is well, 1 where something is wrong.')
    .action((options: StoreOptions & { readonly format: 'text' | 'json' }) =>
      withStore(options, async (store) => {
        const health = await doctor(store)
        const text = options.format === 'json' ? `${JSON.stringify(health, null, 2)}\n` : describe(health)
        await writeOutput(text, undefined)
        if (health.problems.length > 0) exit(EXIT.findings)
      }),
    )
}

/** `concordance dump FOLDER`: everything as plain files, for git. */
function addDump(program: Command): void {
  program
    .command('dump')
    .description(
      'write everything that the store has to a folder of plain files, the same for the same store',
    )
    .argument('<folder>', 'made where there is none; files of an earlier dump are replaced')
    .option(...DATABASE)
    .addHelpText('after', '\nExample:\n  concordance dump texts && git -C texts commit --all')
    .action((folder: string, options: StoreOptions) =>
      withStore(options, (store) => exportFolder(store, folder)),
    )
}

/** `concordance load FOLDER`: an empty store, or one that is not there yet, from such a folder. */
function addLoad(program: Command): void {
  program
    .command('load')
    .description('fill an empty store, or one that does not exist yet, from a folder that dump made')
    .argument('<folder>')
    .option(...DATABASE)
    .action((folder: string, options: StoreOptions) =>
      withStore(options, (store) => importFolder(folder, store), { make: true }),
    )
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
