import { verbFindings } from '../../../core/compare/verb-findings'
import type { VerbPattern } from '../../../core/compare/verb-pattern'

/** `encourage: encourages 3, invites* 1 !`: `*` shared, `!` not an answer by the table. */
const pattern = (line: string): VerbPattern => {
  const [verb = '', rest = ''] = line.split(': ')
  const renderings = rest.split(', ').map((part) => {
    const [, key = '', star, count, bang] = /^([^*\d]+?)(\*)? (\d+)( !)?$/u.exec(part) ?? []
    const uses = Array.from({ length: Number(count) }, (_, k) => ({ symbol: null, check: k, row: 'r1' }))
    return { key, count: Number(count), shared: star !== undefined, accepted: bang === undefined, uses }
  })
  const count = renderings.reduce((sum, one) => sum + one.count, 0)
  return { pivot: 'fr', language: 'en', verb, count, renderings }
}

test.each<[string, string[], string[]]>([
  ['one verb, one rendering: nothing', ['encourage: encourages 3'], []],
  ['what the table accepts is only told', ['prie: requests 3, asks 1'], ['info rendered-otherwise prie asks 1 (requests 3)']],
  ['what it does not is a warning and comes first', ['prie: requests 3, asks 1', 'invite: invites 5, urges 2 !'], ['warning rendered-otherwise invite urges 2 (invites 5)', 'info rendered-otherwise prie asks 1 (requests 3)']],
  ['one rendering for two verbs: the rarer verb has it', ['note: notes* 2', 'constate: notes* 1'], ['info rendering-shared constate notes 1 (note 2)']],
  ['a pairing that departs in both ways is told once', ['encourage: encourages 3, invites* 1 !', 'invite: invites* 4'], ['warning rendered-otherwise encourage invites 1 (encourages 3)']],
  ['of equally common renderings the accepted one is the usual one', ['encourage: invites 1 !, encourages 1'], ['warning rendered-otherwise encourage invites 1 (encourages 1)']],
])('%s', (_, lines, expected) => {
  expect(
    verbFindings(lines.map(pattern)).map(
      ({ severity, rule, verb, wording, count, usual, usualCount }) =>
        `${severity} ${rule} ${verb} ${wording} ${count} (${usual} ${usualCount})`,
    ),
  ).toEqual(expected)
}) // prettier-ignore
