import { fieldsOf, searchTerms } from '../../../core/terms/search-terms'
import { readTermTable } from '../../../core/terms/read-term-table'

const base = readTermTable(
  [
    'id\tfield\tar\tzh\ten\tfr\tru\tes',
    'human-rights\trights\tحقوق الإنسان\t人权\thuman rights\tdroits de l’homme\tправа человека\tderechos humanos',
    'right\trights\tحق\t权利\tright\tdroit\tправо\tderecho',
    'state\tlaw\tدولة\t国家\tState\tÉtat\tгосударство\tEstado',
  ].join('\n'),
)

const find = (text: string, field = '') =>
  searchTerms(base, { text, field, from: 0, count: 10 }).concepts.map(({ id }) => id)

test.each([
  ['', ['human-rights', 'right', 'state']],
  ['droit', ['right', 'human-rights']],
  ["droits de l'homme", ['human-rights']],
  ['etat', ['state']],
  ['ÉTAT', ['state']],
  ['человека права', ['human-rights']],
  ['الانسان', ['human-rights']],
  ['权', ['right', 'human-rights']],
  ['人权', ['human-rights']],
  ['nothing of the kind', []],
])('“%s” finds %j, what is equal before what begins so before what holds it', (text, ids) => {
  expect(find(text).sort()).toEqual([...ids].sort())
  if (ids.length > 0 && text !== '权' && text !== '') expect(find(text)[0]).toBe(ids[0])
})

test('a field leaves only its own concepts, and a page only its part', () => {
  expect(find('', 'law')).toEqual(['state'])
  expect(searchTerms(base, { text: '', field: '', from: 1, count: 1 })).toEqual({
    total: 3,
    concepts: [base[1]],
  })
  expect([...fieldsOf(base)]).toEqual([
    ['rights', 2],
    ['law', 1],
  ])
})
