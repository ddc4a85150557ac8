import { sameInflection } from '../../../core/terms/same-inflection'

test.each([
  ['fr', 'national', 'nationaux'],
  ['fr', 'institutionnel', 'institutionnelles'],
  ['fr', 'législatif', 'législative'],
  ['en', 'country', 'countries'],
  ['en', 'sustain', 'sustaining'],
  ['en', 'state', "state's"],
  ['es', 'nación', 'naciones'],
  ['es', 'paz', 'paces'],
  ['ru', 'организация', 'организациями'],
  ['ru', 'безопасность', 'безопасностью'],
  ['ru', 'беженец', 'беженцами'],
])('takes for one word in %s %s and %s', (language, a, b) => {
  expect(sameInflection(a, b, language)).toBe(true)
  expect(sameInflection(b, a, language)).toBe(true)
})

test.each([
  ['fr', 'nationalité', 'nationale'],
  ['fr', 'coopération', 'coopérer'],
  ['en', 'developing', 'developed'],
  ['en', 'organ', 'organization'],
  ['en', 'nation', 'national'],
  ['es', 'desarrollo', 'desarrollado'],
  ['ru', 'безопасность', 'безопасный'],
  ['ru', 'национальность', 'национального'],
])('tells apart in %s %s and %s', (language, a, b) => {
  expect(sameInflection(a, b, language)).toBe(false)
  expect(sameInflection(b, a, language)).toBe(false)
})
