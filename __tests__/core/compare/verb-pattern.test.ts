import { verbPattern, type VerbSource } from '../../../core/compare/verb-pattern'
import { sameAddressRows } from '../../../core/align/same-address-rows'
import { readLiterally, version } from '../../support/versions'

function source(symbol: string | null, fr: readonly string[], en: readonly string[]): VerbSource {
  const number = (texts: readonly string[]) => texts.map((text, k) => `op${k + 1}: ${text}`)
  const versions = [{ ...version('fr', number(fr)), symbol }, version('en', number(en))]
  const openings = Object.fromEntries(
    Object.entries(readLiterally(versions, {})).map(([language, byAddress]) => [
      language,
      Object.fromEntries(Object.entries(byAddress).map(([address, { opening }]) => [address, opening])),
    ]),
  )
  return { ...sameAddressRows(versions), openings }
}

describe('verbPattern', () => {
  const first = source(
    'A/RES/1/1',
    ['Encourage a', 'Encourage b', 'Décide de c'],
    ['Encourages a', 'Invites b', 'Decides c'],
  )
  const second = source(null, ['Encourage d', 'Invite e', 'Le monde'], ['Encourages d', 'Invites e', 'The world']) // prettier-ignore

  test('counts renderings of each verb over all resolutions, the commonest first', () => {
    const table = verbPattern([first, second]).map(({ verb, count, renderings }) => [
      verb,
      count,
      renderings.map((one) => [one.key, one.count, one.shared]),
    ])
    expect(table).toEqual([
      ['encourage', 3, [['encourages', 2, false], ['invites', 1, true]]],
      ['décide', 1, [['decides', 1, false]]],
      ['invite', 1, [['invites', 1, true]]],
    ]) // prettier-ignore
  })

  test('says where each rendering stands', () => {
    const [encourage] = verbPattern([first, second])
    expect(encourage!.renderings[0]!.uses).toEqual([
      { symbol: 'A/RES/1/1', check: 0, row: 'r1' },
      { symbol: null, check: 1, row: 'r1' },
    ])
  })

  test('is empty where nothing opens with a verb', () => {
    expect(verbPattern([source(null, ['Le monde'], ['The world'])])).toEqual([])
  })
})
