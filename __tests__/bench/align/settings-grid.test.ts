import { settingsGrid } from '../../../bench/align/settings-grid'
import { SETTINGS, type AlignSettings } from '../../../core/align/settings'

const NAMES = Object.keys(SETTINGS) as (keyof AlignSettings)[]

describe('settingsGrid', () => {
  const grid = settingsGrid()

  test('the settings in use come first', () => {
    expect(grid[0]).toEqual({ name: 'in use', settings: SETTINGS })
  })

  test('the named ones change that one value, each in at least two ways', () => {
    for (const name of NAMES) {
      const own = grid.filter((point) => point.name.startsWith(`${name} `))
      expect(own.length).toBeGreaterThanOrEqual(2)
      for (const { settings } of own) {
        expect(NAMES.filter((other) => settings[other] !== SETTINGS[other])).toEqual([name])
      }
    }
  })

  test('names are told apart, and the same ones are drawn each time', () => {
    expect(new Set(grid.map(({ name }) => name)).size).toBe(grid.length)
    expect(settingsGrid()).toEqual(grid)
  })
})
