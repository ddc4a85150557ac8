import type { Finding } from '../../model'
import { judgedWords } from '../answers'
import type { CheckContext } from '../check-context'
import { findLeftOut, type LeftOut } from '../find-left-out'
import { learnLengthRatio } from '../length-ratio'
import { makeFinding } from '../make-finding'
import { bothPresent, type RowPair } from '../row-pair'

/** Scores from which on a finding is a warning, and from which on it is told at all: the first gives a warning in a hundred to two hundred rows of official texts that are put freely. */
const LOOK = 7.75
const TELL = 5

/** The reverse, words that only the other version has, is as often a translator's explanation. */
const ADDED_LOOK = 18.5
const ADDED_TELL = 12

/** Rows under which the text is too short to learn from how long its versions are and what answers what. */
const LEAST_ROWS = 3

/**
 * Finds stretches of eight words or more that one version has and the other seems not to have: their words unanswered there, and the other cell shorter by as much.
 * The place on the side that has them is the stretch; the rule `absent` for words of the pivot, `extra` for words of the other version.
 */
export function checkOmission(pairs: readonly RowPair[], context: CheckContext): readonly Finding[] {
  const rows = pairs.filter(bothPresent)
  if (rows.length < LEAST_ROWS) return []
  const ratio = learnLengthRatio(rows)
  const [forth, back] = [judgedWords(pairs, context, false), judgedWords(pairs, context, true)]
  return rows.flatMap((pair, k) => {
    const absent = findLeftOut(pair, forth(k), ratio, false)
    const extra = findLeftOut(pair, back(k), ratio, true)
    return [...report(pair, absent, 'absent'), ...report(pair, extra, 'extra')]
  })
}

function report(pair: RowPair, found: LeftOut | null, rule: 'absent' | 'extra'): readonly Finding[] {
  const [look, tell] = rule === 'absent' ? [LOOK, TELL] : [ADDED_LOOK, ADDED_TELL]
  if (found === null || found.score < tell) return []
  const cell = rule === 'absent' ? pair.pivot : pair.other
  const text = cell.paragraphs.find(({ paragraph }) => paragraph.address === found.place.address)!.paragraph
    .text
  const side = { place: found.place, text: text.slice(found.place.from, found.place.to) }
  const confidence = 1 / (1 + Math.exp((look - found.score) / 2))
  return [
    makeFinding('omission', pair, rule === 'absent' ? side : null, rule === 'absent' ? null : side, {
      rule,
      confidence,
    }),
  ]
}
