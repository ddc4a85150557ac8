import { joinPatterns } from '../../../../core/text/cues/join-patterns'

/** What a joined expression finds in a text: `value@from-to`, guards without a value. */
function found(patterns: readonly (readonly [string | null, string])[], text: string): readonly string[] {
  const { source, values } = joinPatterns(patterns)
  return [...text.matchAll(new RegExp(source, 'gu'))].map((match) => {
    const k = match.findIndex((group, at) => at > 0 && group !== undefined)
    return `${k === -1 ? '' : values[k - 1]}@${match.index}-${match.index + match[0].length}`
  })
}

const NO_LETTER = '(?<![\\p{L}\\p{N}])'

test.each<[string, (readonly [string | null, string])[], string, string[]]>([
  ['the first that fits wins', [['a', 'xy'], ['b', 'x']], 'xyx', ['a@0-2', 'b@2-3']],
  ['guards take their place and say nothing', [[null, 'pas seulement'], ['not', 'pas']], 'pas seulement pas', ['@0-13', 'not@14-17']],
  ['each alternative of a pattern stands for it', [['a', 'x|y'], ['b', 'z']], 'yzx', ['a@0-1', 'b@1-2', 'a@2-3']],
  ['bars in groups and classes part nothing', [['a', '(x|y)z'], ['b', '[|]'], ['c', '\\|\\|']], 'yz|||', ['a@0-2', 'b@2-3', 'b@3-4', 'b@4-5']],
  ['what is forbidden before is asked of each', [['a', `${NO_LETTER}non`], ['b', `${NO_LETTER}ni|qu`], ['c', `${NO_LETTER}on`]], 'non, anon ni quoi', ['a@0-3', 'b@10-12', 'b@13-15']],
  ['and keeps the order where others stand between', [['a', `${NO_LETTER}ab`], ['b', 'ab?c?'], ['c', `${NO_LETTER}abc`]], 'abc xabc', ['a@0-2', 'b@5-8']],
  ['in every script', [['ru', `${NO_LETTER}не(?!\\p{L})`], ['ar', `${NO_LETTER}لا(?!\\p{L})`], ['zh', '不']], 'не нет لا 不得', ['ru@0-2', 'ar@7-9', 'zh@10-11']],
])('%s', (_, patterns, text, expected) => {
  expect(found(patterns, text)).toEqual(expected)
}) // prettier-ignore
