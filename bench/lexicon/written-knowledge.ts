import { readdirSync, readFileSync } from 'node:fs'
import type { Knowledge } from '../../core/model'
import { readTbx } from '../../core/terms/formats/read-tbx'
import { readTermTable } from '../../core/terms/read-term-table'

/** The terms, words and names that were written for the project by hand, with nothing that was learned from a text. */
export function writtenKnowledge(): Knowledge {
  const read = (file: string) => readTermTable(readFileSync(`corpus/${file}`, 'utf8'))
  const readAll = (folder: string) =>
    readdirSync(`corpus/${folder}`)
      .filter((name) => name.endsWith('.tsv'))
      .sort()
      .flatMap((name) => read(`${folder}/${name}`))
  const terms = readdirSync('corpus/terms')
    .sort()
    .flatMap((name) => readTbx(readFileSync(`corpus/terms/${name}`, 'utf8')).base)
  return { terms, lexicon: readAll('lexicon'), names: readAll('names') }
}
