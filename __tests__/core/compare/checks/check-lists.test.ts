import { compareRows } from '../../../support/compare-rows'

const three = 'Demande : a) un avis ; b) un plan ; c) un bilan ;'

test.each([
  ['en', three, 'Requests: (a) advice; (b) a plan; (c) a review;', ''],
  ['en', three, 'Requests: (a) advice; (b) a plan;', 'fewer-items warning c)'],
  [
    'en',
    'Demande : a) un avis ; b) un plan ;',
    'Requests: (a) advice; (b) a plan; (c) a review;',
    'more-items warning (c)',
  ],
  ['ru', three, 'просит: a) дать совет; b) составить план; c) провести обзор;', ''],
  ['ru', three, 'просит: а) дать совет; б) составить план;', 'fewer-items warning c)'],
  ['ar', three, 'تطلب: (أ) المشورة؛ (ب) خطة؛ (ج) استعراضا؛', ''],
  ['ar', three, 'تطلب: (أ) المشورة؛ (ب) خطة؛', 'fewer-items warning c)'],
  ['zh', three, '请求：（a）意见；（b）计划；（c）审查；', ''],
  ['zh', three, '请求：一是意见；二是计划；三是审查；', ''],
  ['zh', three, '请求：一是意见；二是计划；', 'fewer-items warning c)'],
  ['es', three, 'Solicita: a) asesoramiento; b) un plan; c) un examen;', ''],
  ['es', three, 'Solicita: i) asesoramiento; ii) un plan; iii) un examen;', ''],
  ['es', three, 'Solicita asesoramiento, un plan y un examen;', 'fewer-items info a)'],
  ['en', 'Rappelle l’alinéa a) du paragraphe 3 ;', 'Recalls paragraph 3;', ''],
  ['en', 'Rappelle (en partie) le plan ;', 'Recalls the plan;', ''],
])('%s: « %s » and “%s” differ in [%s]', (language, french, other, expected) => {
  const findings = compareRows([french], language, [other], ['list-length'])
  expect(findings.map((one) => `${one.rule} ${one.severity} ${one.expected ?? one.found}`).join()).toBe(
    expected,
  )
})
