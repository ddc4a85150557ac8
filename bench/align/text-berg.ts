import { existsSync, readFileSync } from 'node:fs'
import type { AlignUnit } from '../../core/align/align-unit'
import type { Language } from '../../core/model'
import { findMentions } from '../../core/text/find-mentions'
import type { IndexBead } from '../score-beads'

const FOLDER = '../shared/data/text-berg-dev'

/** Text+Berg's German–French development set: a unit a line, and the beads made by hand. */
export interface TextBerg {
  readonly left: readonly AlignUnit[]
  readonly right: readonly AlignUnit[]
  readonly gold: readonly IndexBead[]
}

/** Reads the set from beside the project; null where it is not at hand. */
export function readTextBerg(): TextBerg | null {
  if (!existsSync(FOLDER)) return null
  return { left: units('dev.de', 'de'), right: units('dev.fr', 'fr'), gold: lines('dev.defr').map(readBead) }
}

const lines = (file: string) => readFileSync(`${FOLDER}/${file}`, 'utf8').replace(/\n$/u, '').split('\n')

function units(file: string, language: Language): readonly AlignUnit[] {
  return lines(file).map((text, k) => ({
    address: `l${k}`,
    kind: 'body',
    label: null,
    text,
    language,
    anchors: findMentions(text, language).map(({ kind, value }) => ({ kind, value })),
  }))
}

function readBead(line: string): IndexBead {
  const [left = [], right = []] = line.split(':').map((side) => JSON.parse(side) as number[])
  return { left, right }
}
