import type { Finding } from '../../model'
import type { Check } from '../check-context'
import { makeFinding } from '../make-finding'
import { bothPresent, locate, type Cell, type RowPair } from '../row-pair'

/** Names of countries, places and bodies that the other version does not have, or has another one for. A wording of several names tells none of them. */
export const checkNames: Check = (pairs, { knowledge }) => {
  const countries = new Set(knowledge.names.filter(({ field }) => field === 'country').map(({ id }) => id))
  return pairs.filter(bothPresent).flatMap((pair) => compareRow(pair, countries))
}

function compareRow(pair: RowPair, countries: ReadonlySet<string>): readonly Finding[] {
  const absent = unanswered(namesOf(pair.pivot), namesOf(pair.other))
  const extra = unanswered(namesOf(pair.other), namesOf(pair.pivot))
  const isCountry = (name: Names[number]) => countries.has(name.item.concepts[0]!)
  return [true, false].flatMap((country) => {
    const [left, right] = [absent, extra].map((names) =>
      names.filter((name) => isCountry(name) === country),
    ) as [Names, Names]
    const code = country ? 'country-name' : 'name'
    const lone = country ? 0.6 : 0.4
    return Array.from({ length: Math.max(left.length, right.length) }, (_, k) => {
      const [expected, found] = [left[k] ?? null, right[k] ?? null]
      const swapped = expected !== null && found !== null
      const rule = swapped ? (country ? 'other-country' : 'other-name') : found === null ? 'absent' : 'extra'
      const concept = (expected ?? found)!.item.concepts[0]!
      return makeFinding(code, pair, expected, found, { rule, concept, confidence: swapped ? 0.85 : lone })
    })
  })
}

type Names = ReturnType<typeof namesOf>

/** The first mention of each name that the other side has under no form. */
function unanswered(names: Names, others: Names): Names {
  const known = new Set(others.flatMap(({ item }) => item.concepts))
  const ids = names.map(({ item }) => item.concepts[0]!)
  return names.filter((_, k) => !known.has(ids[k]!) && ids.indexOf(ids[k]!) === k)
}

const namesOf = (cell: Cell) =>
  locate(cell, ({ names = [] }) =>
    names.filter(({ concepts }) => concepts.length === 1 && !concepts[0]!.startsWith('n-guard')),
  )
