import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The file beside the tables that names the texts they were learned from. */
const TEXTS_FILE = 'texts.json'

/**
 * Writes learned tables, by file name, into a folder, and beside them the names of the texts they were learned from. Throws, and writes nothing, where the tables there
 * were learned from a text that is not among these, since a machine that lacks a text would make the lexicon poorer without being asked; `fewer` asks for it.
 */
export function writeLearned(
  folder: string,
  texts: readonly string[],
  tables: Readonly<Record<string, string>>,
  fewer = false,
): void {
  const missing = readTexts(folder).filter((name) => !texts.includes(name))
  if (missing.length > 0 && !fewer) {
    throw new Error(
      `Nothing written: the lexicon in ${folder} was learned from ${missing.join(', ')} too, not at hand here; --fewer writes what can be learned without`,
    )
  }
  mkdirSync(folder, { recursive: true })
  for (const [name, table] of Object.entries(tables)) writeFileSync(path.join(folder, name), table)
  writeFileSync(path.join(folder, TEXTS_FILE), `${JSON.stringify([...texts].sort(), null, 2)}\n`)
}

function readTexts(folder: string): readonly string[] {
  const file = path.join(folder, TEXTS_FILE)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : []
}
