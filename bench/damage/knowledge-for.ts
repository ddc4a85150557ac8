import { readdirSync, readFileSync } from 'node:fs'
import type { Knowledge } from '../../core/model'
import { readTermTable } from '../../core/terms/read-term-table'
import type { TextName } from './read-text'

/** What the aligner is given in a test, and the text that a lexicon for that test may be learned from. */
export interface TestKnowledge extends Knowledge {
  readonly learnFrom: TextName
}

/** Nothing learned from a text may be given when that same text is tested. */
const OTHER: Readonly<Record<TextName, TextName>> = { declaration: 'charter', charter: 'declaration' }

/** What the aligner may know while it is tested on a text: the terms and words written for the project. This is the one place where that is decided. */
export function knowledgeFor(text: TextName): TestKnowledge {
  const read = (file: string) => readTermTable(readFileSync(`corpus/${file}`, 'utf8'))
  const readAll = (folder: string) =>
    readdirSync(`corpus/${folder}`)
      .sort()
      .flatMap((name) => read(`${folder}/${name}`))
  return {
    terms: read('terms/starter.tsv'),
    lexicon: readAll('lexicon'),
    names: readAll('names'),
    learnFrom: OTHER[text],
  }
}
