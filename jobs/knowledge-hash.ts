import { sha256 } from '../store/content-hash'
import {
  readShippedLearned,
  readShippedLexicon,
  readShippedNames,
  readShippedTerms,
} from '../store/shipped-corpus'

/**
 * A hash of all that the program knows beforehand, 16 hexadecimal digits: what an alignment was made with is marked by it. It is of the files as they are, in the folder `root` that holds `corpus/`: what is made of them hangs on the
 * program, which has a mark of its own.
 */
export async function knowledgeHash(root: string): Promise<string> {
  const tables = await Promise.all([
    readShippedTerms(root),
    readShippedLexicon(root),
    readShippedNames(root),
    readShippedLearned(root),
  ])
  return sha256(JSON.stringify(tables)).slice(0, 16)
}
