import type { Concept, Row, TermBase } from '../../../core/model'
import { findHits } from '../../../core/terms/find-hits'
import { buildMatcher } from '../../../core/terms/build-matcher'
import { findCandidates } from '../../../core/terms/match-terms'
import { narrowConcepts } from '../../../core/terms/narrow-concepts'
import { readTermTable } from '../../../core/terms/read-term-table'
import { resolveOverlaps } from '../../../core/terms/resolve-overlaps'
import { settleHits } from '../../../core/terms/settle-hits'
import { version } from '../../support/versions'

const BASE: TermBase = readTermTable(
  [
    'id\tfield\tzh\tfr\tru',
    'ab\tx\t甲乙\talpha bêta\tа',
    'bc\tx\t乙丙\tbêta gamma\tб',
    'c\tx\t丙\tgamma\tв',
    'security\tlabour\t社保\tsécurité sociale\tсоциальное обеспечение',
    'protection\taid\t社护\tprotection sociale\tсоциальное обеспечение',
    'wage\tlabour\t工资\tsalaire\tзаработная плата',
  ].join('\n'),
)

const ids = (hits: readonly { readonly concepts: readonly string[] }[]) =>
  hits.map(({ concepts }) => concepts.join('+'))

const candidates = (text: string) => findCandidates(text, buildMatcher(BASE, 'zh'))

test('of two wordings that overlap takes the earlier of equal ones, and what it leaves beside it', () => {
  expect(ids(resolveOverlaps(candidates('甲乙丙')))).toEqual(['ab', 'c'])
})

test('of two wordings that overlap takes the one that is wanted', () => {
  expect(ids(resolveOverlaps(candidates('甲乙丙'), new Set(['bc'])))).toEqual(['bc'])
})

test('never takes a wording out of a longer one, wanted or not', () => {
  expect(ids(resolveOverlaps(candidates('乙丙'), new Set(['c'])))).toEqual(['bc'])
})

test('narrows a shared wording by what others hold, then by the field, else not at all', () => {
  const concepts = new Map<string, Concept>(BASE.map((concept) => [concept.id, concept]))
  const hits = findHits([version('ru', ['op1: социального обеспечения'])], BASE).ru!.op1!
  const narrowed = (wanted: readonly string[], context: readonly string[]) =>
    ids(narrowConcepts(hits, new Set(wanted), context, concepts))
  expect(narrowed([], [])).toEqual(['security+protection'])
  expect(narrowed(['protection'], ['wage'])).toEqual(['protection'])
  expect(narrowed([], ['wage', 'security', 'protection'])).toEqual(['security'])
})

test('settles hits by what the other versions of the row hold', () => {
  const versions = [
    version('fr', ['op1: bêta gamma', 'op2: la protection sociale']),
    version('zh', ['op1: 甲乙丙']),
    version('ru', ['op2: социальное обеспечение']),
  ]
  const row = (id: string, cells: Row['cells']): Row => ({
    id, kind: 'operative', cells, confidence: 1, evidence: [], moved: [],
  }) // prettier-ignore
  const rows = [
    row('r1', { fr: ['op1'], zh: ['op1'], ru: [] }),
    row('r2', { fr: ['op2'], zh: [], ru: ['op2'] }),
  ]
  const hits = findHits(versions, BASE)
  expect(ids(hits.zh!.op1!)).toEqual(['ab', 'c'])
  const settled = settleHits(versions, rows, BASE, hits)
  expect(ids(settled.zh!.op1!)).toEqual(['bc'])
  expect(ids(settled.ru!.op2!)).toEqual(['protection'])
  expect(settled.fr).toEqual(hits.fr)
})
