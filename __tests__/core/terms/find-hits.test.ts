import { findHits } from '../../../core/terms/find-hits'
import { readTermTable } from '../../../core/terms/read-term-table'
import { version } from '../../support/versions'

const BASE = readTermTable(
  'id\tfield\tfr\ten\nhr\trights\tdroits de l’homme\thuman rights\npeace\tpeace\tpaix\tpeace\n',
)

test('gives the hits of every paragraph by version key and address', () => {
  const versions = [
    version('fr', ['pp1: la paix et les droits de l’homme', 'op1: rien']),
    version('en', ['pp1: peace and human rights']),
    version('fr-2', ['op1: la paix']),
    version('pt', ['op1: a paz']),
  ]
  const hits = findHits(versions, BASE)
  expect(Object.keys(hits)).toEqual(['fr', 'en', 'fr-2', 'pt'])
  expect(hits.fr).toEqual({
    pp1: [
      { from: 3, to: 7, concepts: ['peace'], wording: 'paix', status: 'preferred' },
      { from: 15, to: 32, concepts: ['hr'], wording: 'droits de l’homme', status: 'preferred' },
    ],
    op1: [],
  })
  expect(hits.en?.pp1?.map((hit) => hit.concepts)).toEqual([['peace'], ['hr']])
  expect(hits['fr-2']?.op1).toHaveLength(1)
  expect(hits.pt).toEqual({ op1: [] })
})
