import type { Concept, Term, TermStatus } from '../../../../core/model'
import { lintTerms } from '../../../../core/terms/formats/lint-terms'
import { mergeDuplicates } from '../../../../core/terms/formats/merge-duplicates'
import { readTbx } from '../../../../core/terms/formats/read-tbx'
import { readTermFile } from '../../../../core/terms/formats/read-term-file'

const MARKS: Readonly<Record<string, TermStatus>> = { '~': 'deprecated', '!': 'forbidden', '+': 'admitted' }

/** `en peace ~truce; fr paix`: a concept, its languages with their one-word wordings. */
function concept(id: string, notation: string): Concept {
  const terms = notation.split(';').map((part) => {
    const [language, ...wordings] = part.trim().split(' ')
    const list = wordings.map((written): Term => {
      const status = MARKS[written.charAt(0)]
      const wording = (status === undefined ? written : written.slice(1)).replaceAll('_', ' ')
      return { wording, status: status ?? 'preferred', match: 'inflected' }
    })
    return [language!, list] as const
  })
  return { id, field: '', terms: Object.fromEntries(terms) }
}

const told = (...base: Concept[]) =>
  lintTerms(base).map(({ code, concept: id, language, others }) =>
    [id, code, ...(language === null ? [] : [language]), ...others].join(' '),
  )

test.each([
  ['nothing wrong', [concept('a', 'en peace; ar سلام; zh 和平; ru мир; es paz; fr paix')], []],
  ['empty', [concept('a', 'en peace'), concept('b', 'en')], ['b empty-concept']],
  [
    'a missing language',
    [concept('a', 'en peace; fr paix'), concept('b', 'en war')],
    ['b missing-language fr'],
  ],
  ['a shared wording', [concept('a', 'en peace'), concept('b', 'en Peace')], ['b shared-wording en a']],
  [
    'all owners',
    [concept('a', 'en peace'), concept('b', 'en peace'), concept('c', 'en !peace')],
    ['b shared-wording en a', 'c contradiction en a b'],
  ],
  [
    'duplicates',
    [concept('a', 'ar سلام; ru мир'), concept('b', 'ar سلام; ru мир')],
    ['b duplicate-concept a', 'b shared-wording ar a', 'b shared-wording ru a'],
  ],
  ['a repeated wording', [concept('a', 'zh 和平 ~和平')], ['a repeated-wording zh']],
  ['what the matcher cannot find', [concept('a', 'en …')], ['a not-found en']],
  ['spaces and control characters', [concept('a', 'fr la__paix')], ['a characters fr']],
  ['an id that stands twice', [concept('a', 'en peace'), concept('a', 'en war')], ['a repeated-id']],
] as const)('lint tells %s', (_, base, expected) => {
  expect(told(...base)).toEqual(expected)
})

test('concepts that share preferred wordings in two languages become one, also by way of a third', () => {
  const { base, merged } = mergeDuplicates([
    { ...concept('a', 'en peace; fr paix'), note: 'n' },
    concept('other', 'en war; fr paix'),
    { ...concept('b', 'en Peace calm; fr paix; es paz'), field: 'f', definition: 'd' },
    concept('c', 'es paz; fr paix; ru мир'),
  ])
  expect(merged).toEqual([{ id: 'a', from: ['b', 'c'] }])
  expect(base.map(({ id }) => id)).toEqual(['a', 'other'])
  expect(base[0]).toMatchObject({ field: 'f', definition: 'd', note: 'n' })
  expect(Object.keys(base[0]!.terms)).toEqual(['en', 'fr', 'es', 'ru'])
  expect(base[0]!.terms['en']!.map(({ wording, status }) => `${status} ${wording}`)).toEqual([
    'preferred peace',
    'admitted calm',
  ])
})

test('a record of several lines is told by its first', async () => {
  const csv = 'id,en\r\n"a\r\nb\r\nc",x\r\nd,\r\n'
  const { refused } = await readTermFile(new TextEncoder().encode(csv), 'a.csv')
  expect(refused).toEqual([{ line: 5, reason: 'no-wording', detail: 'd' }])
  const twice = 'id,en\n\na,x\n"a","x\ny"\n'
  expect((await readTermFile(new TextEncoder().encode(twice), 'a.csv')).refused).toMatchObject([{ line: 4 }])
})

test.each([
  ['little', '\ufeff', false],
  ['big', '\ufeff', true],
  ['little', '', false],
] as const)('UTF-16 is read, %s-endian %s', async (_, mark, big) => {
  const bytes = Buffer.from(`${mark}id\tes\tzh\na\taño\t和平\n`, 'utf16le')
  const { base } = await readTermFile(new Uint8Array(big ? bytes.swap16() : bytes), 'a.txt')
  expect(base[0]?.terms).toMatchObject({ es: [{ wording: 'año' }], zh: [{ wording: '和平' }] })
})

test('the note tells the language of a definition that stands with one', () => {
  const { base, refused } = readTbx(
    `<martif><text><body><termEntry id="a">
    <langSet xml:lang="fr-FR"><descripGrp><descrip type="definition">D</descrip></descripGrp><ntig><termGrp><term>paix</term></termGrp></ntig></langSet>
    <langSet xml:lang="es"><descrip type="definition">E</descrip><tig><term>paz</term></tig></langSet>
    </termEntry></body></text></martif>`,
  )
  expect(refused).toEqual([])
  expect(base[0]).toMatchObject({ definition: 'D', note: 'definition: fr\ndefinition (es): E' })
})
