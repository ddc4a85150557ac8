import type { Alignment, Language, Opening } from '../model'

/** An alignment with its opening verbs, by version (its language key), then by paragraph address. */
export type VerbSource = Alignment & {
  readonly openings: Readonly<Record<Language, Readonly<Record<string, Opening | null>>>>
}

/** Where a rendering stands: the symbol of the resolution (null where its text has none), its number in the list of checks, and the row. */
export interface VerbUse {
  readonly symbol: string | null
  readonly check: number
  readonly row: string
}

/** One wording that answers a verb; `shared`: it answers another verb of the pivot as well; `accepted`: by the table of opening verbs the two can answer each other. */
export interface VerbRendering {
  readonly key: string
  readonly count: number
  readonly shared: boolean
  readonly accepted: boolean
  readonly uses: readonly VerbUse[]
}

/** A verb of the pivot with its renderings in one other language, the commonest first. */
export interface VerbPattern {
  readonly pivot: Language
  readonly language: Language
  readonly verb: string
  readonly count: number
  readonly renderings: readonly VerbRendering[]
}

interface Answer {
  readonly pivot: Language
  readonly language: Language
  readonly verb: string
  readonly rendering: string
  readonly accepted: boolean
  readonly use: VerbUse
}

/**
 * Which opening verb of the pivot is rendered by which, over one resolution or many: by language in the order of the versions, then by how often the
 * verb stands. Rows of which a side opens with no verb are left out.
 */
export function verbPattern(checks: readonly VerbSource[]): readonly VerbPattern[] {
  const answers = checks.flatMap(readAnswers)
  return [...groupBy(answers, ({ pivot, language }) => `${pivot} ${language}`).values()].flatMap((own) => {
    const verbsOf = new Map(
      [...groupBy(own, ({ rendering }) => rendering)].map(([key, uses]) => [
        key,
        new Set(uses.map(({ verb }) => verb)).size,
      ]),
    )
    return byCount(groupBy(own, ({ verb }) => verb)).map(([verb, uses]): VerbPattern => ({
      pivot: uses[0]!.pivot,
      language: uses[0]!.language,
      verb,
      count: uses.length,
      renderings: byCount(groupBy(uses, ({ rendering }) => rendering)).map(([key, list]) => ({
        key,
        count: list.length,
        shared: verbsOf.get(key)! > 1,
        accepted: list.some(({ accepted }) => accepted),
        uses: list.map(({ use }) => use),
      })),
    }))
  })
}

function readAnswers({ pivot, versions, rows, openings }: VerbSource, check: number): readonly Answer[] {
  const symbol =
    versions.find(({ language }) => language === pivot)?.symbol ??
    versions.find((version) => version.symbol !== null)?.symbol ??
    null
  const openingIn = (language: Language, addresses: readonly string[]) =>
    addresses.map((address) => openings[language]?.[address]).find((opening) => !!opening)
  return versions
    .filter(({ language }) => language !== pivot)
    .flatMap(({ language }) =>
      rows.flatMap((row): readonly Answer[] => {
        const verb = openingIn(pivot, row.cells[pivot] ?? [])
        const rendering = openingIn(language, row.cells[language] ?? [])
        if (!verb || !rendering) return []
        const accepted = verb.concepts.some((concept) => rendering.concepts.includes(concept))
        return [
          {
            pivot,
            language,
            verb: verb.key,
            rendering: rendering.key,
            accepted,
            use: { symbol, check, row: row.id },
          },
        ]
      }),
    )
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const known = groups.get(keyOf(item))
    if (known === undefined) groups.set(keyOf(item), [item])
    else known.push(item)
  }
  return groups
}

/** Groups by size, the first that came first among equals. */
function byCount<T>(groups: ReadonlyMap<string, readonly T[]>): readonly (readonly [string, readonly T[]])[] {
  return [...groups].sort((a, b) => b[1].length - a[1].length)
}
