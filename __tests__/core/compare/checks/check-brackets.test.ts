import { compareRows } from '../../../support/compare-rows'

const draft = 'Prie le Comité [agissant seul] de poursuivre.'

test.each([
  ['en', draft, 'Requests the Committee [acting alone] to continue.', ''],
  ['en', draft, 'Requests the Committee to continue.', 'square-absent warning [agissant seul]'],
  ['ru', draft, 'Просит Комитет [действующий самостоятельно] продолжать.', ''],
  [
    'ru',
    'Prie le Comité de poursuivre.',
    'Просит Комитет [самостоятельно] продолжать.',
    'square-extra warning [самостоятельно]',
  ],
  ['zh', draft, '请委员会［单独行事］继续。', ''],
  ['zh', draft, '请委员会继续。', 'square-absent warning [agissant seul]'],
  ['ar', draft, 'ترجو من اللجنة [العاملة وحدها] أن تواصل.', ''],
  ['ar', draft, 'ترجو من اللجنة أن تواصل.', 'square-absent warning [agissant seul]'],
  ['es', draft, 'Pide al Comité [por sí solo] que continúe.', ''],
  ['es', draft, 'Pide al Comité [por sí solo que continúe.', 'unpaired warning ['],
  ['en', 'Le plan (voir plus bas).', 'The plan (see below).', ''],
  ['en', 'Le plan (voir plus bas).', 'The plan.', 'round-absent info (voir plus bas)'],
  ['en', 'Le plan (voir plus bas).', 'The plan (see below.', 'unpaired warning ('],
  ['en', 'La résolution 217 (III) et l’alinéa a) du plan (2019).', 'Resolution 217 III and the plan.', ''],
  ['en', 'Voir [3].', 'See above.', ''],
])('%s: « %s » and “%s” differ in [%s]', (language, french, other, expected) => {
  const findings = compareRows([french], language, [other], ['brackets'])
  expect(findings.map((one) => `${one.rule} ${one.severity} ${one.expected ?? one.found}`).join()).toBe(
    expected,
  )
})
