import { existsSync, readFileSync } from 'node:fs'
import type { Check, Language, Version } from '../../core/model'
import { sameAddressRows } from '../../core/align/same-address-rows'
import { compareAlignment } from '../../core/pipeline'
import { segmentLines } from '../../core/segment/segment-lines'
import { shippedKnowledge } from './shipped-knowledge'

const FILE = '../shared/data/word-alignment-enfr/enfr.src-tgt'

/** The check of the 447 French–English sentence pairs, never tuned on; null where the file is not at hand. */
export function readHansard(): Check | null {
  const pairs = hansardPairs()
  if (pairs === null) return null
  const version = (language: Language, side: number): Version =>
    segmentLines(pairs.map((pair) => pair[side]!).join('\n'), { language, status: 'unknown' })
  return compareAlignment(sameAddressRows([version('fr', 1), version('en', 0)]), shippedKnowledge())
}

/** The pairs as English and French text. */
function hansardPairs(): readonly (readonly [en: string, fr: string])[] | null {
  if (!existsSync(FILE)) return null
  return readFileSync(FILE, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [en = '', fr = ''] = line.split('|||')
      return [en.trim(), fr.trim()] as const
    })
}
