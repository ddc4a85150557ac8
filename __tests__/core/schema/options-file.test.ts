import { readOptions, type OptionKey } from '../../../core/schema/options-file'

const value = (name: string, ...choices: readonly string[]): OptionKey => ({ name, kind: 'value', choices })
const COMMANDS = {
  check: [value('format', 'json', 'sarif'), value('langs'), { name: 'terms', kind: 'list', choices: [] }],
  'terms convert': [value('format', 'csv'), { name: 'merge', kind: 'switch', choices: [] }],
} as const satisfies Readonly<Record<string, readonly OptionKey[]>>

test('what stands at the top holds where it can be taken, what stands under a command goes before', () => {
  expect(
    readOptions(
      {
        format: 'sarif',
        langs: 'fr,en',
        terms: ['a.tbx', 'b.csv'],
        commands: { check: { langs: 'fr,ar' }, 'terms convert': { merge: true } },
      },
      COMMANDS,
    ),
  ).toEqual({
    kind: 'read',
    values: {
      check: { format: 'sarif', langs: 'fr,ar', terms: ['a.tbx', 'b.csv'] },
      'terms convert': { merge: true },
    },
  })
  expect(readOptions({}, COMMANDS)).toEqual({ kind: 'read', values: { check: {}, 'terms convert': {} } })
})

test.each([
  [{ formt: 'json' }, { kind: 'unknown', path: 'formt' }],
  [{ commands: { chek: {} } }, { kind: 'unknown', path: 'commands.chek' }],
  [{ commands: { check: { merge: true } } }, { kind: 'unknown', path: 'commands.check.merge' }],
  [{ format: 'pdf' }, { kind: 'wrong', path: 'format', takes: COMMANDS.check[0] }],
  [
    { commands: { check: { format: 'csv' } } },
    { kind: 'wrong', path: 'commands.check.format', takes: COMMANDS.check[0] },
  ],
  [{ merge: 'yes' }, { kind: 'wrong', path: 'merge', takes: COMMANDS['terms convert'][1] }],
  [{ langs: ['fr'] }, { kind: 'wrong', path: 'langs', takes: COMMANDS.check[1] }],
  [{ terms: [] }, { kind: 'wrong', path: 'terms', takes: COMMANDS.check[2] }],
  [{ commands: [] }, { kind: 'wrong', path: 'commands', takes: null }],
  [[], { kind: 'wrong', path: '', takes: null }],
  [null, { kind: 'wrong', path: '', takes: null }],
] as const)('%j is refused at its place', (content, expected) => {
  expect(readOptions(content, COMMANDS)).toEqual(expected)
})
