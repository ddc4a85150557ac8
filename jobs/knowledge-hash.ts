import type { Knowledge } from '../core/model'
import { sha256 } from '../store/content-hash'

/** A hash of all that is known beforehand, 16 hexadecimal digits: what an alignment was made with is marked by it. */
export function knowledgeHash(knowledge: Knowledge): string {
  return sha256(JSON.stringify(knowledge)).slice(0, 16)
}
