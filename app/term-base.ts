import type { TermBase } from '../core/model'
import { shippedKnowledge } from './shipped-knowledge'

/** The term base that the program ships, names of countries included. */
export async function termBase(): Promise<TermBase> {
  const { terms, names } = await shippedKnowledge()
  return [...terms, ...names.filter(({ field }) => field === 'country')]
}
