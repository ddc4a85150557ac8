import { DAMAGE_KINDS } from '../../../bench/damage/damage-kinds'
import { wholeOf } from '../../../bench/align/reliability'
import { measurePairs, type BenchText } from '../../../bench/damage/measure'
import type { CellRow } from '../../../bench/damage/compose-gold'
import { alignVersions } from '../../../core/pipeline'
import { version } from '../../support/versions'

const KNOWLEDGE = { terms: [], lexicon: [], names: [] }

const VERSIONS = {
  fr: version('fr', [
    'op1: Prend note du rapport A/75/12 du 4 mars 2020',
    'op2: Décide de consacrer 1500 dollars à la réunion de Genève',
    'op3: Prie le Comité de se réunir 14 fois avant le 30 juin 2021',
    'op4: Rappelle sa résolution 70/1 et ses 17 objectifs',
  ]),
  en: version('en', [
    'op1: Takes note of the report A/75/12 of 4 March 2020',
    'op2: Decides to devote 1500 dollars to the meeting in Geneva',
    'op3: Requests the Committee to meet 14 times before 30 June 2021',
    'op4: Recalls its resolution 70/1 and its 17 goals',
  ]),
}

const textOf = (gold: readonly CellRow[]): BenchText => ({ versions: VERSIONS, gold })

const same = (index: number): CellRow => ({ fr: [index], en: [index] })

const measure = (gold: readonly CellRow[]) =>
  measurePairs(textOf(gold), DAMAGE_KINDS.clean!, 1, [['fr', 'en']], KNOWLEDGE)

describe('measurePairs', () => {
  test('an undamaged text is right throughout', () => {
    const { scores, tenths } = measure([0, 1, 2, 3].map(same))
    expect(scores).toEqual({ 'fr-en': 1 })
    expect(wholeOf(tenths)).toMatchObject({ beads: 4, right: 4 })
  })

  test('the rows that the score judges are the rows that are counted', () => {
    // Gold holds the third apart and says nothing of the fourth: three rows are judged, two of them right, and all of gold is found.
    const { scores, tenths } = measure([same(0), same(1), { fr: [2], en: [] }])
    expect(wholeOf(tenths)).toMatchObject({ beads: 3, right: 2 })
    expect(scores['fr-en']).toBeCloseTo(0.8)
  })

  test('each row is claimed at its own confidence', () => {
    const { rows } = alignVersions([VERSIONS.fr, VERSIONS.en], KNOWLEDGE, 'fr')
    const sum = rows.reduce((total, { confidence }) => total + confidence, 0)
    expect(wholeOf(measure([0, 1, 2, 3].map(same)).tenths).claimed).toBeCloseTo(sum)
  })
})
