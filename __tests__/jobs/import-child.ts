import { readFileSync } from 'node:fs'
import { importDocument } from '../../jobs/import-document'
import { openStore } from '../../store/database/open-store'

/** Imports a file and is killed before the statement of that number, from 1, that the import makes; ends by itself with 0 where it makes fewer. */
async function importUntil(address: string, file: string, statement: number): Promise<void> {
  let begun = false
  let count = 0
  const store = await openStore(address, {
    onQuery: () => {
      if (!begun) return
      count += 1
      if (count === statement) process.kill(process.pid, 'SIGKILL')
    },
  })
  begun = true
  await importDocument(store, { name: 'new.txt', bytes: readFileSync(file), status: 'official' })
  process.exit(0)
}

const [address = '', file = '', statement = '1'] = process.argv.slice(2)
void importUntil(address, file, Number(statement))
