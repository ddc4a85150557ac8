import { SETTINGS, type AlignSettings } from '../../core/align/settings'
import { pick, seeded } from '../../__tests__/support/random'

/** Settings that may be chosen, and what is changed in them. */
export interface GridPoint {
  /** `seams 0.25`, `in use`, or `drawn 3`. */
  readonly name: string
  readonly settings: AlignSettings
}

/** From hardly heard to clearly too much; the spreads stand for half, once and twice the variance in use. */
const VALUES: { readonly [Name in keyof AlignSettings]: readonly number[] } = {
  unanswered: [0, 0.1, 0.3],
  unansweredFirm: [0.3, 0.6, 0.9],
  lostWords: [0, 0.2, 0.5],
  seams: [0.25, 0.5, 0.75],
  spread: [0.086, 0.122, 0.173],
  spreadShort: [1.58, 2.24, 3.16],
}

/** Settings with every value drawn, so that there is more to choose among than what lies around the values in use. */
const DRAWN = 12

/** The settings in use, first; each of them with one value changed; and DRAWN with every value drawn by a seed. */
export function settingsGrid(): readonly GridPoint[] {
  const names = Object.keys(VALUES) as (keyof AlignSettings)[]
  const changed = names.flatMap((name) =>
    VALUES[name]
      .filter((value) => value !== SETTINGS[name])
      .map((value): GridPoint => ({ name: `${name} ${value}`, settings: { ...SETTINGS, [name]: value } })),
  )
  const random = seeded(1)
  const drawn = Array.from({ length: DRAWN }, (_, k): GridPoint => {
    const values = names.map((name) => [name, VALUES[name][pick(random, VALUES[name].length)]!])
    return { name: `drawn ${k + 1}`, settings: { ...SETTINGS, ...Object.fromEntries(values) } }
  })
  return [{ name: 'in use', settings: SETTINGS }, ...changed, ...drawn]
}
