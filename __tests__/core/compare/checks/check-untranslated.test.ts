import { makeContext } from '../../../../core/compare/check-context'
import { checkUntranslated } from '../../../../core/compare/checks/check-untranslated'
import type { RowPair } from '../../../../core/compare/row-pair'
import type { Span } from '../../../../core/model'

const FRENCH = 'Le Conseil décide de rester saisi de la question jusqu’à sa prochaine session.'

function pairOf(language: string, text: string, italics: readonly Span[] = [], pivot = FRENCH): RowPair {
  const cell = (key: string, content: string, slanted: readonly Span[]) => ({
    language: key,
    paragraphs: [
      {
        paragraph: {
          address: 'op1',
          kind: 'operative' as const,
          label: '1.',
          text: content,
          marks: [],
          italics: slanted,
        },
        mentions: [],
        opening: null,
        hits: [],
      },
    ],
  })
  return {
    row: {
      id: 'r1',
      kind: 'operative',
      cells: { fr: ['op1'], [language]: ['op1'] },
      confidence: 1,
      anchors: [],
    } as never,
    pivot: cell('fr', pivot, []),
    other: cell(language, text, italics),
  }
}

function found(
  language: string,
  text: string,
  italics: readonly Span[] = [],
  pivot = FRENCH,
): readonly (string | null)[] {
  const knowledge = { terms: [], lexicon: [], names: [] }
  return checkUntranslated(
    [pairOf(language, text, italics, pivot)],
    makeContext(knowledge, 'fr', language),
  ).map((finding) => finding.found)
}

test.each([
  ['en', 'The Council met.'],
  ['es', 'El Consejo se reunió.'],
  ['ru', 'Совет собрался.'],
  ['ar', 'اجتمع المجلس.'],
  ['zh', '理事会举行了会议。'],
])('finds the pivot’s sentence left in %s', (language, before) => {
  expect(found(language, `${before} ${FRENCH}`)).toEqual([FRENCH.slice(0, -1)])
})

test.each([
  ['en', 'The Council decides to remain seized of the question until its next session.'],
  ['es', 'El Consejo decide seguir ocupándose de la cuestión hasta su próximo período de sesiones.'],
  [
    'ru',
    'Совет постановляет продолжать заниматься этим вопросом (A/RES/76/299, UNESCO, World Bank Group Staff).',
  ],
  ['zh', '理事会决定继续处理 A/76/L.74 号文件所载问题（World Health Organization Assembly）。'],
])('says nothing of a translation in %s with its names and symbols', (language, text) => {
  expect(found(language, text)).toEqual([])
})

test('finds a sentence in a third language', () => {
  expect(
    found('en', 'El Consejo y los Estados deciden seguir ocupándose de las cuestiones por su importancia.'),
  ).toHaveLength(1)
})

test('says nothing of a title in italics', () => {
  const text = 'См. Le droit de la mer dans la pratique'
  expect(found('ru', text, [{ from: 4, to: text.length }])).toEqual([])
  expect(found('ru', text)).toHaveLength(1)
})

test.each([
  ['en', 'Voir A/73/744, annexe I, tableau 4.'],
  ['es', 'NOUS, PEUPLES DES NATIONS UNIES, RÉSOLUS'],
  ['ru', 'Kazakhstan, Ouzbékistan, Tadjikistan et Turkménistan.'],
  ['ar', 'NOUS, PEUPLES DES NATIONS UNIES, RÉSOLUS'],
  ['zh', 'Voir S/2021/176, annexe II, par. 40.'],
])('finds a short sentence of the pivot that is the whole row in %s', (language, text) => {
  expect(found(language, text, [], text)).toHaveLength(1)
})

test.each([
  ['en', 'Voir A/78/216, tableau 2, et A/C.3/78/L.40.', 'See A/78/216, table 2, and A/C.3/78/L.40.'],
  [
    'es',
    'Kenya, Zambie, Guatemala, Belize, Honduras, Panama',
    'Kenya, Zambia, Guatemala, Belize, Honduras, Panama',
  ],
  ['zh', 'World Bank, World Development Report 2020.', 'World Bank, World Development Report 2020.'],
  ['ru', 'The State of the World in Figures 2020.', 'The State of the World in Figures 2020.'],
])('says nothing of the symbols, names and cited titles that both have in %s', (language, pivot, text) => {
  expect(found(language, text, [], pivot)).toEqual([])
})
